import { type Browser, expect, type Page } from '@playwright/test'
import { backHome, card, expectMarkdown, expectSaved, fileBytes, openHome, openPlan, pickFile, planRow } from './app.ts'
import { expectNoBarriers } from './axe.ts'
import { edited, harbourPlan } from './harbourPlan.ts'
import { holdStore } from './holdStore.ts'
import { test } from './test.ts'

/** The link of the open plan, as the dialog shows it. */
async function linkOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click()
  const field = page.getByRole('textbox', { name: 'Link' })
  await expect(field).toHaveValue(/#\/l\/1/, { timeout: 30_000 })
  const link = await field.inputValue()
  await page.keyboard.press('Escape')
  // The address says what is open, and follows when it is closed.
  await expect(page).not.toHaveURL(/panel=/)
  return link
}

/** Somebody else, in a browser that has never seen Braid. */
async function openAsStranger(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(link)
  return page
}

/** How many records this browser keeps. */
function storedRecords(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let count = 0
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>(opened => {
        const request = indexedDB.open(name ?? '')
        request.onsuccess = () => opened(request.result)
      })
      for (const store of database.objectStoreNames) {
        count += await new Promise<number>(counted => {
          const request = database.transaction(store).objectStore(store).count()
          request.onsuccess = () => counted(request.result)
        })
      }
      database.close()
    }
    return count
  })
}

function planOf(tasks: number): string {
  const lines = Array.from({ length: tasks }, (_, at) => `- [${at % 3 ? ' ' : 'x'}] Task ${at * 7919} of ${tasks}, ü ✓`)
  return `# Implementation Plan: ${tasks} tasks\n\n## Phase 1: All\n\n### Stream A: Work\n${lines.join('\n')}\n`
}

