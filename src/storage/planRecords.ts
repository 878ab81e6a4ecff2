import * as v from 'valibot'
import type { BackupEntry, PlanId, PlanSummary, RawRecord } from './planStorage.ts'
import { isSealed } from './seal.ts'

/*
 * What lies in the object store, each under a key that is an array, so that one plan's records of a kind are one range:
 *   ['head', id]                what the list shows; written blindly by every append, so it holds nothing else
 *   ['snapshot', id, revision]  the whole text; a plan exists while it has one
 *   ['log', id, revision]       one edit. The key stays when the record is dropped: it is what keeps a tab that slept
 *                               through it from writing that revision again. A plan begins with such an empty
 *                               record.
 *   ['backup', id, at, ...]     a text from before. The key says all that the list of backups shows, so that listing and
 *                               pruning them reads no text.
 *   ['aside', id, count]        records that could not be read, as they lay there, and those of the log after them
 *   ['settings', id]            how the plan is looked at: no part of it, and damage to it hurts nothing
 *   ['removed', id]             when the plan was removed; apart from the head, so that an append does not restore it
 * All but heads and what is spent carry a schema version and a checksum (seal.ts).
 */
export const schemaVersion = 1

/** What is left in the log of an edit that is no longer kept. */
export const spent = 0

export const headKey = (id: PlanId): IDBValidKey => ['head', id]
export const removedKey = (id: PlanId): IDBValidKey => ['removed', id]
export const settingsKey = (id: PlanId): IDBValidKey => ['settings', id]
export const snapshotKey = (id: PlanId, revision: number): IDBValidKey => ['snapshot', id, revision]
export const asideKey = (id: PlanId, count: number): IDBValidKey => ['aside', id, count]
export const backupKey = (id: PlanId, entry: BackupEntry): IDBValidKey => {
  const { at, revision, reason, size, done, total } = entry
  return ['backup', id, at, revision, reason, size, done, total]
}
export const logKey = (id: PlanId, revision: number): IDBValidKey => ['log', id, revision]

/** All keys that begin with these parts: an array sorts after every string and number. */
export function rangeOf(...parts: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...parts], [...parts, []])
}

export function logRangeFrom(id: PlanId, revision: number): IDBKeyRange {
  return IDBKeyRange.bound(logKey(id, revision), ['log', id, []])
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** Ms since 1970, of a day that a `Date` knows. */
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))

const envelope = v.object({ bom: v.boolean(), crlf: v.boolean() })

const snapshotSchema = v.object({
  version: v.literal(schemaVersion),
  revision: count,
  text: v.string(),
  envelope,
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

const backupSchema = v.object({
  version: v.literal(schemaVersion),
  revision: count,
  at: time,
  text: v.string(),
  envelope,
})
export type BackupRecord = v.InferOutput<typeof backupSchema>

/** What a plan was before its records were brought to this version: key and value of each. */
const beforeMigrationSchema = v.object({
  version: v.literal(schemaVersion),
  records: v.array(v.object({ key: v.unknown(), value: v.unknown() })),
})

const backupKeySchema = v.tuple([
  v.literal('backup'),
  v.string(),
  time,
  count,
  v.picklist(['edits', 'import', 'restore', 'delete', 'migration']),
  count,
  count,
  count,
])

const removedSchema = v.object({ at: time })

export function readSummary(id: PlanId, head: unknown): PlanSummary {
  return { id, ...v.parse(headSchema, head).summary }
}

const settingsSchema = v.object({ version: v.literal(schemaVersion), word: v.string() })

/** `null`: there are none, or they cannot be read. */
export function readSettings(value: unknown): string | null {
  const result = v.safeParse(settingsSchema, value)
  return result.success ? result.output.word : null
}

/** `null` when it cannot be told; such a plan is not purged. */
export function readRemovedAt(value: unknown): number | null {
  const result = v.safeParse(removedSchema, value)
  return result.success ? result.output.at : null
}

export function readLogRecord(value: unknown): MarkedRecord | null {
  return readSealed(logSchema, value)
}

export function readSnapshot({ revision, value }: Entry): Snapshot | null {
  const snapshot = readSealed(snapshotSchema, value)
  return snapshot?.revision === revision ? snapshot : null
}

export function readBackupRecord(value: unknown): BackupRecord | null {
  return readSealed(backupSchema, value)
}

export function readBeforeMigration(value: unknown): readonly RawRecord[] | null {
  return readSealed(beforeMigrationSchema, value)?.records ?? null
}

/** `null`: no backup of ours lies there. */
export function readBackupKey(key: unknown): BackupEntry | null {
  const result = v.safeParse(backupKeySchema, key)
  if (!result.success) return null
  const [, , at, revision, reason, size, done, total] = result.output
  return { at, revision, reason, size, done, total }
}

function readSealed<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, value)
  return result.success && isSealed(value) ? result.output : null
}

/** A record and the last part of its key. */
export interface Entry {
  readonly revision: number
  readonly value: unknown
}
