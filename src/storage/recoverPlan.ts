import {
  type BackupRecord,
  type Entry,
  logKey,
  readSnapshot,
  schemaVersion,
  snapshotKey,
  spent,
} from './planRecords.ts'
import type { PlanId, RawRecord, StoredPlan } from './planStorage.ts'
import { type Base, leadOn, newestOf, type RawPlan, readEntry } from './readPlan.ts'
import { seal } from './seal.ts'

export interface Recovery {
  readonly plan: StoredPlan
  /** What is taken out of the way, as it lies there; it is to be kept aside. */
  readonly aside: readonly RawRecord[]
  readonly deleted: readonly IDBValidKey[]
  readonly put: readonly { readonly key: IDBValidKey; readonly value: unknown }[]
}

/**
 * The newest state of a damaged plan that can be had: from the snapshot or the newest backup, whichever the log leads
 * on further from. `null`: neither can be read. Every later load then finds an undamaged plan.
 */
export function recoverPlan(id: PlanId, raw: RawPlan, backup: BackupRecord | null): Recovery | null {
  const snapshot = newestOf(raw.snapshots.map(readSnapshot))
  const bases = [snapshot, backup].filter(base => base !== null)
  const [best] = bases
    .map(base => ({ base, ...leadOn(id, raw, base) }))
    .sort((a, b) => b.plan.revision - a.plan.revision || Number(a.base === backup) - Number(b.base === backup))
  if (!best) return null
  const { base, plan } = best

  const isUnread = (entry: Entry) => entry.value !== spent && readEntry(entry) === null
  const before = raw.log.filter(entry => entry.revision <= plan.revision && isUnread(entry))
  const after = best.after.filter(entry => entry.value !== spent)
  const droppedSnapshots = raw.snapshots.filter(entry => base === backup || entry.revision !== base.revision)
  const newest = Math.max(...[...raw.snapshots, ...raw.log].map(entry => entry.revision))

  return {
    plan: {
      ...plan,
      unreadable: Math.max(0, newest - plan.revision),
      ...(backup && base === backup ? { fromBackup: backup.at } : {}),
    },
    aside: [
      ...droppedSnapshots.map(({ revision, value }) => ({ key: snapshotKey(id, revision), value })),
      ...[...before, ...after].map(({ revision, value }) => ({ key: logKey(id, revision), value })),
    ],
    deleted: [
      ...droppedSnapshots.map(({ revision }) => snapshotKey(id, revision)),
      ...best.after.map(({ revision }) => logKey(id, revision)),
    ],
    put: [
      ...(base === backup ? [{ key: snapshotKey(id, base.revision), value: snapshotOf(base, raw) }] : []),
      // Their keys stay, so that no tab that slept through this writes these revisions again.
      ...before.map(({ revision }) => ({ key: logKey(id, revision), value: spent })),
      // Where the log does not reach back to it, something has to lead to the next edit.
      ...(raw.log.some(entry => entry.revision === plan.revision)
        ? []
        : [{ key: logKey(id, plan.revision), value: spent }]),
    ],
  }
}

function snapshotOf({ revision, text, envelope }: Base, raw: RawPlan) {
  const kept = raw.log.filter(entry => entry.value !== spent && entry.revision <= revision)
  const keptFrom = Math.min(revision + 1, ...kept.map(entry => entry.revision))
  const recordAt = (at: number) => raw.log.flatMap(entry => (entry.revision === at ? [readEntry(entry)] : []))[0]
  // What comes next has been found to lead on from here.
  const mark = recordAt(revision)?.mark ?? recordAt(revision + 1)?.follows ?? null
  return seal({ version: schemaVersion, revision, text, envelope, mark, keptFrom })
}