for (const tasks of [1, 60, 500]) {
  test(`a plan of ${tasks} tasks goes through a link byte for byte, and nothing is stored until it is kept`, async ({
    page,
    browser,
  }) => {
    const text = planOf(tasks)
    await openPlan(page, text)
    const link = await linkOf(page)
    const stranger = await openAsStranger(browser, link)
    await expect(stranger.getByRole('heading', { name: `${tasks} tasks` })).toBeVisible()
    await expectMarkdown(stranger, text)
    expect(await storedRecords(stranger)).toBe(0)
    await stranger.getByRole('button', { name: 'Keep a copy' }).click()
    await expectSaved(stranger)
    await expect(stranger).toHaveURL(/#\/plan\/[^/]+$/)
    await stranger.reload()
    await expectMarkdown(stranger, text)
    await stranger.goBack()
    await expect(stranger).not.toHaveURL(/#\/l\//)
    await stranger.context().close()
  })
}

test('a shared plan that I keep is there after a reload that comes before it was stored', async ({ page, browser }) => {
  await openPlan(page, harbourPlan)
  const stranger = await openAsStranger(browser, await linkOf(page))
  const keep = stranger.getByRole('button', { name: 'Keep a copy' })
  await expect(keep).toBeVisible()
  const other = await holdStore(stranger.context())
  await keep.click()
  await stranger.reload()
  await other.close()
  await expectMarkdown(stranger, harbourPlan)
  await expect(stranger).toHaveURL(/#\/plan\/[^/]+$/)
  await stranger.context().close()
})

test('the byte order mark and the line ends of a file go through a link', async ({ page, browser }) => {
  const bytes = Buffer.from(`\uFEFF${harbourPlan.replaceAll('\n', '\r\n')}`)
  await openHome(page)
  await pickFile(page, 'windows.md', bytes)
  const stranger = await openAsStranger(browser, await linkOf(page))
  expect((await fileBytes(stranger)).equals(bytes)).toBe(true)
  await stranger.context().close()
})

test('a template shares as a short link', async ({ page }) => {
  await openHome(page)
  await page.getByRole('button', { name: 'API service', exact: true }).click()
  const link = await linkOf(page)
  expect(link.slice(link.indexOf('#/l/') + 4).length).toBeLessThanOrEqual(100)
})

test('I copy a link with the keyboard alone, and am told how long it is', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPlan(page, harbourPlan)
  await page.getByRole('button', { name: 'Share' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Share a link' })
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#\/l\/1/)
  await expect(dialog).toContainText('characters. Short enough for chats')
  await expectNoBarriers(page)
  await dialog.getByRole('button', { name: 'Copy link' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await dialog.getByRole('textbox', { name: 'Link' }).inputValue(),
  )
})

test('a plan that is too long for a link is offered as a file', async ({ page }) => {
  test.slow()
  await openPlan(page, `# Long\n\n${'words '.repeat(400_000)}\n`)
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share a link' })
  await expect(dialog.getByRole('alert')).toContainText('more than a link can hold')
  await expect(dialog.getByRole('button', { name: 'Download Markdown' })).toBeVisible()
})

test('what I edit in a shared plan asks me to keep a copy, and is in it', async ({ page, browser }) => {
  await openPlan(page, harbourPlan)
  const stranger = await openAsStranger(browser, await linkOf(page))
  await card(stranger, 'Agree on retries').getByRole('checkbox').click()
  const offer = stranger.getByRole('region', { name: 'Messages' })
  await expect(offer).toContainText('only shown')
  expect(await storedRecords(stranger)).toBe(0)
  await expectNoBarriers(stranger)
  await offer.getByRole('button', { name: 'Keep a copy' }).click()
  await expectSaved(stranger)
  await expectMarkdown(stranger, edited(harbourPlan, ['[ ] Agree', '[x] Agree']))
  await stranger.context().close()
})

test('a shared plan that I have already is compared with mine, which stays as it is', async ({ page }) => {
  await openPlan(page, harbourPlan)
  const link = await linkOf(page)
  const mine = page.url()
  const notice = page.getByRole('region', { name: 'About this plan' })
  await page.goto(link)
  await expect(notice).toContainText('word for word')
  await notice.getByRole('link', { name: 'Open mine' }).click()
  await expect(page).toHaveURL(mine)
  await card(page, 'Agree on retries').getByRole('checkbox').click()
  await expectSaved(page)

  await page.goto(link)
  await expect(notice).toContainText('reads differently')
  await notice.getByRole('button', { name: 'Compare' }).click()
  const dialog = page.getByRole('dialog', { name: 'Compare with my plan' })
  await expect(dialog.getByText('[x] Agree on retries')).toBeVisible()
  await expect(dialog.getByText('[ ] Agree on retries')).toBeVisible()
  await expectNoBarriers(page)
  await page.keyboard.press('Escape')
  await notice.getByRole('button', { name: 'Keep a copy' }).click()
  await expectSaved(page)
  await expectMarkdown(page, harbourPlan)
  await page.goto(mine)
  await expectMarkdown(page, edited(harbourPlan, ['[ ] Agree', '[x] Agree']))
  await backHome(page)
  await expect(page.getByRole('region', { name: 'My plans' }).getByRole('listitem')).toHaveCount(2)
})

test('a link that I open over a plan leaves that plan alone, and Back returns to it', async ({ page }) => {
  await openPlan(page, harbourPlan)
  const link = await linkOf(page)
  await backHome(page)
  await pickFile(page, 'other.md', planOf(3))
  await card(page, 'Task 7919 of 3').getByRole('checkbox').click()
  const other = page.url()
  await page.evaluate(hash => {
    location.hash = hash
  }, new URL(link).hash)
  await expect(page.getByRole('heading', { name: 'Harbour Lights' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'About this plan' })).toBeVisible()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('Lamp Protocol')
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/panel=/)
  await page.reload()
  await expect(page.getByRole('region', { name: 'About this plan' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(other)
  await expectMarkdown(page, planOf(3).replace('[ ] Task 7919', '[x] Task 7919'))
  await backHome(page)
  await expect(planRow(page, 'Harbour Lights')).toHaveCount(1)
})

test('a link that was cut, changed or made up is explained, and touches no plan', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await expectSaved(page)
  const link = await linkOf(page)
  const site = link.slice(0, link.indexOf('#'))
  const payload = link.slice(link.indexOf('/l/') + 3)
  const middle = payload.length >> 1
  const changed = payload.slice(0, middle) + (payload[middle] === 'A' ? 'B' : 'A') + payload.slice(middle + 1)
  const bad = [payload.slice(0, middle), changed, `9${payload.slice(1)}`, 'x', '%E0%A4%A', '../../etc', '']
  const before = await storedRecords(page)
  for (const rest of bad) {
    await page.goto(`${site}#/l/${rest}`)
    await expect(
      page.getByRole('heading', { name: /There is no plan in this link|There is nothing at this/ }),
    ).toBeVisible()
    await expect(page.getByText(/your own plans are untouched|Your plans are safe/i)).toBeVisible()
  }
  expect(await storedRecords(page)).toBe(before)
  await page.getByRole('link', { name: 'Go to my plans' }).click()
  await expect(planRow(page, 'Harbour Lights')).toHaveCount(1)
})

test('what chats and mails do to a link does it no harm', async ({ page }) => {
  await openPlan(page, harbourPlan)
  const link = await linkOf(page)
  for (const sent of [`${link}.`, `${link})`, link.replace('#/l/1', '#/l/%31'), `${link}?fbclid=abc`]) {
    await page.goto('./')
    await page.goto(sent)
    await expect(page.getByRole('region', { name: 'About this plan' })).toContainText('word for word')
  }
})
