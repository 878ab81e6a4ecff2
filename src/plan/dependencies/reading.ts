import type { NodeId } from '#plan/plan.ts'
import type { Confidence } from './dependencies.ts'

export interface Target {
  readonly to: NodeId | null
  readonly confidence: Confidence
}

/** What one reference turned out to mean. */
export interface Reading {
  readonly targets: readonly Target[]
  /** Stems of words beside the label that say which part is needed: 'basic routing' of 'Stream 2 basic routing'. */
  readonly narrowedBy: readonly string[]
  /** The qualifier was the label ('Authentication (Stream A)') and narrows nothing. */
  readonly whole: boolean
}
