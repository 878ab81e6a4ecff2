import { createStore, type StoreApi } from 'zustand/vanilla'
import type { NodeId } from '#plan/plan.ts'
import type { PlanSession } from './planSession.ts'

/** What one part of the screen asks another to show; whoever shows it takes it back. */
export interface Pointing {
  /** A node to scroll to and to focus on the board. */
  readonly place: NodeId | null
  /** A node whose findings the review shall show. */
  readonly findingsOf: NodeId | null
}

const known = new WeakMap<PlanSession, StoreApi<Pointing>>()

export function pointingOf(session: PlanSession): StoreApi<Pointing> {
  let pointing = known.get(session)
  if (!pointing) {
    pointing = createStore<Pointing>(() => ({ place: null, findingsOf: null }))
    known.set(session, pointing)
  }
  return pointing
}
