import { type BrowserContext, expect, type Page } from '@playwright/test'
import { build } from 'vite'
import { planStorageContract } from '../src/storage/planStorageContract.ts'
import type { LoadedPlan } from './storagePage.ts'
import { test } from './test.ts'

const origin = 'http://localhost:4173'
const url = `${origin}/storage-page`

test.use({ baseURL: origin })

let script = ''

test.beforeAll(async () => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry: 'e2e/storagePage.ts', formats: ['iife'], name: 'page' } },
  })
  const output = Array.isArray(result) ? result[0] : result
  if (!output || !('output' in output)) throw new Error('the page was not built')
  script = output.output[0].code
})

test.beforeEach(({ context }) => serve(context))

/** An empty page on the app's origin with nothing but the adapter in it. */
async function serve(context: BrowserContext, headers: Record<string, string> = {}): Promise<void> {
  await context.route(`${origin}/**`, route => {
    const code = route.request().url() === url ? script : ''
    const body = `<!doctype html><title>Storage</title><link rel="icon" href="data:,"><script>${code}</script>`
    return route.fulfill({ contentType: 'text/html', headers, body })
  })
}

async function load(page: Page, id: string): Promise<LoadedPlan | null> {
  return page.evaluate(id => window.storagePage.load(id), id)
}

