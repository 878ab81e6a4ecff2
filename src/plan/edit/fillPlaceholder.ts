import { type Outcome, refuse } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import { refuseUnreadable } from './refusals.ts'
import { reads } from './settle.ts'
import { oneLine } from './words.ts'

/** Writes a value wherever a placeholder stands; `text` is the placeholder with its brackets. Refuses empty words. */
export function fillPlaceholder(plan: Plan, text: string, value: string): Outcome {
  const words = oneLine(value)
  if (words === '') return refuse('empty', 'Type what shall stand there instead.')
  const placeholder = plan.placeholders.find(other => other.text === text)
  if (!placeholder) return refuse('placeholder-not-found', 'This placeholder is no longer in the plan.')
  const edits = placeholder.spans.map(span => ({ ...span, insert: words }))
  const outcome = changeOf('Fill placeholder', plan, edits)
  return reads(plan, outcome, after => sameShape(plan, after)) ? outcome : refuseUnreadable('Fill placeholder')
}

/** The same nodes in the same places, whatever their words. */
function sameShape(before: Plan, after: Plan): boolean {
  if (before.nodes.size !== after.nodes.size) return false
  for (const id of before.nodes.keys()) {
    if (before.nodes.get(id)?.kind !== after.nodes.get(id)?.kind) return false
    if (before.parents.get(id) !== after.parents.get(id)) return false
  }
  return true
}
