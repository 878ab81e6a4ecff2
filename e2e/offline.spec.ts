import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { backHome, card, expectMarkdown, expectSaved, openPlan, planRow } from './app.ts'
import { edited, harbourPlan } from './harbourPlan.ts'
import { type Site, test } from './release.ts'

const ticked = edited(harbourPlan, ['[ ] Agree', '[x] Agree'])
// Without a network the browser itself says that an update could not be looked for.
test.use({ serviceWorkers: 'allow', expected: [/ERR_CONNECTION_REFUSED|Failed to update a ServiceWorker/] })

/**
 * Waits until all of Braid is kept in the browser, and the page is opened from there, whole: where a page is closed while
 * it still asks its worker for parts, Chromium may let the next worker wait for minutes.
 */
async function install(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.reload({ waitUntil: 'networkidle' })
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
}

/** Gives the worker at work something to do that does not end by itself: until then Chromium lets the next one wait. */
async function keepWorkerBusy(page: Page, site: Site): Promise<void> {
  site.hold('assets/endless.js')
  await page.evaluate(() => void fetch('assets/endless.js').catch(() => undefined))
}

/** As when an hour has passed. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
}

/** Whether what was looked for is there, and all of it. */
function isInstalled(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const found = await navigator.serviceWorker.getRegistration()
    return found?.waiting?.state === 'installed' && !found.installing
  })
}

const offer = (page: Page) => page.getByText('A new version of Braid is ready.')

async function expectRelease(page: Page, name: string, timeout = 15_000): Promise<void> {
  await expect(page.locator(`meta[name=release][content=${name}]`)).toHaveCount(1, { timeout })
}

test('without a network I open Braid, edit my plan and take it away', async ({ page, context, site }) => {
  await openPlan(page, harbourPlan)
  await expectSaved(page)
  await install(page)
  const address = page.url()
  await page.close()
  await site.close()

  const cold = await context.newPage()
  await cold.goto(address)
  await card(cold, 'Agree on retries').getByRole('checkbox').click()
  await expectSaved(cold)
  await expectMarkdown(cold, ticked)
  await cold.getByRole('button', { name: 'Export' }).click()
  await cold.getByRole('tab', { name: 'Preview' }).click()
  await expect(cold.getByRole('heading', { name: 'Stream A: Lamp Protocol' })).toBeVisible()
  await cold.goto(site.address)
  await expect(cold.getByRole('heading', { name: 'My plans' })).toBeVisible()
})

test('a new version is offered, taken when I say so, and a tab with the old one goes on', async ({
  page,
  context,
  site,
}) => {
  await openPlan(page, harbourPlan)
  await expectSaved(page)
  await install(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(card(other, 'Agree on retries')).toBeVisible()

  site.deploy('second')
  await lookForUpdate(page)
  await expect(offer(page)).toBeVisible()
  await card(page, 'Agree on retries').getByRole('checkbox').click()
  await expectSaved(page)
  await page.getByRole('button', { name: 'Reload' }).click()
  await expectRelease(page, 'second')
  await expectMarkdown(page, ticked)

  await expect(offer(other)).toBeVisible()
  await other.getByRole('button', { name: 'Export' }).click()
  await expect(other.getByRole('dialog')).toContainText('Harbour Lights')
  await other.keyboard.press('Escape')
  await other.getByRole('button', { name: 'Reload' }).click()
  await expectRelease(other, 'second')
  await expectMarkdown(other, ticked)
})

test('after two new versions a tab with the oldest still loads its parts, and they go when no tab needs them', async ({
  page,
  context,
  site,
}) => {
  const kept = (of: Page) => of.evaluate(async () => (await caches.keys()).length)
  await openPlan(page, harbourPlan)
  await expectSaved(page)
  await install(page)
  const address = page.url()
  const other = await context.newPage()
  await other.goto(address)
  await expect(card(other, 'Agree on retries')).toBeVisible()

  for (const next of ['second', 'third']) {
    site.deploy(next)
    await lookForUpdate(page)
    await expect.poll(() => isInstalled(page)).toBe(true)
  }
  await expect.poll(() => kept(page)).toBe(3)
  await page.getByRole('button', { name: 'Reload' }).click()
  await expectRelease(page, 'third')
  await other.getByRole('button', { name: 'Export' }).click()
  await expect(other.getByRole('dialog')).toContainText('Harbour Lights')

  await other.close()
  await page.close()
  const alone = await context.newPage()
  await alone.goto(address)
  await expect.poll(() => kept(alone)).toBe(1)
  await expectMarkdown(alone, harbourPlan)
})

test('the offer of a new version stands still while I edit, and once closed does not come back for it', async ({
  page,
  site,
}) => {
  await openPlan(page, harbourPlan)
  await expectSaved(page)
  await install(page)
  site.deploy('second')
  await lookForUpdate(page)
  await expect(offer(page)).toBeVisible()
  const shown = await offer(page).elementHandle()
  const box = card(page, 'Agree on retries').getByRole('checkbox')
  await box.click()
  await expectSaved(page)
  expect(await shown?.evaluate(words => words.isConnected)).toBe(true)

  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Dismiss' }).click()
  await box.click()
  await expectSaved(page)
  await box.click()
  await expectSaved(page)
  await expect(offer(page)).toBeHidden()
  site.deploy('third')
  await lookForUpdate(page)
  await expect(offer(page)).toBeVisible()
})

test('a new version is not offered while an edit is not stored', async ({ page, site }) => {
  await openPlan(page, harbourPlan)
  await expectSaved(page)
  await install(page)
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
  await card(page, 'Agree on retries').getByRole('checkbox').click()
  await expect(page.getByRole('alert')).toContainText('Not saved')
  site.deploy('second')
  await lookForUpdate(page)
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then(found => found?.waiting?.state))
  await expect(offer(page)).toBeHidden()
  await page.evaluate(() => void dispatchEvent(new Event('room')))
  // Saving resumes by itself after a while.
  await expect(offer(page)).toBeVisible({ timeout: 60_000 })
})

