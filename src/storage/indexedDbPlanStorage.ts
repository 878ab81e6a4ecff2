import { promisifyRequest, type UseStore } from 'idb-keyval'
import { createAppendBatches } from './appendBatches.ts'
import { createAppendBursts } from './appendBursts.ts'
import { createHardenedStore } from './hardenedStore.ts'
import {
  asideKey,
  headKey,
  logKey,
  logRangeFrom,
  type MarkedRecord,
  type RawPlan,
  rangeOf,
  readLogRecord,
  readNewer,
  readPlan,
  readRemovedAt,
  readSnapshot,
  readSummary,
  removedKey,
  type Snapshot,
  schemaVersion,
  snapshotKey,
  spent,
} from './planRecords.ts'
import type { Appended, PlanId, PlanStorage, PlanSummary, StorageResult } from './planStorage.ts'
import { attempt, fail, failureOfError, type StorageTask, storageFailure, succeed } from './storageFailure.ts'

/** Keeps plans in IndexedDB. The database is opened by this call, which does not wait for it. */
export function openIndexedDbPlanStorage(options: { readonly databaseName?: string } = {}): PlanStorage {
  const databaseName = options.databaseName ?? 'braid'
  const use = createHardenedStore(databaseName, 'records')

  const writer = crypto.getRandomValues(new Uint32Array(2)).join('-')
  let writings = 0

  const bursts = createAppendBursts(id => attempt('save', async () => succeed(await tidy(use, id))))
  const writeRecord = createAppendBatches(use)

  async function append(id: PlanId, record: MarkedRecord, summary: PlanSummary): Promise<StorageResult<Appended>> {
    try {
      const { isLedTo, isRemoved } = await writeRecord(id, record, { version: schemaVersion, summary })
      if (isLedTo) return succeed(isRemoved ? 'removed' : 'appended')
      // Nothing leads to this record: the plan was purged, the site's data cleared, or a revision left out.
      return (await tidy(use, id)) ? succeed('behind') : fail(storageFailure('missing', 'save'))
    } catch (error) {
      return isTaken(error) ? succeed('behind') : fail(failureOfError(error, 'save'))
    }
  }

  return {
    list: () => attempt('list', async () => succeed(await list(use))),

    create: ({ summary, text, envelope }) =>
      attempt('save', async () => {
        const snapshot: Snapshot = { version: schemaVersion, revision: 0, text, envelope, mark: null, keptFrom: 1 }
        try {
          await use('readwrite', store => {
            store.add({ version: schemaVersion, summary }, headKey(summary.id))
            store.add(snapshot, snapshotKey(summary.id, 0))
            store.add(spent, logKey(summary.id, 0))
            store.transaction.commit()
          })
          return succeed(undefined)
        } catch (error) {
          if (!isTaken(error)) throw error
          return fail(storageFailure('broken', 'save', `a plan is already stored under ${summary.id}`))
        }
      }),

    load: id =>
      attempt('open', async () => {
        const reading = readPlan(id, await use('readonly', store => fetchPlan(store, id)))
        if (reading.kind === 'absent') return succeed(null)
        if (reading.kind === 'newer') {
          const advice = 'Reload the page to get that version.'
          return fail(storageFailure('broken', 'open', 'it was saved by a newer version of Braid', advice))
        }
        if (reading.kind === 'damaged') {
          return fail(storageFailure('broken', 'open', 'what is stored of it cannot be read'))
        }
        if (reading.plan.unreadable > 0) await tidy(use, id)
        else if (reading.strays) await attempt('open', async () => succeed(await tidy(use, id)))
        return succeed(reading.plan)
      }),

    newer: (id, revision) =>
      attempt('open', async () => {
        const { log, isRemoved } = await use('readonly', store => fetchLog(store, id, revision))
        const newer = log[0]?.revision === revision ? readNewer(log) : null
        return succeed(newer && { log: newer, isRemoved })
      }),

    append: (id, record, summary) => {
      const mark = `${writer}-${++writings}`
      return bursts.append(id, record.revision, mark, follows =>
        append(id, { version: schemaVersion, ...record, mark, follows }, summary),
      )
    },

    renewSnapshot: (id, revision, text, keep) =>
      attempt('save', async () => {
        // When an append in flight fails, the text is not the one that storage has at this revision.
        if (!(await bursts.settle(id, revision))) return succeed(undefined)
        return use('readwrite', store => renewSnapshot(store, id, revision, text, keep))
      }),

    aside: id =>
      attempt('open', async () =>
        succeed(await use('readonly', store => promisifyRequest<unknown[]>(store.getAll(rangeOf('aside', id))))),
      ),

    remove: (id, at) =>
      changeExisting(use, 'delete', id, store => store.put({ version: schemaVersion, at }, removedKey(id))),
    restore: id => changeExisting(use, 'restore', id, store => store.delete(removedKey(id))),
    purge: before => attempt('delete', async () => succeed(await purge(use, before))),
  }
}

