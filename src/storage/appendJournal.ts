import { promisifyRequest } from 'idb-keyval'
import * as v from 'valibot'
import { headKey, logKey, type MarkedRecord, readLogRecord, schemaVersion } from './planRecords.ts'
import type { PlanId, PlanSummary } from './planStorage.ts'

export interface JournalEntry {
  readonly id: PlanId
  readonly record: MarkedRecord
  readonly summary: PlanSummary
}

export interface AppendJournal {
  /** Remembers an append until it is answered. */
  watch<Answer>(entry: JournalEntry, answer: Promise<Answer>): Promise<Answer>
}

/**
 * When a page goes, Chromium drops the transactions that still wait for their turn, as behind the long one of another
 * tab. So a page that goes puts what is unanswered where a write needs no answer, and the next page writes it.
 */
export function createAppendJournal(databaseName: string, writer: string): AppendJournal {
  const unanswered = new Set<JournalEntry>()
  const key = `${prefixOf(databaseName)}${writer}`

  globalThis.addEventListener('pagehide', () => {
    if (unanswered.size > 0) withLocalStorage(storage => storage.setItem(key, JSON.stringify([...unanswered])))
  })
  // It was kept alive after all, and so were its transactions.
  globalThis.addEventListener('pageshow', () => withLocalStorage(storage => storage.removeItem(key)))

  return {
    async watch(entry, answer) {
      unanswered.add(entry)
      try {
        return await answer
      } finally {
        unanswered.delete(entry)
      }
    },
  }
}

export interface LeftJournal {
  readonly entries: readonly JournalEntry[]
  forget(): void
}

/** What pages that are gone left behind. */
export function readJournals(databaseName: string): readonly LeftJournal[] {
  const journals: LeftJournal[] = []
  withLocalStorage(storage => {
    for (const key of Object.keys(storage)) {
      if (!key.startsWith(prefixOf(databaseName))) continue
      const entries = entriesIn(storage.getItem(key))
      journals.push({ entries, forget: () => withLocalStorage(again => again.removeItem(key)) })
    }
  })
  return journals
}

/** Writes what is not there yet. Where another tab wrote the revision meanwhile, that plan's entries end. */
export async function replayJournal(store: IDBObjectStore, entries: readonly JournalEntry[]): Promise<void> {
  const ended = new Set<PlanId>()
  for (const { id, record, summary } of entries) {
    const { revision, mark, follows } = record
    const [stored, before] = await Promise.all([
      promisifyRequest<unknown>(store.get(logKey(id, revision))),
      promisifyRequest<unknown>(store.get(logKey(id, revision - 1))),
    ])
    if (readLogRecord(stored)?.mark === mark) continue
    const isNext = stored === undefined && before !== undefined
    const fits = follows === null || readLogRecord(before)?.mark === follows
    if (!isNext || !fits || ended.has(id)) {
      ended.add(id)
    } else {
      store.add(record, logKey(id, revision))
      store.put({ version: schemaVersion, summary }, headKey(id))
    }
  }
}

const summarySchema = v.object({
  id: v.string(),
  name: v.string(),
  done: v.number(),
  total: v.number(),
  createdAt: v.number(),
  changedAt: v.number(),
})

const entrySchema = v.object({ id: v.string(), record: v.unknown(), summary: summarySchema })

function entriesIn(json: string | null): readonly JournalEntry[] {
  const entries: JournalEntry[] = []
  for (const value of parsed(json)) {
    const result = v.safeParse(entrySchema, value)
    const record = result.success ? readLogRecord(result.output.record) : null
    if (!result.success || record === null) break
    entries.push({ ...result.output, record })
  }
  return entries
}

function parsed(json: string | null): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json ?? '[]')
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

function prefixOf(databaseName: string): string {
  return `${databaseName}: unanswered by `
}

/** Browsers may refuse it, and it may be full; then there is no journal. */
function withLocalStorage(work: (storage: Storage) => void): void {
  try {
    work(globalThis.localStorage)
  } catch {
    // See above.
  }
}
