import type { PlanStorage } from '#storage/planStorage.ts'

/** What sessions and the library need from the world; `main.tsx` gives the real one, tests their own. */
export interface SessionWorld {
  readonly storage: PlanStorage
  /** Milliseconds since 1970. */
  now(): number
  /** A new random id, safe in a URL. */
  newId(): string
}