async function list(use: UseStore): Promise<readonly PlanSummary[]> {
  const [headKeys, heads, snapshotKeys, removedKeys] = await use('readonly', store =>
    Promise.all([
      promisifyRequest(store.getAllKeys(rangeOf('head'))),
      promisifyRequest<unknown[]>(store.getAll(rangeOf('head'))),
      promisifyRequest(store.getAllKeys(rangeOf('snapshot'))),
      promisifyRequest(store.getAllKeys(rangeOf('removed'))),
    ]),
  )
  const headOf = new Map(headKeys.map((key, index) => [planOf(key), heads[index]]))
  const shown = new Set(snapshotKeys.map(planOf))
  for (const key of removedKeys) shown.delete(planOf(key))
  return [...shown].map(id => readSummary(id, headOf.get(id))).sort((a, b) => b.changedAt - a.changedAt)
}

async function renewSnapshot(
  store: IDBObjectStore,
  id: PlanId,
  revision: number,
  text: string,
  keep: number,
): Promise<StorageResult<void>> {
  const values = await promisifyRequest<unknown[]>(store.getAll(rangeOf('snapshot', id)))
  if (values.length === 0) return fail(storageFailure('missing', 'save'))
  const old = readSnapshot(values)
  if (old !== null && old.revision >= revision) return succeed(undefined)
  const record = readLogRecord(await promisifyRequest<unknown>(store.get(logKey(id, revision))))
  if (old === null || record === null) {
    return fail(storageFailure('broken', 'save', `revision ${revision} of ${id} cannot be read`))
  }
  const kept = await promisifyRequest(store.getAllKeys(logRangeFrom(id, old.keptFrom)))
  const newest = kept.map(revisionOf).at(-1) ?? revision
  const keptFrom = Math.max(old.keptFrom, Math.min(revision, newest - keep) + 1)
  const snapshot: Snapshot = {
    version: schemaVersion,
    revision,
    text,
    envelope: old.envelope,
    mark: record.mark,
    keptFrom,
  }
  store.delete(rangeOf('snapshot', id))
  store.put(snapshot, snapshotKey(id, revision))
  for (const key of kept) if (revisionOf(key) < keptFrom) store.put(spent, key)
  store.transaction.commit()
  return succeed(undefined)
}

function changeExisting(
  use: UseStore,
  task: StorageTask,
  id: PlanId,
  change: (store: IDBObjectStore) => IDBRequest,
): Promise<StorageResult<void>> {
  return attempt(task, () =>
    use('readwrite', async store => {
      if ((await promisifyRequest(store.getKey(rangeOf('snapshot', id)))) === undefined) {
        return fail(storageFailure('missing', task))
      }
      change(store)
      return succeed(undefined)
    }),
  )
}

function purge(use: UseStore, before: number): Promise<void> {
  return use('readwrite', async store => {
    const [keys, values] = await Promise.all([
      promisifyRequest(store.getAllKeys(rangeOf('removed'))),
      promisifyRequest<unknown[]>(store.getAll(rangeOf('removed'))),
    ])
    for (const [index, key] of keys.entries()) {
      const at = readRemovedAt(values[index])
      if (at !== null && at < before) deletePlan(store, planOf(key))
    }
  })
}

/** Clears away the records of a plan that nothing leads to; `false` when there is no plan at all. */
function tidy(use: UseStore, id: PlanId): Promise<boolean> {
  return use('readwrite', async store => {
    const raw = await fetchPlan(store, id)
    const reading = readPlan(id, raw)
    if (reading.kind === 'absent') deletePlan(store, id)
    if (reading.kind === 'plan' && reading.strays) {
      const { revision, unreadable } = reading.plan
      if (unreadable > 0) {
        const records = raw.log.filter(entry => entry.revision > revision)
        const before = await promisifyRequest(store.count(rangeOf('aside', id)))
        store.put({ version: schemaVersion, records }, asideKey(id, before))
      }
      store.delete(logRangeFrom(id, revision + 1))
    }
    return reading.kind !== 'absent'
  })
}

function deletePlan(store: IDBObjectStore, id: PlanId): void {
  store.delete(headKey(id))
  store.delete(removedKey(id))
  store.delete(rangeOf('snapshot', id))
  store.delete(rangeOf('log', id))
  store.delete(rangeOf('aside', id))
}

async function fetchPlan(store: IDBObjectStore, id: PlanId): Promise<RawPlan> {
  const [head, snapshots] = await Promise.all([
    promisifyRequest<unknown>(store.get(headKey(id))),
    promisifyRequest<unknown[]>(store.getAll(rangeOf('snapshot', id))),
  ])
  const log = await fetchLog(store, id, readSnapshot(snapshots)?.keptFrom ?? 0)
  return { head, snapshots, ...log }
}

/** The records of the log from this revision on, and whether the plan is removed. */
async function fetchLog(store: IDBObjectStore, id: PlanId, from: number): Promise<Pick<RawPlan, 'log' | 'isRemoved'>> {
  const range = logRangeFrom(id, from)
  const [keys, values, removed] = await Promise.all([
    promisifyRequest(store.getAllKeys(range)),
    promisifyRequest<unknown[]>(store.getAll(range)),
    promisifyRequest(store.getKey(removedKey(id))),
  ])
  const log = keys.map((key, index) => ({ revision: revisionOf(key), value: values[index] }))
  return { log, isRemoved: removed !== undefined }
}

function planOf(key: IDBValidKey): PlanId {
  return Array.isArray(key) ? String(key[1]) : ''
}

function revisionOf(key: IDBValidKey): number {
  return Array.isArray(key) ? Number(key[2]) : Number.NaN
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConstraintError'
}
