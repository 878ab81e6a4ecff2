import type { Envelope } from '#plan/file.ts'

/** A text that becomes a new plan. Nothing is ever replaced by it. */
export interface PlanSource {
  readonly text: string
  /** The plan's name where the text has no title. */
  readonly fallbackName: string
  readonly envelope: Envelope
}
