import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { makeZip } from '../src/plan/backup/zip.fixture.ts'
import { backHome, bytesOf, card, downloadBy, expectMarkdown, openHome, openPlan, pickFile, planRow } from './app.ts'
import { harbourPlan } from './harbourPlan.ts'
import { test } from './test.ts'

const messages = (page: Page) => page.getByRole('region', { name: 'Messages' })
const myPlans = (page: Page) => page.getByRole('region', { name: 'My plans' }).getByRole('listitem')

const windowsPlan = '\uFEFF# From Windows\r\n\r\n- [ ] One\r\n'

async function pickBackup(page: Page, buffer: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Restore a backup...' }).click()
  const file = { name: 'backup.zip', mimeType: 'application/zip', buffer: Buffer.from(buffer) }
  await (await chooser).setFiles(file)
}

async function backUp(page: Page): Promise<Buffer> {
  const download = await downloadBy(page, () => page.getByRole('button', { name: 'Back up all plans' }).click())
  expect(download.suggestedFilename()).toMatch(/^Braid backup \d{4}-\d\d-\d\d\.zip$/)
  return bytesOf(download)
}

test('I back up all plans with one click, and when the browser lost them they come back byte for byte', async ({
  page,
}) => {
  await openPlan(page, harbourPlan)
  await expect(card(page, 'Agree on retries')).toBeVisible()
  await backHome(page)
  await pickFile(page, 'windows.md', Buffer.from(windowsPlan))
  await expect(card(page, 'One')).toBeVisible()
  await backHome(page)
  const backup = await backUp(page)
  await expect(messages(page)).toContainText('Downloaded a backup of 2 plans')
  const files = unzipSync(backup)
  expect(Object.keys(files).toSorted()).toEqual(['From Windows.md', 'Harbour Lights.md', 'manifest.json'])
  expect(strFromU8(files['Harbour Lights.md'] ?? new Uint8Array())).toBe(harbourPlan)
  expect(files['From Windows.md']).toEqual(strToU8(windowsPlan))

  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name)
  })
  await page.evaluate(() => localStorage.removeItem('braid-had-plans'))
  await page.reload()
  await expect(page.getByText('No plans yet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Back up all plans' })).toBeHidden()
  await pickBackup(page, backup)
  await expect(messages(page)).toContainText('2 plans restored')
  await planRow(page, 'Harbour Lights').getByRole('link').click()
  await expectMarkdown(page, harbourPlan)
  await backHome(page)
  expect(unzipSync(await backUp(page))['From Windows.md']).toEqual(strToU8(windowsPlan))
})

test('restoring makes only what is not here, and one Undo takes it back', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await expect(card(page, 'Agree on retries')).toBeVisible()
  await backHome(page)
  const older = harbourPlan.replace('Agree on retries', 'Agree on nothing')
  await pickBackup(
    page,
    zipSync({
      'plans/harbour.md': strToU8(harbourPlan),
      'old/harbour.md': strToU8(older),
      'c.md': strToU8('- [ ] C\n'),
    }),
  )
  await expect(messages(page)).toContainText('2 plans restored, 1 was already here')
  await expect(myPlans(page)).toHaveCount(3)
  await messages(page).getByRole('button', { name: 'Undo' }).click()
  await expect(myPlans(page)).toHaveCount(1)
  await planRow(page, 'Harbour Lights').getByRole('link').click()
  await expectMarkdown(page, harbourPlan)
})

test('I drop a backup anywhere and find its plans in my list', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await expect(card(page, 'Agree on retries')).toBeVisible()
  const zip = [...zipSync({ 'Dropped.md': strToU8('- [ ] Dropped task\n') })]
  const dataTransfer = await page.evaluateHandle(zip => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(zip)], 'some backup.zip'))
    return transfer
  }, zip)
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.getByRole('main').dispatchEvent(type, { dataTransfer })
  await expect(planRow(page, 'Dropped')).toBeVisible()
  await expect(planRow(page, 'Harbour Lights')).toBeVisible()
})

test('files of a backup that may not be read are listed with their reasons, and the others are restored', async ({
  page,
}) => {
  await openHome(page)
  await pickBackup(
    page,
    makeZip([
      { name: 'good.md', data: '# Good\n' },
      { name: '../../evil.md', data: '# Evil\n' },
      { name: 'bomb.md', size: 60 * 1024 * 1024, data: 'x' },
      { name: 'inner.zip', data: 'PK' },
    ]),
  )
  const report = page.getByRole('dialog', { name: '3 files left out' })
  await expect(report).toContainText('1 plan restored.')
  await expect(report.getByRole('listitem')).toHaveText([
    '../../evil.mdIts name leads out of the backup.',
    'bomb.mdIt would unpack to more than a hundred times its size.',
    'inner.zipIt is an archive itself: unpack it first.',
  ])
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(messages(page)).toContainText('1 plan restored')
  await expect(myPlans(page)).toHaveCount(1)
  await expect(planRow(page, 'Good')).toBeVisible()
})

test('a file that is no backup is refused in words, and my plans are as they were', async ({ page }) => {
  await openHome(page)
  await pickBackup(page, strToU8('not a zip at all'))
  await expect(messages(page)).toContainText('“backup.zip”: This file is no zip file, or its end is missing.')
  await expect(page.getByText('No plans yet')).toBeVisible()
})

test('while a large backup is restored, the page answers', async ({ page }) => {
  await openHome(page)
  const text = Array.from({ length: 20_000 }, (_, index) => `- [ ] Task ${index} of ${index * 7}\n`).join('')
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`${index}.md`, strToU8(`# ${index}\n\n${text}`)]),
  )
  const zip = zipSync(many, { level: 1 })
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask' })
  })
  await pickBackup(page, zip)
  await expect(messages(page)).toContainText('40 plans restored', { timeout: 60_000 })
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks)
  // Forty plans are read, and between any two of them the page can answer, however slow the machine is.
  const all = tasks.reduce((sum, ms) => sum + ms, 0)
  expect(Math.max(0, ...tasks)).toBeLessThan(Math.max(1000, all / 4))
})
