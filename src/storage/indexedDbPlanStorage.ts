import { promisifyRequest, type UseStore } from 'idb-keyval'
import { createAppendBatches } from './appendBatches.ts'
import { createAppendBursts } from './appendBursts.ts'
import { createHardenedStore } from './hardenedStore.ts'
import { backUp, fetchBackups, fetchRaw, migrate, readBackup, recover } from './indexedDbRecovery.ts'
import { type Migrations, noMigrations } from './migratePlan.ts'
import {
  type Entry,
  headKey,
  logKey,
  logRangeFrom,
  type MarkedRecord,
  rangeOf,
  readLogRecord,
  readRemovedAt,
  readSettings,
  readSnapshot,
  readSummary,
  removedKey,
  type Snapshot,
  schemaVersion,
  settingsKey,
  snapshotKey,
  spent,
} from './planRecords.ts'
import type { Appended, PlanId, PlanStorage, PlanSummary, StorageResult } from './planStorage.ts'
import { newestOf, type RawPlan, readNewer, readPlan } from './readPlan.ts'
import { seal } from './seal.ts'
import { attempt, fail, failureOfError, type StorageTask, storageFailure, succeed } from './storageFailure.ts'

interface IndexedDbOptions {
  readonly databaseName?: string
  readonly migrations?: Migrations
  /** Ms since 1970. */
  readonly now?: () => number
}

/** Keeps plans in IndexedDB. The database is opened by this call, which does not wait for it. */
export function openIndexedDbPlanStorage({
  databaseName = 'braid',
  migrations = noMigrations,
  now = () => Date.now(),
}: IndexedDbOptions = {}): PlanStorage {
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

    create: ({ summary, text, envelope, revision = 0 }) =>
      attempt('save', async () => {
        const snapshot: Snapshot = seal({
          version: schemaVersion,
          revision,
          text,
          envelope,
          mark: null,
          keptFrom: revision + 1,
        })
        try {
          await use('readwrite', store => {
            store.add({ version: schemaVersion, summary }, headKey(summary.id))
            store.add(snapshot, snapshotKey(summary.id, revision))
            store.add(spent, logKey(summary.id, revision))
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
        const read = async () => readPlan(id, await use('readonly', store => fetchPlan(store, id)))
        let reading = await read()
        if (reading.kind === 'older') {
          await migrate(use, migrations, id, now())
          reading = await read()
        }
        switch (reading.kind) {
          case 'absent':
            return succeed(null)
          case 'plan': {
            if (reading.strays) await attempt('open', async () => succeed(await tidy(use, id)))
            return succeed(reading.plan)
          }
          case 'damaged': {
            const plan = await recover(use, id)
            return plan ? succeed(plan) : fail(storageFailure('damaged', 'open'))
          }
          default:
            return fail(storageFailure('newer', 'open'))
        }
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
        append(id, seal({ version: schemaVersion, ...record, mark, follows }), summary),
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

    backUp: (id, backup) =>
      attempt('save', async () => {
        if (!(await bursts.settle(id, backup.entry.revision))) return succeed(false)
        return succeed(await backUp(use, id, backup))
      }),
    backups: id => attempt('open', async () => succeed(await use('readonly', store => fetchBackups(store, id)))),
    readBackup: (id, entry) => attempt('open', async () => succeed(await readBackup(use, migrations, id, entry))),
    readSettings: id =>
      attempt('open', async () =>
        succeed(readSettings(await use('readonly', store => promisifyRequest<unknown>(store.get(settingsKey(id)))))),
      ),
    keepSettings: (id, word) =>
      changeExisting(use, 'save', id, store => store.put({ version: schemaVersion, word }, settingsKey(id))),
    raw: id => attempt('open', async () => succeed(await use('readonly', store => fetchRaw(store, id)))),

    remove: (id, at) =>
      changeExisting(use, 'delete', id, store => store.put({ version: schemaVersion, at }, removedKey(id))),
    restore: id => changeExisting(use, 'restore', id, store => store.delete(removedKey(id))),
    purge: before => attempt('clear', async () => succeed(await purge(use, before))),
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
  const snapshots = await fetchSnapshots(store, id)
  if (snapshots.length === 0) return fail(storageFailure('missing', 'save'))
  const old = newestOf(snapshots.map(readSnapshot))
  if (old !== null && old.revision >= revision) return succeed(undefined)
  const record = readLogRecord(await promisifyRequest<unknown>(store.get(logKey(id, revision))))
  // A damaged one is for the next load to put aside.
  if (old === null || record === null) {
    return fail(storageFailure('broken', 'save', `revision ${revision} of ${id} cannot be read`))
  }
  const kept = await promisifyRequest(store.getAllKeys(logRangeFrom(id, old.keptFrom)))
  const newest = kept.map(revisionOf).at(-1) ?? revision
  const keptFrom = Math.max(old.keptFrom, Math.min(revision, newest - keep) + 1)
  const snapshot: Snapshot = seal({
    version: schemaVersion,
    revision,
    text,
    envelope: old.envelope,
    mark: record.mark,
    keptFrom,
  })
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
    const reading = readPlan(id, await fetchPlan(store, id))
    if (reading.kind === 'absent') deletePlan(store, id)
    if (reading.kind === 'plan' && reading.strays) store.delete(logRangeFrom(id, reading.plan.revision + 1))
    return reading.kind !== 'absent'
  })
}

function deletePlan(store: IDBObjectStore, id: PlanId): void {
  store.delete(headKey(id))
  store.delete(removedKey(id))
  store.delete(settingsKey(id))
  store.delete(rangeOf('snapshot', id))
  store.delete(rangeOf('log', id))
  store.delete(rangeOf('aside', id))
  store.delete(rangeOf('backup', id))
}

async function fetchPlan(store: IDBObjectStore, id: PlanId): Promise<RawPlan> {
  const [head, snapshots] = await Promise.all([
    promisifyRequest<unknown>(store.get(headKey(id))),
    fetchSnapshots(store, id),
  ])
  const log = await fetchLog(store, id, keptFromOf(snapshots))
  return { head, snapshots, ...log }
}

/** Read before it is known whether the snapshot is whole, without summing its text up. */
function keptFromOf(snapshots: readonly Entry[]): number {
  const starts = snapshots.map(({ value }) =>
    typeof value === 'object' && value !== null && 'keptFrom' in value ? Number(value.keptFrom) : 0,
  )
  return Math.max(0, Math.min(...starts)) || 0
}

async function fetchSnapshots(store: IDBObjectStore, id: PlanId): Promise<readonly Entry[]> {
  const [keys, values] = await Promise.all([
    promisifyRequest(store.getAllKeys(rangeOf('snapshot', id))),
    promisifyRequest<unknown[]>(store.getAll(rangeOf('snapshot', id))),
  ])
  return keys.map((key, index) => ({ revision: revisionOf(key), value: values[index] }))
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
