import * as v from 'valibot'
import type { LogRecord, PlanId, PlanSummary, StoredPlan } from './planStorage.ts'

/*
 * What lies in the object store, each under a key that is an array, so that one plan's records of a kind are one range:
 *   ['head', id]                what the list shows; written blindly by every append, so it holds nothing else
 *   ['snapshot', id, revision]  the whole text; a plan exists while it has one
 *   ['log', id, revision]       one edit. The key stays when the record is dropped: it is what keeps a tab that slept
 *                               through it from writing that revision again. Revision 0 is such an empty record.
 *   ['aside', id, count]        records of the log that could not be read, as they lay there, and those after them
 *   ['removed', id]             when the plan was removed; apart from the head, so that an append does not restore it
 */
export const schemaVersion = 1

/** What is left in the log of an edit that is no longer kept. */
export const spent = 0

export const headKey = (id: PlanId): IDBValidKey => ['head', id]
export const removedKey = (id: PlanId): IDBValidKey => ['removed', id]
export const snapshotKey = (id: PlanId, revision: number): IDBValidKey => ['snapshot', id, revision]
export const asideKey = (id: PlanId, count: number): IDBValidKey => ['aside', id, count]
export const logKey = (id: PlanId, revision: number): IDBValidKey => ['log', id, revision]

/** All keys that begin with these parts: an array sorts after every string and number. */
export function rangeOf(...parts: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...parts], [...parts, []])
}

export function logRangeFrom(id: PlanId, revision: number): IDBKeyRange {
  return IDBKeyRange.bound(logKey(id, revision), ['log', id, []])
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const time = v.pipe(v.number(), v.finite())

const snapshotSchema = v.object({
  version: v.literal(schemaVersion),
  revision: count,
  text: v.string(),
  envelope: v.object({ bom: v.boolean(), crlf: v.boolean() }),
  /** The mark of the record that led to this text; `null` for the text the plan began with. */
  mark: v.nullable(v.string()),
  /** The log holds nothing but spent records before this revision. */
  keptFrom: count,
})
export type Snapshot = v.InferOutput<typeof snapshotSchema>

const logSchema = v.object({
  version: v.literal(schemaVersion),
  revision: count,
  kind: v.picklist(['edit', 'undo', 'redo']),
  origin: v.string(),
  change: v.unknown(),
  inverse: v.unknown(),
  at: time,
  lost: v.exactOptional(v.pipe(v.array(v.string()), v.readonly())),
  /** Names this writing of the revision; `origin` stays the same when an edit is carried over others and written again. */
  mark: v.string(),
  /** The mark this must come right behind, or `null` when the writer knew what lay before it. */
  follows: v.nullable(v.string()),
})
export type MarkedRecord = v.InferOutput<typeof logSchema>

/** Field by field: a damaged head must not hide a plan whose text is there. */
const headSchema = v.fallback(
  v.object({
    summary: v.object({
      name: v.fallback(v.string(), 'Plan without a readable name'),
      done: v.fallback(count, 0),
      total: v.fallback(count, 0),
      createdAt: v.fallback(time, 0),
      changedAt: v.fallback(time, 0),
    }),
  }),
  { summary: { name: 'Plan without a readable name', done: 0, total: 0, createdAt: 0, changedAt: 0 } },
)

const removedSchema = v.object({ at: time })

export function readSummary(id: PlanId, head: unknown): PlanSummary {
  return { id, ...v.parse(headSchema, head).summary }
}

/** `null` when it cannot be told; such a plan is not purged. */
export function readRemovedAt(value: unknown): number | null {
  const result = v.safeParse(removedSchema, value)
  return result.success ? result.output.at : null
}

export function readLogRecord(value: unknown): MarkedRecord | null {
  const result = v.safeParse(logSchema, value)
  return result.success ? result.output : null
}

/** The newest that can be read. */
export function readSnapshot(values: readonly unknown[]): Snapshot | null {
  let newest: Snapshot | null = null
  for (const value of values) {
    const result = v.safeParse(snapshotSchema, value)
    if (result.success && result.output.revision >= (newest?.revision ?? 0)) newest = result.output
  }
  return newest
}

/** One plan's records as they came from the store; nothing of it is trusted yet. */
export interface RawPlan {
  readonly head: unknown
  readonly snapshots: readonly unknown[]
  readonly log: readonly { readonly revision: number; readonly value: unknown }[]
  readonly isRemoved: boolean
}

export type PlanReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' }
  /** `strays`: records lie behind the last one that can be read, and nothing will ever lead to them. */
  | { readonly kind: 'plan'; readonly plan: StoredPlan; readonly strays: boolean }

/** The log is the authority: the plan's revision is the last that an unbroken run of records from the snapshot gives. */
export function readPlan(id: PlanId, raw: RawPlan): PlanReading {
  if (raw.snapshots.length === 0) return { kind: 'absent' }
  if (raw.snapshots.some(isNewer) || raw.log.some(({ value }) => isNewer(value))) return { kind: 'newer' }
  const snapshot = readSnapshot(raw.snapshots)
  if (snapshot === null) return { kind: 'damaged' }

  const records = new Map<number, MarkedRecord>()
  for (const { revision, value } of raw.log) {
    const record = readLogRecord(value)
    if (record?.revision === revision) records.set(revision, record)
  }
  const log: LogRecord[] = []
  let first = snapshot.revision + 1
  for (let record = records.get(first - 1); record !== undefined; record = records.get(first - 1)) {
    log.push(unmarked(record))
    first--
  }
  log.reverse()
  let revision = snapshot.revision
  let mark = snapshot.mark
  for (let record = records.get(revision + 1); record !== undefined; record = records.get(revision + 1)) {
    if (record.follows !== null && record.follows !== mark) break
    log.push(unmarked(record))
    revision++
    mark = record.mark
  }
  const after = raw.log.filter(entry => entry.revision > revision)
  const isDamaged = after.some(entry => records.get(entry.revision) === undefined)
  return {
    kind: 'plan',
    strays: after.length > 0,
    plan: {
      summary: readSummary(id, raw.head),
      envelope: snapshot.envelope,
      text: snapshot.text,
      snapshotRevision: snapshot.revision,
      revision,
      log,
      isRemoved: raw.isRemoved,
      unreadable: isDamaged ? after.length : 0,
    },
  }
}

function unmarked({ revision, kind, origin, change, inverse, at, lost }: MarkedRecord): LogRecord {
  return { revision, kind, origin, change, inverse, at, ...(lost ? { lost } : {}) }
}

/** The records after the first of these, each following the one before; `null` when something does not. */
export function readNewer([first, ...rest]: RawPlan['log']): readonly LogRecord[] | null {
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

function isNewer(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number' &&
    value.version > schemaVersion
  )
}
