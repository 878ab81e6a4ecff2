import type { NodeId } from '#plan/plan.ts'

/**
 * How sure the reading of a reference is. `certain`: a letter, number or key, or every word standing together in one
 * name. `likely`: a name with one small difference. `guess`: show it to be confirmed. `external`: nothing in the plan.
 */
export type Confidence = 'certain' | 'likely' | 'guess' | 'external'

/** `from` waits for `to`. A reference that names two streams gives two links, one that names nothing here gives one. */
export interface DependencyLink {
  readonly reference: NodeId
  /** The stream or task that holds the reference. */
  readonly from: NodeId
  /** A stream, task, phase or integration point; `null` when the reference is external. */
  readonly to: NodeId | null
  readonly confidence: Confidence
  /** A part of `to` is enough to start: `Data Ingestion (basic flow)`. */
  readonly partial: boolean
}

/** Nodes of which each waits for the next and the last for the first. A node that waits for itself stands alone. */
export type Cycle = readonly NodeId[]

export interface Dependencies {
  /** In the order of the text. */
  readonly links: readonly DependencyLink[]
  /** One cycle for every group of nodes that wait for each other, however many cycles the group holds. */
  readonly cycles: readonly Cycle[]
}
