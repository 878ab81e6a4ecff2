import { type Outcome, refuse } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import { modelOf } from './model.ts'
import { refuseUnreadable } from './refusals.ts'
import { sameValue } from './sameModel.ts'
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
  const meant = filled(plan, text, words)
  return reads(plan, outcome, after => sameValue(meant, filled(after, text, words)))
    ? outcome
    : refuseUnreadable('Fill placeholder')
}

/** What a plan says with the placeholder filled wherever it is still left, and without figures: they may be filled too. */
function filled(plan: Plan, text: string, value: string): unknown {
  return JSON.parse(JSON.stringify(modelOf(plan)), (key, inner) => {
    if (key === 'estimate' || key === 'days') return undefined
    return typeof inner === 'string' ? inner.replaceAll(text, () => value) : inner
  })
}
