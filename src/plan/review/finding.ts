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
  /** Its code and what it is about, by node ids: the same before and after an edit elsewhere, and no other's. */
  readonly key: string
  readonly code: FindingCode
  readonly severity: Severity
  /** The node it is about; `null` where there is none: then `span` says where, or it is about the whole plan. */
  readonly node: NodeId | null
  /** The other nodes that its words speak of, to be marked with it. */
  readonly others: readonly NodeId[]
  /** Where to look when there is no node. */
  readonly span: Span | null
  readonly message: string
  readonly fix: Fix | null
}

export interface Fix {
  /** On the button: 'Set to 9 h'. */
  readonly label: string
  readonly edit: (plan: Plan) => Outcome
}

const severities: Readonly<Record<FindingCode, Severity>> = {
  'dependency-cycle': 'problem',
  'later-phase-dependency': 'problem',
  'double-letter': 'problem',
  'double-key': 'problem',
  'same-phase-dependency': 'risk',
  'gate-checks-later-work': 'risk',
  'phase-only-in-commands': 'risk',
  'commands-differ': 'risk',
  'shared-file': 'risk',
  bottleneck: 'risk',
  'empty-stream': 'risk',
  'inverted-estimate': 'risk',
  'guessed-dependency': 'note',
  'external-dependency': 'note',
  'missing-estimate': 'note',
  'unused-stream': 'note',
  'two-jobs': 'note',
  'priority-inflation': 'note',
  'unfilled-placeholder': 'note',
}

interface Details {
  readonly others?: readonly NodeId[]
  readonly span?: Span | null
  readonly fix?: Fix | null
  /** What tells it from another finding of its code at its node: a file name, the id of the stream that is meant. */
  readonly of?: string | number
  /** What it is about, where that is not the node it stands at: the two streams of a dependency. */
  readonly about?: string
}

export function findingAt(
  code: FindingCode,
  node: NodeId | null,
  message: string,
  { others = [], span = null, fix = null, of = '', about = String(node ?? '') }: Details = {},
): Finding {
  const key = [code, about, of].join(' ').trim()
  return { key, code, severity: severities[code], node, others, span, message, fix }
}
