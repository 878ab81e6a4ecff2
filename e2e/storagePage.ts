import { createStore } from 'idb-keyval'
import { openIndexedDbPlanStorage } from '../src/storage/indexedDbPlanStorage.ts'
import type { LogRecord, PlanStorage, PlanSummary } from '../src/storage/planStorage.ts'
import { planStorageContract } from '../src/storage/planStorageContract.ts'

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

function record(revision: number, by: string, size: number): LogRecord {
  const change = { label: 'Type', set: [revision - 1, [0, 'x'.repeat(size)]] }
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

window.storagePage = {
  storage,
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
