import { promisifyRequest, type UseStore } from 'idb-keyval'
import { isBackedUp, keepBackups } from './keepBackups.ts'
import { type Migrations, migrateRecords, sortRecords } from './migratePlan.ts'
import {
  asideKey,
  type BackupRecord,
  backupKey,
  headKey,
  logKey,
  rangeOf,
  readBackupKey,
  readBackupRecord,
  readBeforeMigration,
  removedKey,
  schemaVersion,
} from './planRecords.ts'
import type { Backup, BackupEntry, NewBackup, PlanId, RawRecord, StoredPlan } from './planStorage.ts'
import { readPlan } from './readPlan.ts'
import { recoverPlan } from './recoverPlan.ts'
import { seal } from './seal.ts'

/** Newest first. */
export async function fetchBackups(store: IDBObjectStore, id: PlanId): Promise<readonly BackupEntry[]> {
  const keys = await promisifyRequest(store.getAllKeys(rangeOf('backup', id)))
  return keys
    .map(readBackupKey)
    .filter(entry => entry !== null)
    .reverse()
}

/** `false`: nothing was written. */
export function backUp(use: UseStore, id: PlanId, { entry, text, envelope }: NewBackup): Promise<boolean> {
  return use('readwrite', async store => {
    const [entries, at] = await Promise.all([
      fetchBackups(store, id),
      promisifyRequest(store.getKey(logKey(id, entry.revision))),
    ])
    if (at === undefined || isBackedUp(entries, entry)) return false
    const { at: time, revision } = entry
    putBackup(store, id, entry, entries, { version: schemaVersion, revision, at: time, text, envelope })
    store.transaction.commit()
    return true
  })
}

function putBackup(
  store: IDBObjectStore,
  id: PlanId,
  entry: BackupEntry,
  before: readonly BackupEntry[],
  record: BackupRecord | { readonly version: number; readonly records: readonly RawRecord[] },
): void {
  store.put(seal(record), backupKey(id, entry))
  const kept = keepBackups([...before, entry])
  for (const old of before) if (!kept.has(old)) store.delete(backupKey(id, old))
}

export async function readBackup(
  use: UseStore,
  migrations: Migrations,
  id: PlanId,
  entry: BackupEntry,
): Promise<Backup | null> {
  const value = await use('readonly', store => promisifyRequest<unknown>(store.get(backupKey(id, entry))))
  const backup = readBackupRecord(value)
  if (backup) return { text: backup.text, envelope: backup.envelope, snapshotRevision: backup.revision, log: [] }
  const records = readBeforeMigration(value)
  if (!records) return null
  const reading = readPlan(id, sortRecords(id, records, migrateRecords(records, migrations)))
  return reading.kind === 'plan' ? reading.plan : null
}

/** Everything of one plan, in the order of its keys. */
export async function fetchRaw(store: IDBObjectStore, id: PlanId): Promise<readonly RawRecord[]> {
  const ranges = [headKey(id), removedKey(id), ...['aside', 'backup', 'log', 'snapshot'].map(kind => rangeOf(kind, id))]
  const lists = await Promise.all(
    ranges.map(async range => {
      const [keys, values] = await Promise.all([
        promisifyRequest(store.getAllKeys(range)),
        promisifyRequest<unknown[]>(store.getAll(range)),
      ])
      return keys.map((key, index) => ({ key, value: values[index] }))
    }),
  )
  return lists.flat()
}

/**
 * Brings a damaged plan to its newest good state and puts what was in the way aside. When that cannot be stored now, the
 * plan opens all the same, and the next load tries again. `null`: there is no good state.
 */
export async function recover(use: UseStore, id: PlanId): Promise<StoredPlan | null> {
  const find = async (store: IDBObjectStore) => {
    const raw = sortRecords(id, await fetchRaw(store, id))
    return recoverPlan(id, raw, await newestBackup(store, id))
  }
  try {
    return await use('readwrite', async store => {
      const recovery = await find(store)
      if (!recovery) return null
      if (recovery.aside.length > 0) {
        const count = await promisifyRequest(store.count(rangeOf('aside', id)))
        store.put({ version: schemaVersion, records: recovery.aside }, asideKey(id, count))
      }
      for (const key of recovery.deleted) store.delete(key)
      for (const { key, value } of recovery.put) store.put(value, key)
      return recovery.plan
    })
  } catch {
    return (await use('readonly', find))?.plan ?? null
  }
}

async function newestBackup(store: IDBObjectStore, id: PlanId): Promise<BackupRecord | null> {
  const entries = await fetchBackups(store, id)
  for (const entry of entries.toSorted((a, b) => b.revision - a.revision || b.at - a.at)) {
    const backup = readBackupRecord(await promisifyRequest<unknown>(store.get(backupKey(id, entry))))
    if (backup?.revision === entry.revision) return backup
  }
  return null
}

/**
 * Brings a plan's records to today's version in one transaction; before it, in another one, they are kept as they are,
 * so that a page that dies in between leaves the old ones or the new ones, and the backup.
 */
export async function migrate(use: UseStore, migrations: Migrations, id: PlanId, now: number): Promise<void> {
  const records = await use('readonly', store => fetchRaw(store, id))
  const migrated = migrateRecords(records, migrations)
  const after = readPlan(id, sortRecords(id, records, migrated))
  // What is damaged is for the load after this to recover.
  const plan = after.kind === 'plan' ? after.plan : null
  const entry: BackupEntry = {
    at: now,
    revision: plan?.revision ?? 0,
    reason: 'migration',
    size: plan?.text.length ?? 0,
    done: plan?.summary.done ?? 0,
    total: plan?.summary.total ?? 0,
  }
  const kept = records.filter(({ key }) => Array.isArray(key) && key[0] !== 'backup' && key[0] !== 'aside')
  await use('readwrite', async store => {
    const entries = await fetchBackups(store, id)
    if (isBackedUp(entries, entry)) return
    putBackup(store, id, entry, entries, { version: schemaVersion, records: kept })
  })
  await use('readwrite', async store => {
    for (const { key, value } of migrateRecords(await fetchRaw(store, id), migrations)) {
      store.put(value, key as IDBValidKey)
    }
    store.transaction.commit()
  })
}
