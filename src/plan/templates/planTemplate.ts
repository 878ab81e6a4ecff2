import type { Days, Hours, Mode, Priority } from '#plan/plan.ts'

/** A ready-made plan as data. `renderTemplate` writes it; words in square brackets are for the author to fill in. */
export interface PlanTemplate {
  readonly id: string
  /** 'Web application' */
  readonly name: string
  /** One sentence that says what the plan is made of, for a card. */
  readonly description: string
  /** What stands for the project's name in the title: '[Project Name]'. */
  readonly titlePlaceholder: string
  readonly overview: string
  readonly phases: readonly TemplatePhase[]
  readonly integrationPoints: readonly TemplateIntegrationPoint[]
  readonly execution: readonly TemplateStep[]
  readonly criteria: readonly string[]
}

export interface TemplatePhase {
  readonly number: string
  readonly name: string
  /** `null` writes the days alone: `(Day 2-5)`. */
  readonly mode: Mode | null
  readonly days: Days
  readonly streams: readonly TemplateStream[]
}

export interface TemplateStream {
  readonly key: string
  readonly name: string
  /** Written in square brackets, because the author replaces it: `[4-8] hours`. `null` writes no line. */
  readonly estimate: Hours | null
  readonly dependencies: readonly TemplateReference[]
  readonly tasks: readonly TemplateTask[]
}

interface TemplateReference {
  readonly text: string
  readonly qualifier: string | null
}

interface TemplateTask {
  readonly text: string
  readonly priority: Priority
}

export interface TemplateIntegrationPoint {
  readonly number: string
  readonly name: string
  /** The phase it follows, or the end of the plan. */
  readonly after: { readonly phase: string } | 'final'
  readonly checks: readonly string[]
}

export interface TemplateStep {
  readonly comment: string
  readonly prompts: readonly string[]
  readonly parallel: boolean
}
