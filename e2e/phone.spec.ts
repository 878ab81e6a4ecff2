import { expect, type Locator, type Page } from '@playwright/test'
import { card, openHome, openPlan, stream } from './app.ts'
import { harbourPlan } from './harbourPlan.ts'
import { test } from './test.ts'

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

/** WCAG 2.2, 2.5.8: 24 px each way. */
const target = 24

async function expectFitsThePhone(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
  expect(scrollWidth, 'the page is no wider than the phone').toBe(clientWidth)
}

/** What is in sight, can be pressed, and is not pressed by a finger 12 px beside its middle. */
async function smallTargets(within: Locator): Promise<readonly string[]> {
  return within.evaluate((root, target) => {
    const pressed = 'a[href], button, input, select, textarea, summary, [role^="menuitem"], [role="option"]'
    return [...root.querySelectorAll(pressed)].flatMap(element => {
      // A box is pressed by its label.
      const whole = element.closest('label') ?? element
      const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      const box = whole.getBoundingClientRect()
      if (!isSeen || box.width === 0 || (box.width >= target && box.height >= target)) return []
      whole.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
      const { left, top, width, height } = whole.getBoundingClientRect()
      const reach = target / 2 - 0.5
      const isHit = (x: number, y: number) => whole.contains(document.elementFromPoint(x, y))
      const [x, y] = [left + width / 2, top + height / 2]
      const isLarge = [isHit(x - reach, y), isHit(x + reach, y), isHit(x, y - reach), isHit(x, y + reach)]
      if (isLarge.every(Boolean)) return []
      const name = element.getAttribute('aria-label') ?? element.textContent
      return [`${element.tagName} “${name}” ${width} x ${height}`]
    })
  }, target)
}

/** `within` is what lies on top. */
async function expectUsable(page: Page, within = page.locator('body')): Promise<void> {
  await expect(within).toBeVisible()
  await expectFitsThePhone(page)
  expect(await smallTargets(within)).toEqual([])
}

test('home fits a phone, and everything on it is large enough for a finger', async ({ page }) => {
  await openHome(page)
  await expectUsable(page)
  await page.getByRole('button', { name: 'Paste Markdown' }).tap()
  await expectUsable(page, page.getByRole('dialog'))
})

test('my plans fit a phone, also with a long name', async ({ page }) => {
  await openPlan(page, `# ${'Extraordinarily long names of plans '.repeat(6)}\n\n- [ ] One task\n`)
  await expect(card(page, 'One task')).toBeVisible()
  await expectUsable(page)
  await page.getByRole('link', { name: 'All plans' }).tap()
  await expect(page.getByRole('heading', { name: 'My plans' })).toBeVisible()
  await expectUsable(page)
  await page.getByRole('button', { name: /^Actions for/ }).tap()
  await expectUsable(page, page.getByRole('menu'))
})

test('the board fits a phone, and everything on it is large enough for a finger', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await expect(card(page, 'Agree on retries')).toBeVisible()
  await expectUsable(page)
  await page.getByRole('button', { name: 'Checklist of Protocol Agreed' }).tap()
  await expectUsable(page)
  await card(page, 'Agree on retries').getByRole('button', { name: 'Task actions' }).tap()
  await expectUsable(page, page.getByRole('menu'))
  await page.getByRole('menuitem', { name: 'Move to...' }).tap()
  await expectUsable(page, page.getByRole('dialog', { name: 'Move task' }))
})

test('the forms of a stream fit a phone', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await stream(page, 'A: Lamp Protocol')
    .getByRole('button', { name: /^Estimate/ })
    .tap()
  await expectUsable(page, page.getByRole('dialog', { name: 'Estimate' }))
  await page.keyboard.press('Escape')
  await stream(page, 'C: Control Room')
    .getByRole('button', { name: /^Dependencies/ })
    .tap()
  await expectUsable(page, page.getByRole('dialog', { name: 'Dependencies' }))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Fill in...' }).tap()
  await expectUsable(page, page.getByRole('dialog'))
})

test('the export panel fits a phone', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('menuitem', { name: 'Export' }).tap()
  for (const tab of ['Markdown', 'Preview', 'Checklist']) {
    await page.getByRole('tab', { name: tab }).tap()
    await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible()
    await expectUsable(page, page.getByRole('dialog', { name: 'Export' }))
  }
})

test('I tick, edit and move a task with a thumb', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await card(page, 'Agree on retries').getByRole('checkbox').tap()
  await expect(card(page, 'Agree on retries').getByRole('checkbox')).toBeChecked()
  await card(page, 'Agree on retries').getByRole('button', { name: 'Task actions' }).tap()
  await page.getByRole('menuitem', { name: 'Edit text' }).tap()
  await page.getByRole('textbox', { name: 'Task' }).fill('Agree on three retries')
  await page.keyboard.press('Enter')
  await card(page, 'Agree on three retries').getByRole('button', { name: 'Task actions' }).tap()
  await page.getByRole('menuitem', { name: 'Move to...' }).tap()
  await page.getByRole('option', { name: 'Night Watch' }).tap()
  await expect(stream(page, 'D: Night Watch').getByRole('checkbox', { name: 'Agree on three retries' })).toBeChecked()
  await expect(card(page, 'Agree on three retries')).toBeInViewport()
})
