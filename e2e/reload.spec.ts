import { expect, type Page } from '@playwright/test'
import { card, expectMarkdown, openPlan } from './app.ts'
import { edited, harbourPlan } from './harbourPlan.ts'
import { test } from './test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const streams = ['A', 'B', 'C', 'D', 'E']
const numbers = Array.from({ length: 10 }, (_, index) => index)
const fiftyTasks = `# Fifty\n\n## Phase 1: All (Parallel)\n${streams
  .map(key => `\n### Stream ${key}: Column ${key}\n${numbers.map(n => `- [ ] Task ${key}${n}\n`).join('')}`)
  .join('')}`

/** Presses keys on every card and reloads in the same breath: nothing can happen between the last edit and the reload. */
async function pressOnEachCardAndReload(page: Page, keys: readonly string[]): Promise<void> {
  const reloaded = page.waitForEvent('load')
  await page.evaluate(keys => {
    const cards = document.querySelectorAll('[data-task-id]')
    cards.forEach((card, index) => {
      const key = keys[index % keys.length] ?? ''
      card.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    })
    location.reload()
  }, keys)
  await reloaded
  await expect(card(page, 'Task E8')).toBeVisible()
}

test('a reload in the moment of the last of fifty edits loses none of them, twenty times out of twenty', async ({
  page,
}) => {
  test.slow()
  await openPlan(page, fiftyTasks)
  await expect(card(page, 'Task')).toHaveCount(50)
  for (let round = 0; round < 20; round++) {
    await pressOnEachCardAndReload(page, ['x'])
    await expectMarkdown(page, round % 2 === 0 ? fiftyTasks.replaceAll('[ ]', '[x]') : fiftyTasks)
  }
})

const rounds = Number(process.env.ROUNDS ?? 5)

const waysToGo = {
  reloaded: () => location.reload(),
  'left for another page': () => location.assign('./?elsewhere'),
}

for (const [way, go] of Object.entries(waysToGo)) {
  test(`an edit is there when the tab is ${way} in the same moment, time after time`, async ({ page }) => {
    test.setTimeout(60_000 + rounds * 5_000)
    await openPlan(page, harbourPlan)
    const address = page.url()
    for (let round = 0; round < rounds; round++) {
      await expect(card(page, 'Agree on retries')).toBeVisible()
      const gone = page.waitForEvent('load')
      await page.evaluate(`(${pressKey})(${JSON.stringify('Agree on retries')}); (${go})()`)
      await gone
      await expectTicked(page, address, round)
    }
  })
}

test('an edit is there when the tab is closed in the same moment, time after time', async ({ page, context }) => {
  test.setTimeout(60_000 + rounds * 5_000)
  await openPlan(page, harbourPlan)
  await expect(card(page, 'Agree on retries')).toBeVisible()
  const address = page.url()
  for (let round = 0; round < rounds; round++) {
    await page.goto('./?elsewhere')
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(address => void window.open(address), address),
    ])
    await expect(card(tab, 'Agree on retries')).toBeVisible()
    const closed = tab.waitForEvent('close')
    // Only a tab that a script opened may close itself.
    void tab.evaluate(`(${pressKey})(${JSON.stringify('Agree on retries')}); window.close()`).catch(() => undefined)
    await closed
    await expectTicked(page, address, round)
  }
})

/** In the page: presses x on a card. */
function pressKey(words: string): void {
  document
    .querySelector(`[data-task-id][aria-label^="${words}"]`)
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }))
}

async function expectTicked(page: Page, address: string, round: number): Promise<void> {
  if (page.url() !== address) await page.goto(address)
  await expectMarkdown(page, round % 2 === 0 ? edited(harbourPlan, ['[ ] Agree', '[x] Agree']) : harbourPlan)
}

test('a reload in the moment of the last edit keeps every step of undo', async ({ page }) => {
  await openPlan(page, fiftyTasks)
  await expect(card(page, 'Task')).toHaveCount(50)
  await pressOnEachCardAndReload(page, ['1', 'x', '2', '3', 'Delete'])
  await expect(card(page, 'Task')).toHaveCount(40)
  await card(page, 'Task A0').focus()
  for (let step = 0; step < 50; step++) await page.keyboard.press('ControlOrMeta+Z')
  await expectMarkdown(page, fiftyTasks)
})

test('a reload in the moment of the first edit of the example keeps it', async ({ page }) => {
  await page.goto('./')
  const task = card(page, 'Check contrast and touch targets on three phones')
  await expect(task).toBeVisible()
  const reloaded = page.waitForEvent('load')
  await task.evaluate(element => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }))
    location.reload()
  })
  await reloaded
  await expect(task.getByRole('checkbox')).toBeChecked()
})

test('words in an open editor are there when the page is reloaded or left before Enter', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await card(page, 'Agree on retries').focus()
  await page.keyboard.press('F2')
  const editor = page.locator('[data-editing] textarea')
  await editor.fill('Agree on three retries')
  await page.evaluate(() => location.reload())
  await expectMarkdown(page, edited(harbourPlan, ['Agree on retries', 'Agree on three retries']))
  await card(page, 'Agree on three retries').focus()
  await page.keyboard.press('F2')
  await editor.fill('Agree on no retries')
  await page.goto('./?elsewhere')
  await page.goBack()
  await expectMarkdown(page, edited(harbourPlan, ['Agree on retries', 'Agree on no retries']))
})
