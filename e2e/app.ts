import { readFile } from 'node:fs/promises'
import { type Download, expect, type Locator, type Page } from '@playwright/test'

/** Opens home as somebody who has been here before and has seen the example. */
export async function openHome(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('braid-seen', '1'))
  await page.goto('./')
  await expect(page.getByRole('heading', { name: 'My plans' })).toBeVisible()
}

/** A file as a person chooses it in the file picker of the home page. */
export async function pickFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file' }).click()
  const buffer = typeof content === 'string' ? Buffer.from(content) : content
  await (await chooser).setFiles({ name, mimeType: 'text/markdown', buffer })
}

/** Home, then the text as a new plan on the board. */
export async function openPlan(page: Page, text: string, name = 'plan.md'): Promise<void> {
  await openHome(page)
  await pickFile(page, name, text)
  await expect(page.getByRole('link', { name: 'All plans' })).toBeVisible()
}

/** A card, found by its words. */
export function card(page: Page, words: string): Locator {
  return page.getByRole('group', { name: words })
}

/** A column: `stream(page, 'A: Lamp Protocol')`. */
export function stream(page: Page, title: string): Locator {
  return page.getByRole('region', { name: `Stream ${title}`, exact: true })
}

/** The words of a column's cards in their order, nested ones included. */
export async function expectCards(column: Locator, words: readonly string[]): Promise<void> {
  await expect(column.getByRole('group').getByRole('checkbox')).toHaveCount(words.length)
  await expect(column.getByRole('group').locator(':scope > :first-child p')).toHaveText([...words])
}

/** Chooses from the open menu, through its submenus; `items` are what the items begin with. */
export async function choose(page: Page, ...items: readonly string[]): Promise<void> {
  for (const name of items) {
    const starts = { name: new RegExp(`^${name.replace('.', '\\.')}`) }
    await page.getByRole('menuitem', starts).or(page.getByRole('menuitemradio', starts)).click()
  }
}

export async function chooseForCard(page: Page, words: string, ...items: readonly string[]): Promise<void> {
  await card(page, words).hover()
  await card(page, words).getByRole('button', { name: 'Task actions' }).first().click()
  await choose(page, ...items)
}

/** What those who hear the board are told. */
export async function expectSaid(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('status').and(page.getByText(words, { exact: true }))).toHaveCount(1)
}

export async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

/** Presses something that downloads. */
export async function downloadBy(page: Page, press: () => Promise<void>): Promise<Download> {
  const download = page.waitForEvent('download')
  await press()
  return download
}

/** The open plan as the bytes of its file. */
export async function fileBytes(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  return bytesOf(await downloadBy(page, () => choose(page, 'Download Markdown')))
}

export async function expectMarkdown(page: Page, text: string): Promise<void> {
  await expect.poll(async () => (await fileBytes(page)).toString()).toBe(text)
}

export async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo' }).and(page.locator('header button')).click()
}

export async function redo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Redo' }).and(page.locator('header button')).click()
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByText('Saved in this browser')).toBeVisible()
}

/** Goes to the list of plans by the link in the header. */
export async function backHome(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'All plans' }).click()
  await expect(page.getByRole('heading', { name: 'My plans' })).toBeVisible()
}

/** A plan's row in the list at home. */
export function planRow(page: Page, name: string): Locator {
  return page
    .getByRole('region', { name: 'My plans' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) })
}
