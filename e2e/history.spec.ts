import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { card, choose, expectMarkdown, expectSaved, openPlan, undo } from './app.ts'
import { edited, harbourPlan } from './harbourPlan.ts'
import { backupIsTaken } from './records.ts'
import { test } from './test.ts'

const ticked = edited(harbourPlan, ['[ ] Agree', '[x] Agree'])

async function tick(page: Page): Promise<void> {
  await card(page, 'Agree on retries').getByRole('checkbox').click()
  await expectSaved(page)
}

async function openHistory(page: Page) {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await choose(page, 'History')
  const dialog = page.getByRole('dialog', { name: 'History' })
  await expect(dialog.getByRole('tab', { name: 'Backups' })).toBeVisible()
  return dialog
}

test('I see what restoring a backup would change, restore it, and undo that as one step', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await tick(page)
  await backupIsTaken(page)
  const dialog = await openHistory(page)
  await dialog.getByRole('button', { name: 'Before edits' }).click()
  await expect(dialog.getByText('Restoring brings back 1 line (+) and takes away 1 line (-).')).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Comes back: ' })).toContainText('[ ] Agree on retries')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Goes away: ' })).toContainText('[x] Agree on retries')

  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expectMarkdown(page, harbourPlan)
  await page.reload()
  await expectMarkdown(page, harbourPlan)
  await undo(page)
  await expectMarkdown(page, ticked)

  const again = await openHistory(page)
  await again.getByRole('button', { name: 'Before a restore' }).click()
  await expect(again.getByText('The plan reads the same now')).toBeVisible()
  await expect(again.getByRole('button', { name: 'Restore', exact: true })).toHaveCount(0)
})

test('the whole history works from the keyboard, and Back closes it', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await tick(page)
  await backupIsTaken(page)
  const dialog = await openHistory(page)
  const backup = dialog.getByRole('button', { name: 'Before edits' })
  await backup.focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('heading', { name: /^Today/ })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(dialog.getByRole('button', { name: 'All backups' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(backup).toBeFocused()
  await page.goBack()
  await expect(dialog).toBeHidden()
  await expect(card(page, 'Agree on retries')).toBeVisible()
})

test('a plan without a past says when backups are taken', async ({ page }) => {
  await openPlan(page, harbourPlan)
  const dialog = await openHistory(page)
  await expect(dialog.getByText('There are no backups yet.')).toBeVisible()
  await dialog.getByRole('tab', { name: 'Overwritten words' }).click()
  await expect(dialog.getByText('Nothing was overwritten.')).toBeVisible()
})

test('words that another tab overwrote can be read and copied in the history of both tabs', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPlan(page, harbourPlan)
  // A tab that hears of no other: both set the priority of the same task.
  await context.addInitScript(() => {
    if (location.search === '?deaf') Reflect.deleteProperty(window, 'BroadcastChannel')
  })
  const deaf = await context.newPage()
  await deaf.goto(page.url().replace('#', '?deaf#'))
  await expect(card(deaf, 'Simulate a storm')).toBeVisible()
  await page.bringToFront()
  await card(page, 'Simulate a storm').focus()
  await page.keyboard.press('1')
  await expectSaved(page)
  // Without coming back to the tab first: that alone would show it what the other did.
  await card(deaf, 'Simulate a storm').evaluate(element => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: '2', bubbles: true, cancelable: true }))
  })
  await expect(deaf.getByText("the plan's history keeps it")).toBeVisible()
  for (const tab of [deaf, page]) {
    await tab.bringToFront()
    const dialog = await openHistory(tab)
    await dialog.getByRole('tab', { name: 'Overwritten words' }).click()
    await expect(dialog.getByRole('blockquote')).toHaveText('Critical')
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await expect.poll(() => tab.evaluate(() => navigator.clipboard.readText())).toBe('Critical')
  }
})

test('the history has no accessibility finding, in light, dark and on a phone', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await tick(page)
  await backupIsTaken(page)
  const dialog = await openHistory(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(colorScheme === 'dark' ? { width: 390, height: 844 } : { width: 1280, height: 800 })
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await dialog.getByRole('button', { name: 'Before edits' }).click()
    await expect(dialog.getByRole('button', { name: 'Restore', exact: true })).toBeInViewport()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await dialog.getByRole('button', { name: 'All backups' }).click()
  }
})

test('when storage does not answer, the history says so within a second, and shows as soon as it does', async ({
  page,
}) => {
  await openPlan(page, harbourPlan)
  await tick(page)
  await backupIsTaken(page)
  // Nobody else's transaction begins while this one is kept alive.
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open('braid')
      opening.onsuccess = () => resolve(opening.result)
    })
    const store = database.transaction('records', 'readwrite').objectStore('records')
    const until = performance.now() + 3_000
    const hold = () => {
      if (performance.now() < until) store.get('nothing').onsuccess = hold
    }
    hold()
  })
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await choose(page, 'History')
  const slow = page.getByText('The storage of this browser has not answered yet.')
  await expect(slow).toBeVisible({ timeout: 2_000 })
  await expect(page.getByRole('button', { name: 'Before edits' })).toBeVisible()
  await expect(slow).toHaveCount(0)
})
