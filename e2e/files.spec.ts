import { expect, type Page } from '@playwright/test'
import {
  backHome,
  card,
  choose,
  expectMarkdown,
  expectSaved,
  fileBytes,
  openHome,
  openPlan,
  pickFile,
  planRow,
} from './app.ts'
import { edited, harbourPlan } from './harbourPlan.ts'
import { holdStore } from './holdStore.ts'
import { test } from './test.ts'

const messages = (page: Page) => page.getByRole('region', { name: 'Messages' })

/** Drops files somewhere on the page, as a file manager does. */
async function dropFiles(page: Page, files: Record<string, string>): Promise<void> {
  const dataTransfer = await page.evaluateHandle(files => {
    const transfer = new DataTransfer()
    for (const [name, text] of Object.entries(files)) transfer.items.add(new File([text], name))
    return transfer
  }, files)
  const main = page.getByRole('main')
  await main.dispatchEvent('dragenter', { dataTransfer })
  await expect(page.getByText('Drop to open as a new plan')).toBeVisible()
  await main.dispatchEvent('dragover', { dataTransfer })
  await main.dispatchEvent('drop', { dataTransfer })
  await expect(page.getByText('Drop to open as a new plan')).toBeHidden()
}

test('I open a Markdown file with the file picker', async ({ page }) => {
  await openHome(page)
  await pickFile(page, 'harbour.md', harbourPlan)
  await expect(card(page, 'Agree on retries')).toBeVisible()
  await expectMarkdown(page, harbourPlan)
  await backHome(page)
  await expect(planRow(page, 'Harbour Lights')).toContainText('1 of 9')
})

test('I drop a Markdown file on my plans', async ({ page }) => {
  await openHome(page)
  await dropFiles(page, { 'harbour.md': harbourPlan })
  await expect(card(page, 'Agree on retries')).toBeVisible()
  await expectMarkdown(page, harbourPlan)
})

test('I drop a file on an open board and get a second plan', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await dropFiles(page, { 'notes.md': '- [ ] Buy rope\n' })
  await expect(card(page, 'Buy rope')).toBeVisible()
  await expect(page).toHaveTitle('notes - Braid')
  await backHome(page)
  await expect(planRow(page, 'notes')).toContainText('0 of 1')
  await expect(planRow(page, 'Harbour Lights')).toBeVisible()
})

test('I drop two files at once and get two plans', async ({ page }) => {
  await openHome(page)
  await dropFiles(page, { 'one.md': '# One\n', 'two.md': '# Two\n' })
  await expect(messages(page)).toContainText('2 plans added')
  await expect(page.getByRole('region', { name: 'My plans' }).getByRole('listitem')).toHaveCount(2)
})

test('a file from Windows differs in one byte after one tick', async ({ page }) => {
  const before = Buffer.from(`\uFEFF${harbourPlan.replaceAll('\n', '\r\n')}`)
  await openHome(page)
  await pickFile(page, 'harbour.md', before)
  await card(page, 'Agree on retries').getByRole('checkbox').click()
  const after = await fileBytes(page)
  expect(after.length).toBe(before.length)
  const different = [...before.keys()].filter(index => before[index] !== after[index])
  expect(different).toHaveLength(1)
  expect(after.toString()).toBe(edited(before.toString(), ['[ ] Agree', '[x] Agree']))
})

test('a file that is not UTF-8 is refused in words, and no plan is made', async ({ page }) => {
  await openHome(page)
  await pickFile(page, 'latin.md', Buffer.from([0x23, 0x20, 0x4d, 0xfc, 0x6c, 0x6c, 0x0a]))
  await expect(messages(page)).toContainText('“latin.md”: This file is not UTF-8 text, so Braid did not open it.')
  await expect(page.getByText('No plans yet')).toBeVisible()
})

