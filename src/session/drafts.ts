import * as v from 'valibot'
import type { PlanId } from '#storage/planStorage.ts'

/** Words in an editor of a plan that were not committed. */
export interface Draft {
  readonly plan: PlanId
  readonly words: string
}

export interface Drafts {
  /** In the place of what this page kept before. */
  keep(draft: Draft): void
  /** They were committed or given up. */
  drop(): void
  /** Words that pages of this plan left when they died. They are handed out once. */
  takeLeft(plan: PlanId): Promise<readonly string[]>
}

const prefix = 'braid: draft of '
const draftSchema = v.object({ plan: v.string(), words: v.string() })

/**
 * In `localStorage`, which holds what a killed page wrote. A lock tells the drafts of pages that live from those of
 * pages that died, because the browser gives it back when a page ends, however it ends. Where there are no locks or no
 * storage nothing is kept.
 */
export function openLocalDrafts(page: string): Drafts {
  const key = prefix + page
  let release: (() => void) | null = null
  const live = () => {
    if (release) return
    release = () => {}
    void navigator.locks?.request(
      key,
      () =>
        new Promise<void>(resolve => {
          if (release) release = resolve
          else resolve()
        }),
    )
  }
  return {
    keep(draft) {
      live()
      attempt(() => localStorage.setItem(key, JSON.stringify(draft)))
    },
    drop() {
      release?.()
      release = null
      attempt(() => localStorage.removeItem(key))
    },
    async takeLeft(plan) {
      if (!navigator.locks) return []
      const { held = [], pending = [] } = await navigator.locks.query()
      const living = new Set([...held, ...pending].map(lock => lock.name))
      const left: string[] = []
      attempt(() => {
        for (const name of Object.keys(localStorage)) {
          if (!name.startsWith(prefix) || living.has(name)) continue
          const draft = parseDraft(localStorage.getItem(name))
          if (draft && draft.plan !== plan) continue
          localStorage.removeItem(name)
          if (draft) left.push(draft.words)
        }
      })
      return left
    },
  }
}

function parseDraft(json: string | null): Draft | null {
  try {
    const result = v.safeParse(draftSchema, JSON.parse(json ?? ''))
    return result.success ? result.output : null
  } catch {
    return null
  }
}

function attempt(work: () => void): void {
  try {
    work()
  } catch {
    // Refused or full: see `openLocalDrafts`.
  }
}
