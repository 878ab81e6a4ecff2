import { expect } from '@playwright/test'
import { backHome, card, choose, chooseForCard, openHome, openPlan, stream } from './app.ts'
import { expectNoBarriers } from './axe.ts'
import { harbourPlan } from './harbourPlan.ts'
import { test } from './test.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const desk = { viewport: { width: 1440, height: 900 } }

const rooms = [
  { room: 'in light on a desk', options: { ...desk, colorScheme: 'light' } },
  { room: 'in dark on a desk', options: { ...desk, colorScheme: 'dark' } },
  { room: 'in light on a phone', options: { ...phone, colorScheme: 'light' } },
  { room: 'in dark on a phone', options: { ...phone, colorScheme: 'dark' } },
] as const

// axe reads everything on the page; on a slow machine that takes its time.
test.describe.configure({ timeout: 90_000 })

for (const { room, options } of rooms) {
  test.describe(room, () => {
    // Colours are measured when they have arrived.
    test.use({ ...options, contextOptions: { reducedMotion: 'reduce' } })

    test('home has no barriers', async ({ page }) => {
      await openHome(page)
      await expectNoBarriers(page)
      await page.getByRole('button', { name: 'Paste Markdown' }).click()
      await page.getByRole('textbox', { name: 'Markdown' }).fill(harbourPlan)
      await expectNoBarriers(page, 'dialog')
      await page.getByRole('button', { name: 'Create plan' }).click()
      await expect(card(page, 'Agree on retries')).toBeVisible()
      await backHome(page)
      await expectNoBarriers(page)
      await page.getByRole('button', { name: 'Actions for Harbour Lights' }).click()
      await expectNoBarriers(page, 'menu')
      await choose(page, 'Delete')
      await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Deleted')
      await expectNoBarriers(page)
    })

    test('the example and a template have no barriers', async ({ page }) => {
      await page.goto('./')
      await expect(page.getByText('This is an example plan.')).toBeVisible()
      await expectNoBarriers(page)
      await backHome(page)
      await page.getByRole('button', { name: 'Web application', exact: true }).click()
      await expect(stream(page, 'A: API Contract Design')).toBeVisible()
      await expectNoBarriers(page)
    })

    test('what opens over the board has no barriers', async ({ page }) => {
      await openPlan(page, harbourPlan)
      await page.getByRole('button', { name: 'Checklist of Protocol Agreed' }).click()
      await page.getByRole('searchbox', { name: 'Filter tasks by text' }).fill('a')
      await expectNoBarriers(page)
      await page.getByRole('searchbox', { name: 'Filter tasks by text' }).fill('')

      await chooseForCard(page, 'Agree on retries', 'Priority')
      await expectNoBarriers(page, 'menu')
      await page.keyboard.press('Escape')
      await chooseForCard(page, 'Agree on retries', 'Move to...')
      await expectNoBarriers(page, 'dialog')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Fill in...' }).click()
      await expectNoBarriers(page, 'dialog')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Actions of B: Simulator' }).click()
      await choose(page, 'Delete stream')
      await expectNoBarriers(page, 'dialog')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await choose(page, 'Keyboard shortcuts')
      await expectNoBarriers(page, 'dialog')
    })

    test('the forms of streams and phases have no barriers', async ({ page }) => {
      await openPlan(page, harbourPlan)
      for (const { within, button } of [
        { within: stream(page, 'A: Lamp Protocol'), button: /^Estimate: / },
        { within: stream(page, 'C: Control Room'), button: /^Dependencies: / },
        { within: page.getByRole('region', { name: /^Phase 1/ }), button: /^Mode and days: / },
      ]) {
        await within.getByRole('button', { name: button }).click()
        await expectNoBarriers(page, 'dialog')
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
    })

    test('the export panel has no barriers', async ({ page }) => {
      await openPlan(page, harbourPlan)
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await choose(page, 'Export')
      for (const tab of ['Markdown', 'Preview', 'Checklist']) {
        await page.getByRole('tab', { name: tab }).click()
        await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible()
        await expectNoBarriers(page, 'dialog')
      }
    })
  })
}