test('a very large file is opened only when I say so', async ({ page }) => {
  await openHome(page)
  await pickFile(page, 'large.md', `# Large\n${'words and words and words\n'.repeat(210_000)}`)
  const question = page.getByRole('alertdialog', { name: 'Open “large.md”?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  await expect(page.getByText('No plans yet')).toBeVisible()
})

test('I paste Markdown into the dialog and see what it holds before it is a plan', async ({ page }) => {
  await openHome(page)
  await page.getByRole('button', { name: 'Paste Markdown' }).click()
  const dialog = page.getByRole('dialog', { name: 'Paste Markdown' })
  await expect(dialog.getByRole('button', { name: 'Create plan' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Markdown' }).fill(harbourPlan)
  await expect(dialog.getByRole('status')).toHaveText('2 phases, 4 streams, 9 tasks')
  await dialog.getByRole('button', { name: 'Create plan' }).click()
  await expect(card(page, 'Agree on retries')).toBeVisible()
  await expectMarkdown(page, harbourPlan)
})

test.describe('with something copied', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('I paste anywhere on my plans', async ({ page }) => {
    await openHome(page)
    await page.evaluate(text => navigator.clipboard.writeText(text), '# Pasted\n\n- [ ] Only task\n')
    await page.keyboard.press('ControlOrMeta+V')
    const dialog = page.getByRole('dialog', { name: 'Paste Markdown' })
    await expect(dialog.getByRole('textbox', { name: 'Markdown' })).toHaveValue('# Pasted\n\n- [ ] Only task\n')
    await dialog.getByRole('button', { name: 'Create plan' }).click()
    await expect(card(page, 'Only task')).toBeVisible()
  })
})

test('I delete a plan and take that back', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await card(page, 'Agree on retries').getByRole('checkbox').click()
  await expectSaved(page)
  await backHome(page)
  await page.getByRole('button', { name: 'Actions for Harbour Lights' }).click()
  await choose(page, 'Delete')
  await expect(page.getByText('No plans yet')).toBeVisible()
  await messages(page).getByRole('button', { name: 'Undo' }).click()
  await planRow(page, 'Harbour Lights').getByRole('link').click()
  await expectMarkdown(page, edited(harbourPlan, ['[ ] Agree', '[x] Agree']))
})

test('a deleted plan stays deleted after a reload', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await expect(card(page, 'Agree on retries')).toBeVisible()
  await backHome(page)
  await page.getByRole('button', { name: 'Actions for Harbour Lights' }).click()
  await choose(page, 'Delete')
  await expect(page.getByText('No plans yet')).toBeVisible()
  await page.reload()
  await expect(page.getByText('No plans yet')).toBeVisible()
})

test('an address of a plan that is not in this browser says what to do', async ({ page }) => {
  await openHome(page)
  await page.goto('./#/plan/from-another-computer')
  await expect(page.getByRole('heading', { name: 'This plan is not in this browser' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to my plans' }).click()
  await expect(page.getByRole('heading', { name: 'My plans' })).toBeVisible()
})

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto('./#/nowhere')
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
})

test('I rename a plan in the list, and its text has the new name', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await backHome(page)
  await page.getByRole('button', { name: 'Actions for Harbour Lights' }).click()
  await choose(page, 'Rename')
  await page.getByRole('textbox', { name: 'Name of Harbour Lights' }).fill('Pier Lights')
  await page.keyboard.press('Enter')
  await expect(planRow(page, 'Pier Lights')).toBeVisible()
  await page.reload()
  await planRow(page, 'Pier Lights').getByRole('link').click()
  await expectMarkdown(page, edited(harbourPlan, ['Plan: Harbour Lights', 'Plan: Pier Lights']))
  await expect(page.getByRole('button', { name: /^Undo: / })).toBeEnabled()
})

test('a new name in the list is there after a reload in the same moment', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await backHome(page)
  await page.getByRole('button', { name: 'Actions for Harbour Lights' }).click()
  await choose(page, 'Rename')
  await page.getByRole('textbox', { name: 'Name of Harbour Lights' }).fill('Pier Lights')
  const reloaded = page.waitForEvent('load')
  await page.evaluate(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
    )
    location.reload()
  })
  await reloaded
  await expect(planRow(page, 'Pier Lights')).toBeVisible()
})

test('a new name in the list is there after a reload that comes before its plan was read', async ({
  page,
  context,
}) => {
  await openPlan(page, harbourPlan)
  await backHome(page)
  await page.getByRole('button', { name: 'Actions for Harbour Lights' }).click()
  const other = await holdStore(context)
  await choose(page, 'Rename')
  await page.getByRole('textbox', { name: 'Name of Harbour Lights' }).fill('Pier Lights')
  await page.keyboard.press('Enter')
  await page.reload()
  await other.close()
  await expect(planRow(page, 'Pier Lights')).toBeVisible()
})

test('I duplicate a plan, and the copy goes its own way', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await backHome(page)
  await page.getByRole('button', { name: 'Actions for Harbour Lights' }).click()
  await choose(page, 'Duplicate')
  await planRow(page, 'Harbour Lights (copy)').getByRole('link').click()
  await card(page, 'Agree on retries').getByRole('checkbox').click()
  await expectSaved(page)
  await backHome(page)
  await expect(planRow(page, 'Harbour Lights (copy)')).toContainText('2 of 9')
  await planRow(page, 'Harbour Lights').getByRole('link').click()
  await expectMarkdown(page, harbourPlan)
})
