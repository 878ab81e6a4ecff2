import { expect, type Page } from '@playwright/test'
import { card, expectMarkdown, openPlan } from './app.ts'
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
