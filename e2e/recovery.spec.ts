import { expect } from '@playwright/test'
import { backHome, bytesOf, card, choose, downloadBy, expectMarkdown, expectSaved, openPlan, planRow } from './app.ts'
import { edited, harbourPlan } from './harbourPlan.ts'
import { backupIsTaken, damageRecords } from './records.ts'
import { test } from './test.ts'

const ticked = edited(harbourPlan, ['[ ] Agree', '[x] Agree'])
const other = '# Other\n\n## Phase 1: P\n\n### Stream A: S\n- [ ] sound\n'

for (const damage of ['cut', 'flip', 'replace'] as const) {
  test(`a plan whose stored text is damaged (${damage}) opens from its backup with every edit, and says so`, async ({
    page,
  }) => {
    await openPlan(page, harbourPlan)
    await card(page, 'Agree on retries').getByRole('checkbox').click()
    await expectSaved(page)
    await backupIsTaken(page)
    expect(await damageRecords(page, 'snapshot', damage)).toBe(1)

    await page.reload()
    const words = page.getByText('A stored record of this plan was damaged.')
    await expect(words).toContainText('nothing is missing')
    const kept = await downloadBy(page, () => page.getByRole('button', { name: 'Download', exact: true }).click())
    expect((await bytesOf(kept)).toString()).toContain('"snapshot"')
    await expectMarkdown(page, ticked)

    await card(page, 'Simulate one lamp').getByRole('checkbox').click()
    await expectSaved(page)
    await page.reload()
    await expectMarkdown(page, edited(ticked, ['[ ] Simulate one', '[x] Simulate one']))
    await expect(words).toBeHidden()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await choose(page, 'History')
    await expect(page.getByText('Some stored records of this plan could not be read.')).toBeVisible()
  })
}

test('a damaged plan without a backup shows what is left of its text, and the other plans open as ever', async ({
  page,
}) => {
  await openPlan(page, harbourPlan)
  const address = page.url()
  expect(await damageRecords(page, 'snapshot', 'flip')).toBe(1)
  await backHome(page)
  await openPlan(page, other, 'other.md')
  await expectMarkdown(page, other)

  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'This plan is damaged' })).toBeVisible()
  await expect(page.getByText('Your other plans are not affected.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Text of the plan' })).toContainText('Agree on retries')
  const stored = await downloadBy(page, () => page.getByRole('button', { name: 'Download what is stored' }).click())
  expect((await bytesOf(stored)).toString()).toContain('Agree on retries')
  const text = await downloadBy(page, () => page.getByRole('button', { name: 'Download Markdown' }).click())
  expect((await bytesOf(text)).toString()).toHaveLength(harbourPlan.length)

  await page.getByRole('link', { name: 'Go to my plans' }).click()
  await expect(planRow(page, 'Other')).toBeVisible()
  await expect(page.getByRole('region', { name: 'My plans' }).getByRole('listitem')).toHaveCount(2)
})

test('damaged edits are told apart from the plan, which opens as it was before them', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await card(page, 'Agree on retries').getByRole('checkbox').click()
  await expectSaved(page)
  await backupIsTaken(page)
  await damageRecords(page, 'log', 'flip')
  await page.reload()
  await expect(page.getByText('The last edit of this plan could not be read.')).toBeVisible()
  await expectMarkdown(page, harbourPlan)
})

test('a plan from a newer version of Braid can be read and downloaded, and is not touched', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('braid', 1)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const store = database.transaction('records', 'readwrite').objectStore('records')
    const cursors = store.openCursor(IDBKeyRange.bound(['snapshot'], ['snapshot', []]))
    await new Promise<void>(resolve => {
      cursors.onsuccess = () => {
        const { sum: _, text, ...rest } = cursors.result?.value ?? {}
        const newer = { ...rest, version: 2 }
        let sum = 2166136261
        for (const unit of JSON.stringify(newer) + text) sum = Math.imul(sum ^ unit.charCodeAt(0), 16777619)
        cursors.result?.update({ ...newer, text, sum: sum >>> 0 })
        resolve()
      }
    })
    database.close()
  })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This plan is from a newer version of Braid' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Text of the plan' })).toContainText('Agree on retries')
  const text = await downloadBy(page, () => page.getByRole('button', { name: 'Download Markdown' }).click())
  expect((await bytesOf(text)).toString()).toBe(harbourPlan)
})
