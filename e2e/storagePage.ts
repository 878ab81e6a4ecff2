import { createStore } from 'idb-keyval'
import { openIndexedDbPlanStorage } from '../src/storage/indexedDbPlanStorage.ts'
import type { Migrations } from '../src/storage/migratePlan.ts'
import type {
  Backup,
  BackupEntry,
  LogRecord,
  PlanStorage,
  PlanSummary,
  RawRecord,
  StorageResult,
  StoredPlan,
} from '../src/storage/planStorage.ts'
import { planStorageContract } from '../src/storage/planStorageContract.ts'
import { seal } from '../src/storage/seal.ts'

/** What the page of `storage.spec.ts` holds: the real adapter, opened when the page loads as the app does. */
interface StoragePage {
  readonly storage: PlanStorage
  /** Runs one promise of the contract on a database of its own. */
  readonly keepsPromise: (promise: string) => Promise<void>
  readonly create: (id: string, text?: string) => Promise<string>
  readonly append: (id: string, revision: number, by?: string, size?: number) => Promise<string>
  /**
   * Writes this many edits as the app does: all at once, and those that were behind again over what was read meanwhile.
   * Gives the origins in the order in which they were reported as appended.
   */
  readonly writeAll: (id: string, edits: number, by: string) => Promise<readonly string[]>
  /** `null`: it is not there. */
  readonly load: (id: string) => Promise<LoadedPlan | null>
  /** Puts a value where the adapter keeps its own. */
  readonly put: (key: IDBValidKey, value: unknown) => Promise<void>
  /** Gives a record the checksum that makes it a sound one. */
  readonly seal: typeof seal
  /** Makes a plan of a version before the first, with two edits; gives its records. */
  readonly makeOld: (id: string) => Promise<readonly RawRecord[]>
  /** Loads it; the page dies before it has put more than this many records. */
  readonly migrateUntil: (id: string, puts: number) => Promise<string>
  readonly migrate: (id: string) => Promise<{
    readonly loaded: StorageResult<StoredPlan | null>
    readonly again: StorageResult<StoredPlan | null>
    readonly backups: StorageResult<readonly BackupEntry[]>
    readonly read: StorageResult<Backup | null> | null
  }>
  /** Holds the store for some tenths of a second. */
  readonly putMany: (count: number) => Promise<void>
  readonly deleteDatabase: () => Promise<void>
}

export interface LoadedPlan {
  readonly name: string
  readonly text: string
  readonly revision: number
  readonly origins: readonly string[]
}

declare global {
  interface Window {
    storagePage: StoragePage
  }
}

const promises = new Map<string, () => Promise<void>>()
let databases = 0
planStorageContract(
  (promise, body) => promises.set(promise, body),
  () => {
    const databaseName = `contract ${++databases} ${Math.random()}`
    return { here: openIndexedDbPlanStorage({ databaseName }), there: openIndexedDbPlanStorage({ databaseName }) }
  },
)

const storage = openIndexedDbPlanStorage()

function summary(id: string, by: string): PlanSummary {
  return { id, name: `Plan by ${by}`, done: 0, total: 1, createdAt: 1, changedAt: 2 }
}

/** Words that stay as long as they are where the browser compresses what it stores, as Chromium does from 150 on. */
function noise(size: number): string {
  let words = ''
  while (words.length < size) words += Math.random().toString(36).slice(2)
  return words.slice(0, size)
}

function record(revision: number, by: string, size: number): LogRecord {
  const change = { label: 'Type', set: [revision - 1, [0, noise(size)]] }
  const inverse = { label: 'Type', set: [revision - 1, [1]] }
  return { revision, kind: 'edit', origin: `${by}:${revision}`, change, inverse, at: revision }
}

function writeRaw(write: (store: IDBObjectStore) => void): Promise<void> {
  return createStore('braid', 'records')('readwrite', store => {
    write(store)
    return new Promise<void>((resolve, reject) => {
      store.transaction.oncomplete = () => {
        store.transaction.db.close()
        resolve()
      }
      store.transaction.onabort = reject
    })
  })
}

