/** A half-open range of UTF-16 code units in the plan's text. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Names one node of one open plan. Never stored, never in the text, never given out twice. */
export type NodeId = number & { readonly nodeId: unique symbol }

export type Priority = 'critical' | 'high' | 'medium' | 'low'
/** `[ ]` open, `[~]` `[/]` active, `[x]` `[X]` `[√]` done, `[-]` cancelled. */
export type TaskState = 'open' | 'active' | 'done' | 'cancelled'
export type Mode = 'parallel' | 'sequential'
export type Dialect = 'native' | 'generic'

/** Working hours. A single figure has `min === max`. */
export interface Hours {
  readonly min: number
  readonly max: number
}

/** Day numbers as the author counts them, usually from 1; both ends included. */
export interface Days {
  readonly from: number
  readonly to: number
}

export interface Task {
  readonly kind: 'task'
  readonly id: NodeId
  /** The author's words without box, key, priority and the other recognised fields; soft line breaks are one space. */
  readonly text: string
  /** `null` is a plain bullet. It never becomes a checkbox by itself. */
  readonly state: TaskState | null
  readonly priority: Priority | null
  /** 'T012', '1.2', 'SETUP-001' */
  readonly key: string | null
  /** `[P]` or `(P)` after the key */
  readonly parallel: boolean
  /** `[ ]*` */
  readonly optional: boolean
  readonly estimate: Hours | null
  readonly dependencies: readonly Reference[]
  readonly children: readonly Task[]
  /** Markdown under the task that is no task: further paragraphs, code. `null` when there is none. */
  readonly notes: string | null
}

/** The author's words for something a stream waits for. Which stream they mean is derived, never stored. */
export interface Reference {
  readonly kind: 'reference'
  readonly id: NodeId
  /** 'Data Pipeline' */
  readonly text: string
  /** 'basic flow' of `Data Pipeline (basic flow)`; makes the dependency partial. */
  readonly qualifier: string | null
}

export interface Stream {
  readonly kind: 'stream'
  readonly id: NodeId
  /** 'A', '1' */
  readonly key: string | null
  readonly name: string
  /** `null` is unknown, and is never counted as 0. */
  readonly estimate: Hours | null
  readonly dependencies: readonly Reference[]
  readonly tasks: readonly Task[]
  /** Tasks that stand under a phase with no stream heading. */
  readonly implicit: boolean
}

export interface Phase {
  readonly kind: 'phase'
  readonly id: NodeId
  /** '1', '3.1' */
  readonly number: string | null
  readonly name: string
  readonly mode: Mode | null
  readonly days: Days | null
  readonly streams: readonly Stream[]
  /** The file spells out no phase; this one exists in the model only. */
  readonly implicit: boolean
}

export interface IntegrationPoint {
  readonly kind: 'integrationPoint'
  readonly id: NodeId
  readonly number: string | null
  readonly name: string
  /** The phase number it stands after ('1'), or the end of the plan. */
  readonly after: { readonly phase: string } | 'final' | null
  readonly checks: readonly Task[]
}

export interface ExecutionStep {
  readonly kind: 'executionStep'
  readonly id: NodeId
  /** 'Phase 1: Parallel foundation', without the '#' */
  readonly comment: string | null
  readonly prompts: readonly string[]
  /** The command carries `--parallel`. */
  readonly parallel: boolean
}

/** Words in brackets that the author still has to fill in: '[Project Name]', '[4-8]'. Not links, not checkboxes. */
export interface Placeholder {
  /** With the brackets. */
  readonly text: string
  readonly spans: readonly Span[]
}

export interface Problem {
  readonly code: string
  /** What happened, for a person. */
  readonly message: string
  readonly span: Span | null
}

export type PlanNode = Task | Reference | Stream | Phase | IntegrationPoint | ExecutionStep

/** Where a node stands in the text. Spans that a node does not have are `null`. */
export interface NodeSpans {
  /** Its whole lines, nested lines included, from the start of the first to after the line break of the last. */
  readonly whole: Span
  /** Its first line, without the line break. */
  readonly line: Span
  /** Its own words: a task's text, a heading's name, a reference's words (without qualifier), a command's prompts. */
  readonly text: Span | null
  /** The character between the brackets of a checkbox; empty for `[]`. */
  readonly box: Span | null
  /** A key, or the number or letter of a heading. */
  readonly key: Span | null
  /** `(Priority: High)` whole */
  readonly priority: Span | null
  /** The figures of an estimate: `4-8` or `[4-8]`, without the unit. */
  readonly estimate: Span | null
  /** A phase's parenthesis whole: `(Parallel - Day 1-2)`; an integration point's `(After Phase 1)`. */
  readonly suffix: Span | null
  /** The value of the estimate field, also when it is no figure: `[4-8] hours`. */
  readonly estimateValue: Span | null
  /** The value of the `Dependencies` field: `API Contract, Mock API`. */
  readonly dependencies: Span | null
  /** A list item's marker with the blanks after it: `- `, `12. `. */
  readonly marker: Span | null
  /** Whole lines of the lists that hold its tasks or checks; empty where the first would go. */
  readonly tasks: Span | null
}

/** Where the parts of a plan stand that are no nodes. */
export interface PlanSpans {
  readonly title: Span | null
  /** The words under the overview heading. */
  readonly overview: Span | null
  /** Where overview words would go when there are none: the start of a line. */
  readonly overviewAt: number | null
  /** Whole lines of the success criteria; empty where the first would go; `null` without the section. */
  readonly criteria: Span | null
}

export interface Plan {
  readonly text: string
  readonly title: string | null
  readonly dialect: Dialect
  readonly overview: string | null
  readonly phases: readonly Phase[]
  readonly integrationPoints: readonly IntegrationPoint[]
  readonly execution: readonly ExecutionStep[]
  readonly criteria: readonly Task[]
  readonly placeholders: readonly Placeholder[]
  readonly problems: readonly Problem[]
  /** Every node by its id. */
  readonly nodes: Lookup<PlanNode>
  /** Where a node stands. Worked out when asked for: the objects the screen reads hold no offsets. */
  readonly spans: Lookup<NodeSpans>
  readonly planSpans: PlanSpans
  /** The node that holds this one: a task's stream, task, integration point; `undefined` at the top. */
  readonly parents: Lookup<NodeId>
}

/** The part of a `ReadonlyMap` that the plan's tables offer. */
export interface Lookup<Value> {
  readonly size: number
  get(id: NodeId): Value | undefined
  has(id: NodeId): boolean
  keys(): Iterable<NodeId>
}
