import type { Envelope } from '#plan/file.ts'

/** Names one stored plan: random, URL-safe, given by the caller. */
export type PlanId = string

/** What the list of plans shows. Kept in the head, so that the list reads no text. */
export interface PlanSummary {
  readonly id: PlanId
  readonly name: string
  readonly done: number
  readonly total: number
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly changedAt: number
}

/** One committed edit. `change` and `inverse` are the JSON of `changeToJson`. */
export interface LogRecord {
  /** The revision the plan has after this record; the first is 1. */
  readonly revision: number
  readonly kind: 'edit' | 'undo' | 'redo'
  /** Unique for each edit of each tab, so that a tab knows its own records again. */
  readonly origin: string
  readonly change: unknown
  readonly inverse: unknown
  readonly at: number
  /** Words that gave way here because they were edited in two tabs at once: they are in the text no more. */
  readonly lost?: readonly string[]
}

export type Appended = 'appended' | 'behind' | 'removed'

export interface NewPlan {
  readonly summary: PlanSummary
  readonly text: string
  readonly envelope: Envelope
  /** The revision it begins at: 0, or one beyond all that any tab may know of a plan that is stored again. */
  readonly revision?: number
}

/** A plan as it lies in storage: its newest snapshot, and the log. */
export interface StoredPlan {
  readonly summary: PlanSummary
  readonly envelope: Envelope
  /** The text at `snapshotRevision`. */
  readonly text: string
  readonly snapshotRevision: number
  readonly revision: number
  /** Ascending. Those after `snapshotRevision` lead to the newest text; older ones are kept for undo. */
  readonly log: readonly LogRecord[]
  /** It is not in the list, and `restore` brings it back. */
  readonly isRemoved: boolean
  /** So many of the newest edits cannot be read; this `load` put them aside. */
  readonly unreadable: number
  /** The snapshot could not be read, or led less far: this `load` built the plan from the backup of this time. */
  readonly fromBackup?: number
}

/** What the list of backups shows. Kept in the key, so that the list reads no text. */
export interface BackupEntry {
  /** Ms since 1970. */
  readonly at: number
  readonly revision: number
  /** What came next: `edits`, or something that replaces or removes the whole. */
  readonly reason: 'edits' | 'import' | 'restore' | 'delete' | 'migration'
  /** UTF-16 units of the text. */
  readonly size: number
  readonly done: number
  readonly total: number
}

export interface NewBackup {
  readonly entry: BackupEntry
  readonly text: string
  readonly envelope: Envelope
}

/** The text at a backup: this one, and what the log adds to it. */
export type Backup = Pick<StoredPlan, 'text' | 'envelope' | 'snapshotRevision' | 'log'>

/** One record as it lies in the store, readable or not. */
export interface RawRecord {
  readonly key: unknown
  readonly value: unknown
}

/** What came after a revision. */
export interface NewerRecords {
  readonly log: readonly LogRecord[]
  readonly isRemoved: boolean
}

/** Why a call did not work. Every call may give one; nothing throws. */
export interface StorageFailure {
  readonly code: 'full' | 'blocked' | 'missing' | 'slow' | 'broken' | 'damaged' | 'newer'
  /** What happened, what is safe and what to do, for a person. */
  readonly message: string
}

export type StorageResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: StorageFailure }

/** Keeps plans in this browser. Two adapters, memory and IndexedDB, behind one contract suite. */
export interface PlanStorage {
  /** Newest change first; deleted plans are not in it. */
  list(): Promise<StorageResult<readonly PlanSummary[]>>
  create(plan: NewPlan): Promise<StorageResult<void>>
  /** `null`: there is no such plan. */
  load(id: PlanId): Promise<StorageResult<StoredPlan | null>>
  /** Reads no text. `null`: the records kept do not lead on from that revision; `load` tells what is there. */
  newer(id: PlanId, revision: number): Promise<StorageResult<NewerRecords | null>>
  /**
   * Writes the record and the head in one transaction that is asked for before this returns, so that a reload right
   * after the call loses nothing. `behind`: somebody else wrote that revision first; nothing was written. `removed`: it
   * was written, but the plan was removed and stays so. An append asked for before an earlier one is answered stands or
   * falls with it: after a failure, load and append again.
   */
  append(id: PlanId, record: LogRecord, summary: PlanSummary): Promise<StorageResult<Appended>>
  /** A new snapshot at a revision that was appended before; keeps the newest `keep` log records for undo. */
  renewSnapshot(id: PlanId, revision: number, text: string, keep: number): Promise<StorageResult<void>>
  /**
   * Keeps a text that is stored at its revision, and lets go of older backups as `keepBackups` says. `false`: there is
   * one already that does as well, or the revision is not stored.
   */
  backUp(id: PlanId, backup: NewBackup): Promise<StorageResult<boolean>>
  /** Newest first. */
  backups(id: PlanId): Promise<StorageResult<readonly BackupEntry[]>>
  /** `null`: it is not there, or cannot be read. */
  readBackup(id: PlanId, entry: BackupEntry): Promise<StorageResult<Backup | null>>
  /** Records that could not be read, as they lay there. */
  aside(id: PlanId): Promise<StorageResult<readonly unknown[]>>
  /** How the plan is looked at, as `keepSettings` got it; `null`: nobody said. */
  readSettings(id: PlanId): Promise<StorageResult<string | null>>
  /** Kept beside the plan; the newest stands. `missing`: there is no such plan. */
  keepSettings(id: PlanId, word: string): Promise<StorageResult<void>>
  /** Everything stored of one plan, for when nothing else can be done with it. */
  raw(id: PlanId): Promise<StorageResult<readonly RawRecord[]>>
  /** Hides the plan from the list; `restore` brings it back until `purge`. */
  remove(id: PlanId, at: number): Promise<StorageResult<void>>
  restore(id: PlanId): Promise<StorageResult<void>>
  /** Deletes for good what was removed before `before`. */
  purge(before: number): Promise<StorageResult<void>>
}
