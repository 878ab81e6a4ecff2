import * as v from 'valibot'
import type { NewPlan, PlanId } from '#storage/planStorage.ts'

/** What a page that went away had not got stored. */
export type Left = LeftEdits | LeftName

/** The edits of one session that storage had not confirmed, and its settings of the view. */
export interface LeftEdits {
  readonly id: PlanId
  /** The revision that the first of them was made for. */
  readonly revision: number
  /** The plan itself, when storage did not have it. */
  readonly plan: NewPlan | null
  readonly steps: readonly LeftStep[]
  /** As `settingsToWord` writes them; `null`: storage has them. */
  readonly settings: string | null
}

interface LeftStep {
  readonly kind: 'edit' | 'undo' | 'redo'
  readonly origin: string
  readonly change: unknown
  readonly at: number
}

/** A new name, given in the list before the plan could be read. */
export interface LeftName {
  readonly id: PlanId
  readonly title: string
  readonly origin: string
  readonly at: number
}

/**
 * Keeps unconfirmed edits where a write needs no answer. When a page goes, browsers drop the transactions that still
 * wait for their turn; the next page reads the journal and stores them.
 */
export interface Journal {
  write(tab: string, left: Left): void
  remove(tab: string): void
  read(): readonly { readonly tab: string; readonly left: Left }[]
}

const prefix = 'braid: unconfirmed by '

/** In `localStorage`. Where the browser refuses it or it is full, there is no journal. */
export function openLocalJournal(): Journal {
  const keep = (work: (storage: Storage) => void) => {
    try {
      work(globalThis.localStorage)
    } catch {
      // See above.
    }
  }
  return {
    write: (tab, left) => keep(storage => storage.setItem(prefix + tab, JSON.stringify(left))),
    remove: tab => keep(storage => storage.removeItem(prefix + tab)),
    read() {
      const found: { tab: string; left: Left }[] = []
      keep(storage => {
        for (const key of Object.keys(storage)) {
          const left = key.startsWith(prefix) ? parseLeft(storage.getItem(key)) : null
          if (left) found.push({ tab: key.slice(prefix.length), left })
        }
      })
      return found
    },
  }
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** Ms since 1970, of a day that a `Date` knows. */
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))

const editsSchema = v.object({
  id: v.string(),
  revision: count,
  plan: v.nullable(
    v.object({
      summary: v.object({
        id: v.string(),
        name: v.string(),
        done: count,
        total: count,
        createdAt: time,
        changedAt: time,
      }),
      text: v.string(),
      envelope: v.object({ bom: v.boolean(), crlf: v.boolean() }),
    }),
  ),
  steps: v.array(
    v.object({
      kind: v.picklist(['edit', 'undo', 'redo']),
      origin: v.string(),
      change: v.unknown(),
      at: time,
    }),
  ),
  settings: v.optional(v.nullable(v.string()), null),
})

const nameSchema = v.object({ id: v.string(), title: v.string(), origin: v.string(), at: time })

const leftSchema = v.union([editsSchema, nameSchema])

/** `null` for what no session wrote. */
function parseLeft(json: string | null): Left | null {
  try {
    const result = v.safeParse(leftSchema, JSON.parse(json ?? ''), { abortEarly: true })
    return result.success ? result.output : null
  } catch {
    return null
  }
}
