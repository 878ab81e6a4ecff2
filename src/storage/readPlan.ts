import {
  type Entry,
  type MarkedRecord,
  readLogRecord,
  readSnapshot,
  readSummary,
  type Snapshot,
  schemaVersion,
} from './planRecords.ts'
import type { LogRecord, PlanId, StoredPlan } from './planStorage.ts'
import { isSealed } from './seal.ts'

/** One plan's records as they came from the store; nothing of it is trusted yet. */
export interface RawPlan {
  readonly head: unknown
  readonly snapshots: readonly Entry[]
  readonly log: readonly Entry[]
  readonly isRemoved: boolean
}

export type PlanReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'older' }
  /** Something cannot be read that the newest text may depend on. */
  | { readonly kind: 'damaged' }
  /** `strays`: records lie behind the last one that can be read, and nothing will ever lead to them. */
  | { readonly kind: 'plan'; readonly plan: StoredPlan; readonly strays: boolean }

/** A text that the log may lead on from. */
export type Base = Pick<Snapshot, 'revision' | 'text' | 'envelope'> & {
  /** The mark of the record that led to it; left out where it is not known. */
  readonly mark?: string | null
}

/** The log is the authority: the plan's revision is the last that an unbroken run of records from the snapshot gives. */
export function readPlan(id: PlanId, raw: RawPlan): PlanReading {
  if (raw.snapshots.length === 0) return { kind: 'absent' }
  const versions = [...raw.snapshots, ...raw.log].map(({ value }) => versionOf(value))
  if (versions.some(version => version > schemaVersion)) return { kind: 'newer' }
  if (versions.some(version => version < schemaVersion)) return { kind: 'older' }
  const snapshots = raw.snapshots.map(readSnapshot)
  const snapshot = newestOf(snapshots)
  if (snapshot === null || snapshots.includes(null)) return { kind: 'damaged' }
  const { plan, after } = leadOn(id, raw, snapshot)
  if (after.some(entry => readEntry(entry) === null)) return { kind: 'damaged' }
  return { kind: 'plan', strays: after.length > 0, plan }
}

/** The plan as this base and the log give it, and what of the log lies behind its end. */
export function leadOn(id: PlanId, raw: RawPlan, base: Base): { plan: StoredPlan; after: readonly Entry[] } {
  const records = new Map<number, MarkedRecord>()
  for (const entry of raw.log) {
    const record = readEntry(entry)
    if (record) records.set(entry.revision, record)
  }
  const log: LogRecord[] = []
  let first = base.revision + 1
  for (let record = records.get(first - 1); record !== undefined; record = records.get(first - 1)) {
    log.push(unmarked(record))
    first--
  }
  log.reverse()
  let { revision, mark } = base
  for (let record = records.get(revision + 1); record !== undefined; record = records.get(revision + 1)) {
    if (record.follows !== null && mark !== undefined && record.follows !== mark) break
    log.push(unmarked(record))
    revision++
    mark = record.mark
  }
  return {
    after: raw.log.filter(entry => entry.revision > revision),
    plan: {
      summary: readSummary(id, raw.head),
      envelope: base.envelope,
      text: base.text,
      snapshotRevision: base.revision,
      revision,
      log,
      isRemoved: raw.isRemoved,
      unreadable: 0,
    },
  }
}

/** The records after the first of these, each following the one before; `null` when something does not. */
export function readNewer([first, ...rest]: readonly Entry[]): readonly LogRecord[] | null {
  if (first === undefined) return null
  const log: LogRecord[] = []
  let { revision } = first
  let mark = readLogRecord(first.value)?.mark
  for (const { value } of rest) {
    const record = readLogRecord(value)
    if (record?.revision !== revision + 1) return null
    if (record.follows !== null && record.follows !== mark) return null
    log.push(unmarked(record))
    revision = record.revision
    mark = record.mark
  }
  return log
}

/** The newest that can be read. */
export function newestOf(snapshots: readonly (Snapshot | null)[]): Snapshot | null {
  return snapshots.reduce((a, b) => (b === null || (a && a.revision > b.revision) ? a : b), null)
}

/** What cannot be read counts as a record of today. */
function versionOf(value: unknown): number {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : schemaVersion
  return version !== schemaVersion && isSealed(value) ? value.version : schemaVersion
}

/** `null` as well for a record that says another revision than its key. */
export function readEntry({ revision, value }: Entry): MarkedRecord | null {
  const record = readLogRecord(value)
  return record?.revision === revision ? record : null
}

function unmarked({ revision, kind, origin, change, inverse, at, lost }: MarkedRecord): LogRecord {
  return { revision, kind, origin, change, inverse, at, ...(lost ? { lost } : {}) }
}
