import { createContext, use } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { NodeId } from '#plan/plan.ts'

/** What the map shows that is not in the plan. */
export interface MapState {
  /** A box, or a line by its id. */
  readonly selected: NodeId | string | null
  /** What the pointer or the focus is on: everything that is not related to it fades. */
  readonly lit: { readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<string> } | null
  /** The box that Tab leads to. */
  readonly current: NodeId | null
  /** What drawing the dependency that is being drawn would do. */
  readonly effect: string | null
}

export function createMapStore(): StoreApi<MapState> {
  return createStore<MapState>(() => ({ selected: null, lit: null, current: null, effect: null }))
}

export const MapContext = createContext<StoreApi<MapState> | null>(null)

export function useMapStore(): StoreApi<MapState> {
  const store = use(MapContext)
  if (!store) throw new Error('The parts of the map need a MapContext above them')
  return store
}

export function useMapState<Slice>(select: (state: MapState) => Slice): Slice {
  return useStore(useMapStore(), select)
}