/** Once upon a time the text lay under another name. */
const migrations: Migrations = new Map([
  [0, (kind, record) => (kind === 'snapshot' && 'words' in record ? withText(record) : record)],
])

function withText({ words, ...rest }: { readonly words: unknown }) {
  return { ...rest, text: words }
}

window.storagePage = {
  storage,
  seal,
  async makeOld(id) {
    await window.storagePage.create(id)
    for (const revision of [1, 2]) await window.storagePage.append(id, revision)
    const { seal, put } = window.storagePage
    const raw = await storage.raw(id)
    if (!raw.ok) throw new Error(raw.failure.message)
    for (const { key, value } of raw.value) {
      if (typeof value !== 'object' || value === null) continue
      const old = seal({ ...value, version: 0 })
      const kind = Array.isArray(key) ? key[0] : null
      if (kind === 'log') await put(key as IDBValidKey, old)
      if (kind !== 'snapshot') continue
      const { text: _, ...rest } = old as { text?: unknown }
      await put(key as IDBValidKey, seal({ ...rest, words: 'old text' }))
    }
    const after = await storage.raw(id)
    return after.ok ? after.value : []
  },
  async migrateUntil(id, puts) {
    const { put } = IDBObjectStore.prototype
    let left = puts
    IDBObjectStore.prototype.put = function (...args) {
      if (left-- === 0) {
        this.transaction.abort()
        throw new DOMException('The page is gone', 'AbortError')
      }
      return put.apply(this, args)
    }
    const result = await openIndexedDbPlanStorage({ migrations, now: () => 5 }).load(id)
    return result.ok ? 'loaded' : result.failure.code
  },
  async migrate(id) {
    const storage = openIndexedDbPlanStorage({ migrations, now: () => 9 })
    const loaded = await storage.load(id)
    const again = await storage.load(id)
    const backups = await storage.backups(id)
    const entry = backups.ok ? backups.value[0] : undefined
    return { loaded, again, backups, read: entry ? await storage.readBackup(id, entry) : null }
  },
  async keepsPromise(promise) {
    const body = promises.get(promise)
    if (!body) throw new Error(`no such promise: ${promise}`)
    await body()
  },
  async create(id, text = '') {
    const result = await storage.create({ summary: summary(id, 'nobody'), text, envelope: { bom: false, crlf: false } })
    return result.ok ? 'created' : result.failure.code
  },
  async append(id, revision, by = 'page', size = 1) {
    const result = await storage.append(id, record(revision, by, size), summary(id, by))
    return result.ok ? result.value : result.failure.code
  },
  async writeAll(id, edits, by) {
    const appended: string[] = []
    while (appended.length < edits) {
      const loaded = await storage.load(id)
      if (!loaded.ok || loaded.value === null) throw new Error('the plan did not load')
      let { revision } = loaded.value
      const answers = Array.from({ length: edits - appended.length }, async (_, index) => {
        const origin = `${by}:${appended.length + index + 1}`
        const result = await storage.append(id, { ...record(++revision, by, 1), origin }, summary(id, by))
        return result.ok && result.value === 'appended' ? origin : null
      })
      appended.push(...(await Promise.all(answers)).filter(origin => origin !== null))
    }
    return appended
  },
  async load(id) {
    const result = await storage.load(id)
    if (!result.ok) throw new Error(result.failure.message)
    if (result.value === null) return null
    const { summary, text, revision, log } = result.value
    return { name: summary.name, text, revision, origins: log.map(entry => entry.origin) }
  },
  put: (key, value) => writeRaw(store => store.put(value, key)),
  putMany: count =>
    writeRaw(store => {
      for (let index = 0; index < count; index++) store.put('x'.repeat(200), ['other', index])
    }),
  deleteDatabase: () =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('braid')
      request.onsuccess = () => resolve()
      request.onerror = reject
    }),
}
