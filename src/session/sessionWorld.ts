import type { PlanStorage } from '#storage/planStorage.ts'
import type { Hints } from './hints.ts'
import type { Journal } from './journal.ts'

/** What sessions and the library need from the world; `main.tsx` gives the real one, tests their own. */
export interface SessionWorld {
  readonly storage: PlanStorage
  /** Milliseconds since 1970. */
  now(): number
  /** A new random id, safe in a URL. */
  newId(): string
  /** Left out where there are no other tabs. */
  readonly hints?: Hints
  /** Left out where nothing outlives the page. */
  readonly journal?: Journal
  readonly page?: PageEvents
  /** Runs it while nothing else has to be done; left out where that cannot be told. */
  whenIdle?(work: () => void): void
  /** Called with the first edit of a session. */
  onFirstEdit?(): void
  /** Remembers, apart from the storage of plans, whether there were any. */
  readonly memory?: PlansMemory
}

/** What happens to the page as a whole. Each call returns what stops it. */
export interface PageEvents {
  /** It is looked at again, comes back from the back-forward cache, or the connection does: worth another try. */
  onReturn(callback: () => void): () => void
  /** It is hidden or goes away: the last moment in which anything can be written. */
  onLeave(callback: () => void): () => void
}

export interface PlansMemory {
  hadPlans(): boolean
  keep(hasPlans: boolean): void
}
