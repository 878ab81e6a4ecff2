import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { modelOf, withTask } from './model.ts'
import { refuseMissing } from './refusals.ts'
import { settle } from './settle.ts'

const range = /^(\D*)(\d+(?:\.\d+)?)(\D+)(\d+(?:\.\d+)?)(\D*)$/

/** Swaps the figures of a task's estimate: '6-2h' becomes '2-6h'. Refuses where there are not two. */
export function turnEstimate(plan: Plan, taskId: NodeId): Outcome {
  const task = plan.nodes.get(taskId)
  const span = plan.spans.get(taskId)?.estimate
  if (task?.kind !== 'task') return refuseMissing('task')
  const [, before, lower, between, upper, after] = (span && range.exec(plan.text.slice(span.from, span.to))) ?? []
  if (!span || !task.estimate || lower === undefined || upper === undefined) {
    return refuse('no-range', 'This task has no estimate of two figures.')
  }
  const { min, max } = task.estimate
  const meant = withTask(plan, modelOf(plan), taskId, same => ({ ...same, estimate: { min: max, max: min } }))
  return settle('Swap figures', plan, [[{ ...span, insert: [before, upper, between, lower, after].join('') }]], meant)
}