test('the next visit after all tabs were closed has the new version without a question', async ({
  page,
  context,
  site,
}) => {
  await openPlan(page, harbourPlan)
  await expectSaved(page)
  await install(page)
  site.deploy('second')
  await lookForUpdate(page)
  await expect(offer(page)).toBeVisible()
  const address = page.url()
  await page.close()
  const next = await context.newPage()
  await expect(async () => {
    await next.goto('about:blank')
    await next.goto(address)
    await expectRelease(next, 'second', 1000)
  }).toPass()
  await expectMarkdown(next, harbourPlan)
})

test.describe('after a bad release', () => {
  // The page that is healed may still ask for parts that the bad release no longer has.
  test.use({ expected: [/404|503|Failed to update a ServiceWorker|Failed to fetch dynamically|Unable to preload/] })

  for (const host of ['', ', even from a host that fails once'])
    test(`a bad release is healed by one visit once the kill switch stands in its place${host}, and no plan is lost`, async ({
      page,
      context,
      site,
    }) => {
      await openPlan(page, harbourPlan)
      await expectSaved(page)
      await install(page)
      const address = page.url()
      await page.close()

      site.deploy('second', { 'sw.js': readFileSync('docs/hosting/sw-kill-switch.js', 'utf8') })
      if (host) site.refuse('sw.js')
      const next = await context.newPage()
      await next.goto(address)
      await expectRelease(next, 'second', 20_000)
      await expectMarkdown(next, harbourPlan)
      expect(await next.evaluate(async () => (await caches.keys()).length)).toBe(0)
    })
})

test.describe('where the old worker is still at work', () => {
  test.use({ expected: [/ERR_FAILED|ERR_ABORTED|404|Failed to fetch dynamically|Unable to preload/] })

  test.beforeEach(async ({ page, site }) => {
    await openPlan(page, harbourPlan)
    await expectSaved(page)
    await install(page)
    await keepWorkerBusy(page, site)
  })

  test('a new version that I take comes soon', async ({ page, site }) => {
    site.deploy('second')
    await lookForUpdate(page)
    await page.getByRole('button', { name: 'Reload' }).click()
    await expectRelease(page, 'second')
    await expectMarkdown(page, harbourPlan)
  })

  test('a bad release is healed soon', async ({ page, site }) => {
    site.deploy('second', { 'sw.js': readFileSync('docs/hosting/sw-kill-switch.js', 'utf8') })
    await lookForUpdate(page)
    await expectRelease(page, 'second')
    await expectMarkdown(page, harbourPlan)
  })
})

test.describe('where nothing can be kept', () => {
  test.use({ serviceWorkers: 'block', expected: [/404|Failed to fetch dynamically imported module|Unable to preload/] })

  test('a part that a deploy took away is said to be missing, and a reload brings it', async ({ page, site }) => {
    await openPlan(page, harbourPlan)
    await card(page, 'Agree on retries').getByRole('checkbox').click()
    await expectSaved(page)
    site.deploy('second')
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByRole('heading', { name: 'A part of Braid did not load' })).toBeVisible()
    await page.getByRole('button', { name: 'Reload the page' }).click()
    await expect(page.getByRole('dialog')).toContainText('Harbour Lights')
    await page.keyboard.press('Escape')
    await expectMarkdown(page, ticked)
  })

  test('a new name for a plan that a missing part keeps from it is told, and the plan keeps its own', async ({
    page,
    site,
  }) => {
    await openPlan(page, harbourPlan)
    await backHome(page)
    await page.reload()
    await planRow(page, 'Harbour Lights').getByRole('button').click()
    const rename = page.getByRole('menuitem', { name: 'Rename' })
    await expect(rename).toBeVisible()
    // What a new name needs is loaded when somebody begins to type one.
    site.deploy('second')
    await rename.click()
    await page.keyboard.type('Lamps')
    await page.keyboard.press('Enter')
    await expect(page.getByText('“Harbour Lights” keeps its name')).toBeVisible()
    await page.reload()
    await expect(planRow(page, 'Harbour Lights')).toBeVisible()
  })
})
