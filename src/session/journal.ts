import * as v from 'valibot'
import type { NewPlan, PlanId } from '#storage/planStorage.ts'

/** The edits of one session that storage had not confirmed when its page went away. */
export interface LeftEdits {
  readonly id: PlanId
  /** The revision that the first of them was made for. */
  readonly revision: number
  /** The plan itself, when storage did not have it. */
  readonly plan: NewPlan | null
  readonly steps: readonly LeftStep[]
}

interface LeftStep {
  readonly kind: 'edit' | 'undo' | 'redo'
  readonly origin: string
  readonly change: unknown
  readonly at: number
}

/**
 * Keeps unconfirmed edits where a write needs no answer. When a page goes, browsers drop the transactions that still
 * wait for their turn; the next page reads the journal and stores them.
 */
export interface Journal {
  write(tab: string, left: LeftEdits): void
  remove(tab: string): void
  read(): readonly { readonly tab: string; readonly left: LeftEdits }[]
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
      const found: { tab: string; left: LeftEdits }[] = []
      keep(storage => {
        for (const key of Object.keys(storage)) {
          const left = key.startsWith(prefix) ? parseLeftEdits(storage.getItem(key)) : null
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

const leftSchema = v.object({
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
})

/** `null` for what no session wrote. */
function parseLeftEdits(json: string | null): LeftEdits | null {
  try {
    const result = v.safeParse(leftSchema, JSON.parse(json ?? ''), { abortEarly: true })
    return result.success ? result.output : null
  } catch {
    return null
  }
}
