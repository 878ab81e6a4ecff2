import type { NodeId, Plan } from '#plan/plan.ts'

export interface ExportOptions {
  /** A phase, stream or integration point; `null` is the whole plan. */
  readonly scope: NodeId | null
  /** Leaves out what is done or cancelled. */
  readonly openOnly: boolean
  /** Writes `(Priority: High)` after the task, as the plan itself does. */
  readonly priorities: boolean
}

/** A plan as text in another format, for taking it away. */
export interface Exporter {
  readonly id: string
  /** 'GitHub task list' */
  readonly label: string
  /** Without the dot. */
  readonly extension: string
  readonly mediaType: string
  render(plan: Plan, options: ExportOptions): string
}
