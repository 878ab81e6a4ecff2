import { expect, type Page } from '@playwright/test'
import { card, expectMarkdown, expectSaved, openPlan, planRow } from './app.ts'
import { edited, harbourPlan } from './harbourPlan.ts'
import { test } from './test.ts'

const ticked = edited(harbourPlan, ['[ ] Agree', '[x] Agree'])

/** From now on the browser takes nothing more, as when the disk is full; returns how to make room. */
async function fillTheDisk(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function (...[stores, mode, ...rest]) {
      if (mode === 'readwrite') throw new DOMException('The disk is full', 'QuotaExceededError')
      return transaction.call(this, stores, mode, ...rest)
    }
    addEventListener('room', () => {
      IDBDatabase.prototype.transaction = transaction
    })
  })
  return () => page.evaluate(() => void dispatchEvent(new Event('room')))
}

test('when the disk is full I am told, can take my plan along, and save it later', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await expectSaved(page)
  const makeRoom = await fillTheDisk(page)
  await card(page, 'Agree on retries').getByRole('checkbox').click()
  const warning = page.getByRole('alert')
  await expect(warning).toContainText('Not saved')
  await expectMarkdown(page, ticked)

  await warning.getByRole('button', { name: 'Try again' }).click()
  await expect(warning).toContainText('Not saved')
  await makeRoom()
  // It tries again by itself from time to time; whoever does not want to wait presses the button.
  await warning
    .getByRole('button', { name: 'Try again' })
    .click({ timeout: 2_000 })
    .catch(() => undefined)
  await expect(warning).toBeHidden({ timeout: 60_000 })
  await expectSaved(page)
  await page.reload()
  await expectMarkdown(page, ticked)
})

test('I am asked before I leave a plan that could not be saved', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await expectSaved(page)
  await fillTheDisk(page)
  await card(page, 'Agree on retries').getByRole('checkbox').click()
  await expect(page.getByRole('alert')).toContainText('Not saved')
  await page.getByRole('link', { name: 'All plans' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expectMarkdown(page, ticked)
})

test('when plans that were deleted long ago cannot be cleared away I am told, and mine are there', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await expectSaved(page)
  await page.addInitScript(() => {
    const { getAll } = IDBObjectStore.prototype
    IDBObjectStore.prototype.getAll = function (...args) {
      const [range] = args
      // Only what clears away reads when plans were deleted.
      const isForThat = range instanceof IDBKeyRange && JSON.stringify(range.lower).includes('removed')
      const request = getAll.apply(this, args)
      if (isForThat) this.transaction.abort()
      return request
    }
  })
  await page.goto('./#/')
  await page.reload()
  await expect(page.getByText('deleted long ago are still kept')).toBeVisible()
  await expect(planRow(page, 'Harbour Lights')).toBeVisible()
})