async function append(page: Page, id: string, revision: number, by = 'page'): Promise<string> {
  return page.evaluate(([id, revision, by]) => window.storagePage.append(id, revision, by), [id, revision, by] as const)
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

test.describe('the contract in IndexedDB', () => {
  planStorageContract(
    promise =>
      test(promise, async ({ page }) => {
        await page.goto(url)
        await page.evaluate(promise => window.storagePage.keepsPromise(promise), promise)
      }),
    () => {
      throw new Error('the contract runs in the page')
    },
  )
})

test('fifty edits and a reload in the same moment lose none', async ({ page }) => {
  await page.goto(url)
  for (let round = 0; round < 20; round++) {
    const id = `plan ${round}`
    await page.evaluate(id => window.storagePage.create(id), id)
    const reloaded = page.waitForEvent('load')
    await page.evaluate(id => {
      for (let revision = 1; revision <= 50; revision++) void window.storagePage.append(id, revision)
      location.reload()
    }, id)
    await reloaded
    expect((await load(page, id))?.revision).toBe(50)
  }
})

test('a new plan, its first edit and a reload in the same moment lose nothing', async ({ page }) => {
  await page.goto(url)
  await page.evaluate(() => window.storagePage.storage.list())
  const reloaded = page.waitForEvent('load')
  await page.evaluate(() => {
    void window.storagePage.create('plan', 'text')
    void window.storagePage.append('plan', 1)
    location.reload()
  })
  await reloaded
  expect(await load(page, 'plan')).toMatchObject({ text: 'text', revision: 1 })
})

test('of two pages that write the same revision one is behind and leaves nothing', async ({ page, context }) => {
  const other = await context.newPage()
  await Promise.all([page.goto(url), other.goto(url)])
  await page.evaluate(() => window.storagePage.create('plan'))
  for (let revision = 1; revision <= 20; revision++) {
    const answers = await Promise.all([append(page, 'plan', revision, 'one'), append(other, 'plan', revision, 'two')])
    expect(answers.toSorted()).toEqual(['appended', 'behind'])
    const winner = answers[0] === 'appended' ? 'one' : 'two'
    const plan = await load(page, 'plan')
    expect(plan?.origins.at(-1)).toBe(`${winner}:${revision}`)
    expect(plan?.name).toBe(`Plan by ${winner}`)
  }
})

test('two pages that write fifty edits each at once both keep all of theirs', async ({ page, context }) => {
  const other = await context.newPage()
  await Promise.all([page.goto(url), other.goto(url)])
  await page.evaluate(() => window.storagePage.create('plan'))
  const fifty = (page: Page, by: string) => page.evaluate(by => window.storagePage.writeAll('plan', 50, by), by)
  const reported = (await Promise.all([fifty(page, 'one'), fifty(other, 'two')])).flat()
  const plan = await load(page, 'plan')
  expect(plan?.revision).toBe(100)
  expect(plan?.origins.toSorted()).toEqual(reported.toSorted())
})

test('strays of a page that died are cleared away by the next load, and editing goes on', async ({ page }) => {
  await page.goto(url)
  await page.evaluate(async () => {
    await window.storagePage.create('plan')
    await window.storagePage.append('plan', 1)
    const record = { version: 1, revision: 2, kind: 'edit', origin: 'x', change: 1, inverse: 1, at: 1, mark: 'x' }
    const stray = window.storagePage.seal({ ...record, follows: 'a mark that is not there' })
    await window.storagePage.put(['log', 'plan', 2], stray)
  })
  expect(await append(page, 'plan', 2)).toBe('behind')
  expect((await load(page, 'plan'))?.revision).toBe(1)
  expect(await append(page, 'plan', 2)).toBe('appended')
  expect((await load(page, 'plan'))?.origins).toEqual(['page:1', 'page:2'])
})

test('when the newest records cannot be read, the plan loads up to them and they are kept aside', async ({ page }) => {
  await page.goto(url)
  const { first, second, aside } = await page.evaluate(async () => {
    const { storage, put } = window.storagePage
    await window.storagePage.create('plan')
    for (const revision of [1, 2, 3]) await window.storagePage.append('plan', revision)
    await put(['log', 'plan', 2], 'cut off')
    return { first: await storage.load('plan'), second: await storage.load('plan'), aside: await storage.aside('plan') }
  })
  expect(first).toMatchObject({ ok: true, value: { revision: 1, unreadable: 2 } })
  expect(second).toMatchObject({ ok: true, value: { revision: 1, unreadable: 0 } })
  expect(aside).toMatchObject({
    value: [{ records: [{ key: ['log', 'plan', 2], value: 'cut off' }, { key: ['log', 'plan', 3] }] }],
  })
  expect(await append(page, 'plan', 2)).toBe('appended')
})

test('a plan with a damaged snapshot and no backup is a failure with words, stays in the list and can be had as it lies there', async ({
  page,
}) => {
  await page.goto(url)
  const { loaded, listed, raw } = await page.evaluate(async () => {
    await window.storagePage.create('plan')
    await window.storagePage.create('other', 'sound')
    await window.storagePage.put(['snapshot', 'plan', 0], { version: 1, text: 'what is left' })
    const { storage } = window.storagePage
    return { loaded: await storage.load('plan'), listed: await storage.list(), raw: await storage.raw('plan') }
  })
  expect(loaded).toMatchObject({ ok: false, failure: { code: 'damaged' } })
  expect(listed).toMatchObject({ ok: true, value: [{ id: 'other' }, { id: 'plan' }] })
  expect(JSON.stringify(raw)).toContain('what is left')
  expect(await load(page, 'other')).toMatchObject({ text: 'sound' })
})

test('a plan with a damaged snapshot opens from its backup and the edits since, once told and for good', async ({
  page,
}) => {
  await page.goto(url)
  const { first, second, aside } = await page.evaluate(async () => {
    const { storage, put } = window.storagePage
    await window.storagePage.create('plan', 'text')
    await window.storagePage.append('plan', 1)
    const entry = { at: 7, revision: 1, reason: 'edits', size: 5, done: 0, total: 1 } as const
    await storage.backUp('plan', { entry, text: 'xtext', envelope: { bom: false, crlf: true } })
    await window.storagePage.append('plan', 2)
    await put(['snapshot', 'plan', 0], { version: 1, text: 'tex' })
    return { first: await storage.load('plan'), second: await storage.load('plan'), aside: await storage.aside('plan') }
  })
  const plan = { text: 'xtext', snapshotRevision: 1, revision: 2, envelope: { crlf: true }, unreadable: 0 }
  expect(first).toMatchObject({ ok: true, value: { ...plan, fromBackup: 7 } })
  expect(second).toMatchObject({ ok: true, value: plan })
  expect(second).not.toMatchObject({ value: { fromBackup: 7 } })
  expect(aside).toMatchObject({ value: [{ records: [{ key: ['snapshot', 'plan', 0], value: { text: 'tex' } }] }] })
  expect(await append(page, 'plan', 3)).toBe('appended')
})

test('a damaged plan opens from its backup although there is no room to put it right', async ({ page }) => {
  await page.goto(url)
  const loaded = await page.evaluate(async () => {
    const { storage, put } = window.storagePage
    await window.storagePage.create('plan', 'text')
    const entry = { at: 7, revision: 0, reason: 'edits', size: 4, done: 0, total: 1 } as const
    await storage.backUp('plan', { entry, text: 'text', envelope: { bom: false, crlf: false } })
    await put(['snapshot', 'plan', 0], null)
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function (...[stores, mode, ...rest]) {
      if (mode === 'readwrite') throw new DOMException('The disk is full', 'QuotaExceededError')
      return transaction.call(this, stores, mode, ...rest)
    }
    return storage.load('plan')
  })
  expect(loaded).toMatchObject({ ok: true, value: { text: 'text', fromBackup: 7 } })
})

test('a plan of an older version is brought to this one, wherever that was cut short before, and its backup is kept', async ({
  page,
}) => {
  await page.goto(url)
  // One put for the backup, one for each of three records: the page dies at each of them in turn.
  for (const puts of [0, 1, 2, 3]) {
    const id = `plan ${puts}`
    const before = await page.evaluate(id => window.storagePage.makeOld(id), id)
    expect(await page.evaluate(([id, puts]) => window.storagePage.migrateUntil(id, puts), [id, puts] as const)).toBe(
      'broken',
    )
    const raw = await page.evaluate(id => window.storagePage.storage.raw(id), id)
    const records = raw.ok ? raw.value.filter(({ key }) => Array.isArray(key) && key[0] !== 'backup') : []
    expect(records).toEqual(before)
    expect(raw.ok && raw.value.length - records.length).toBe(puts === 0 ? 0 : 1)

    await page.reload()
    const { loaded, backups, read, again } = await page.evaluate(id => window.storagePage.migrate(id), id)
    expect(loaded).toMatchObject({ ok: true, value: { text: 'old text', revision: 2 } })
    expect(again).toEqual(loaded)
    expect(backups).toMatchObject({ ok: true, value: [{ reason: 'migration', revision: 2 }] })
    expect(read).toMatchObject({ ok: true, value: { text: 'old text', snapshotRevision: 0, log: [{}, {}] } })
  }
})

test('a plan of a newer version is left alone, and can be had as it lies there', async ({ page }) => {
  await page.goto(url)
  const { loaded, raw } = await page.evaluate(async () => {
    const { storage, put, seal } = window.storagePage
    await window.storagePage.create('plan', 'text')
    await put(['snapshot', 'plan', 0], seal({ version: 2, text: 'from tomorrow' }))
    return { loaded: await storage.load('plan'), raw: await storage.raw('plan') }
  })
  expect(loaded).toMatchObject({ ok: false, failure: { code: 'newer' } })
  expect(JSON.stringify(raw)).toContain('from tomorrow')
})

test('a page does not stand in the way when another deletes the database, and then hears that its plan is missing', async ({
  page,
  context,
}) => {
  await page.goto(url)
  await page.evaluate(() => window.storagePage.create('plan'))
  const other = await context.newPage()
  await other.goto(url)
  await other.evaluate(() => window.storagePage.deleteDatabase())
  const took = await millisecondsOf(async () => expect(await append(page, 'plan', 1)).toBe('missing'))
  expect(took).toBeLessThan(6000)
  expect(await page.evaluate(() => window.storagePage.create('plan'))).toBe('created')
  expect(await append(page, 'plan', 1)).toBe('appended')
})

test('clearing the data of the site under an open page is heard, not a hang', async ({ page, context }) => {
  await page.goto(url)
  await page.evaluate(() => window.storagePage.create('plan'))
  const browser = await context.newCDPSession(page)
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  const took = await millisecondsOf(async () => expect(await append(page, 'plan', 1)).toBe('missing'))
  expect(took).toBeLessThan(6000)
})

test('edits after the connection was lost are written in order over a new one', async ({ page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args)
      request.addEventListener('success', () => {
        Object.assign(window, { loseConnection: () => request.result.close() })
      })
      return request
    }
  })
  await page.goto(url)
  await page.evaluate(() => window.storagePage.create('plan'))
  const answers = await page.evaluate(() => {
    const { loseConnection } = window as unknown as { loseConnection: () => void }
    loseConnection()
    return Promise.all([1, 2, 3].map(revision => window.storagePage.append('plan', revision)))
  })
  expect(answers).toEqual(['appended', 'appended', 'appended'])
  expect((await load(page, 'plan'))?.origins).toEqual(['page:1', 'page:2', 'page:3'])
})

