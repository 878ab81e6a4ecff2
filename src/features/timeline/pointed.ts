import { createStore, type StoreApi } from 'zustand/vanilla'

/** The rows that a person looks at, by their keys; `null`: none. Kept beside the table, so that looking around draws none of it. */
export interface Pointed {
  readonly hovered: string | null
  readonly focused: string | null
}

export type PointedStore = StoreApi<Pointed>

export function createPointed(): PointedStore {
  return createStore<Pointed>(() => ({ hovered: null, focused: null }))
}
