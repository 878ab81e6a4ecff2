import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { holdsLastBox } from './lastBox.ts'
import { holderOf, modelOf, withTasks } from './model.ts'
import { refuseLastBox, refuseMissing } from './refusals.ts'
import { waysToRemove } from './removeLines.ts'
import { settleOnBoard } from './settle.ts'
import { startsOnSharedLine } from './slot.ts'

/** Takes the lines of a task away, nested ones included. */
export function deleteTask(plan: Plan, id: NodeId): Outcome {
  const task = plan.nodes.get(id)
  const spans = plan.spans.get(id)
  if (task?.kind !== 'task' || !spans) return refuseMissing('task')
  if (startsOnSharedLine(plan, id)) return refuseSharedLine()
  const meant = withTasks(plan, modelOf(plan), holderOf(plan, id), tasks => tasks.filter(sibling => sibling.id !== id))
  const ways = waysToRemove(plan.text, spans.whole).map(edit => [edit])
  const outcome = settleOnBoard('Delete task', plan, ways, meant)
  return !outcome.ok && holdsLastBox(plan, id) ? refuseLastBox() : outcome
}

export function refuseSharedLine(): Outcome {
  return refuse('shared-line', 'This item stands on one line with another one. Make this change in the text.')
}
