import { type Edit, previewChange } from '#plan/change.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import type { Model } from './model.ts'
import { refuseUnreadable } from './refusals.ts'
import { sameBoard } from './sameBoard.ts'
import { sameModel } from './sameModel.ts'

/**
 * The first of the ways to write an edit that reads back as it was meant, or a refusal. Reading a way costs one parse,
 * which applying the change does not repeat.
 */
export function settle(label: string, plan: Plan, ways: readonly (readonly Edit[])[], meant: Model): Outcome {
  const outcomes = ways.map(edits => changeOf(label, plan, edits))
  return outcomes.find(outcome => reads(plan, outcome, after => sameModel(meant, after))) ?? refuseUnreadable(label)
}

/** `settle` for edits that take tasks or headings away: where no way reads exactly, the same board will do. */
export function settleOnBoard(label: string, plan: Plan, ways: readonly (readonly Edit[])[], meant: Model): Outcome {
  const outcomes = ways.map(edits => changeOf(label, plan, edits))
  return (
    outcomes.find(outcome => reads(plan, outcome, after => sameModel(meant, after))) ??
    outcomes.find(outcome => reads(plan, outcome, after => sameBoard(meant, after))) ??
    refuseUnreadable(label)
  )
}

/** Whether an outcome changes nothing, or gives a plan that passes. */
export function reads(plan: Plan, outcome: Outcome, isMeant: (after: Plan) => boolean): boolean {
  return outcome.ok && (outcome.change.set.empty || isMeant(previewChange(plan, outcome.change)))
}
