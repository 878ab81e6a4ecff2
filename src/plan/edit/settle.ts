import { type Edit, previewChange } from '#plan/change.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import { refuseUnreadable } from './refusals.ts'

/**
 * The first of the ways to write an edit that reads back as it was meant, or a refusal. `ways` may be lazy. Reading a
 * way costs one parse, which applying the change does not repeat.
 */
export function settle(
  label: string,
  plan: Plan,
  ways: Iterable<readonly Edit[]>,
  isMeant: (after: Plan) => boolean,
): Outcome {
  for (const edits of ways) {
    const outcome = changeOf(label, plan, edits)
    if (outcome.ok && (outcome.change.set.empty || isMeant(previewChange(plan, outcome.change)))) return outcome
  }
  return refuseUnreadable(label)
}
