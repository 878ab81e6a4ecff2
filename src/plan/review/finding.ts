import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan, Span } from '#plan/plan.ts'

export type FindingCode =
  | 'same-phase-dependency'
  | 'dependency-cycle'
  | 'later-phase-dependency'
  | 'guessed-dependency'
  | 'external-dependency'
  | 'missing-estimate'
  | 'inverted-estimate'
  | 'gate-checks-later-work'
  | 'phase-only-in-commands'
  | 'commands-differ'
  | 'empty-stream'
  | 'double-letter'
  | 'double-key'
  | 'unfilled-placeholder'
  | 'priority-inflation'
  | 'two-jobs'
  | 'shared-file'
  | 'unused-stream'
  | 'bottleneck'

/** `problem`: the plan cannot go as written. `risk`: it may not. `note`: good to know. */
export type Severity = 'problem' | 'risk' | 'note'

/** What is wrong or risky at one place of a plan. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** The node it is about; `null` where the plan has none. */
  readonly node: NodeId | null
  /** Where to look when the node alone does not say it. */
  readonly span: Span | null
  readonly message: string
  readonly fix: Fix | null
}

export interface Fix {
  /** On the button: 'Set to 9 hours'. */
  readonly label: string
  readonly edit: (plan: Plan) => Outcome
}
