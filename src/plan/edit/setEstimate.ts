import type { Edit } from '#plan/change.ts'
import { type Outcome, refuse } from '#plan/outcome.ts'
import type { Hours, NodeId, Plan } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import { figuresOf, hoursText, roundedHours } from './hoursText.ts'
import { modelOf, withStream } from './model.ts'
import { refuseMissing } from './refusals.ts'
import { settle } from './settle.ts'
import { fieldLine, waysToAddField } from './streamFields.ts'

/** Writes a stream's estimate in working hours, brackets included, or takes its line away (`null`). */
export function setEstimate(plan: Plan, streamId: NodeId, hours: Hours | null): Outcome {
  const stream = plan.nodes.get(streamId)
  if (stream?.kind !== 'stream') return refuseMissing('stream')
  if (stream.implicit) return refuse('no-heading', 'These tasks stand under no heading that could carry an estimate.')
  if (hours && figuresOf(hours) === null) {
    return refuse(
      'not-an-estimate',
      'An estimate is a number of hours, or a range from the lower to the higher number.',
    )
  }
  const label = hours ? 'Set estimate' : 'Remove estimate'
  if (hours === null && stream.estimate === null) return changeOf(label, plan, [])
  const estimate = hours && roundedHours(hours)
  const meant = withStream(plan, modelOf(plan), streamId, before => ({ ...before, estimate }))
  return settle(label, plan, waysToWrite(plan, streamId, hours), meant)
}

function waysToWrite(plan: Plan, id: NodeId, hours: Hours | null): readonly (readonly Edit[])[] {
  const { estimate: figures, estimateValue: value } = plan.spans.get(id) ?? {}
  if (!value) return waysToAddField(plan, id, 'estimate', (hours && hoursText(hours)) ?? '')
  if (hours === null) return [[{ ...fieldLine(plan.text, value), insert: '' }]]
  const unit = figures && /^[ \t]*h(?:rs?|ours?)?\b/i.exec(plan.text.slice(figures.to, value.to))
  if (figures && unit) return [[{ ...figures, insert: figuresOf(hours) ?? '' }]]
  return [[{ ...value, insert: hoursText(hours) ?? '' }]]
}