test('a database that never opens is slow after three seconds, and nothing is written later', async ({
  page,
  context,
}) => {
  // An open connection that ignores the wish to delete makes every open wait behind the deletion.
  const keeper = await context.newPage()
  await keeper.goto(`${origin}/empty-page`)
  await keeper.evaluate(() => {
    const request = indexedDB.open('braid', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('records')
    return new Promise<void>(resolve => {
      request.onsuccess = () => {
        Object.assign(window, { release: () => request.result.close() })
        indexedDB.deleteDatabase('braid')
        resolve()
      }
    })
  })
  await page.goto(url)
  const took = await millisecondsOf(async () => {
    const answers = await page.evaluate(() =>
      Promise.all([window.storagePage.create('plan'), window.storagePage.append('plan', 1)]),
    )
    expect(answers).toEqual(['slow', 'slow'])
  })
  expect(took).toBeLessThan(6000)
  await keeper.evaluate(() => (window as unknown as { release: () => void }).release())
  expect(await load(page, 'plan')).toBeNull()
  expect(await page.evaluate(() => window.storagePage.create('plan'))).toBe('created')
})

test('a browser without IndexedDB is blocked', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await page.goto(url)
  expect(await page.evaluate(() => window.storagePage.create('plan'))).toBe('blocked')
})

test('a page that may not keep data is blocked', async ({ page, context }) => {
  await context.unrouteAll()
  await serve(context, { 'content-security-policy': 'sandbox allow-scripts' })
  await page.goto(url)
  expect(await append(page, 'plan', 1)).toBe('blocked')
})

test('when there is no room left, the edit and those right after it fail as full and can be sent again', async ({
  page,
  context,
}) => {
  // Before anything is stored: the browser looks at the quota only now and then.
  const browser = await context.newCDPSession(page)
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 })
  await page.goto(url)
  await page.evaluate(() => window.storagePage.create('plan'))
  const bigAndTwoSmall = (size: number) =>
    page.evaluate(
      size => Promise.all([size, 10, 10].map((size, index) => window.storagePage.append('plan', index + 1, 'x', size))),
      size,
    )
  expect(await bigAndTwoSmall(1_000_000)).toEqual(['full', 'full', 'full'])
  expect((await load(page, 'plan'))?.revision).toBe(0)
  expect(await bigAndTwoSmall(10)).toEqual(['appended', 'appended', 'appended'])
  expect((await load(page, 'plan'))?.revision).toBe(3)
})
