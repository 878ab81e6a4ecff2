import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { refuseSharedLine } from './deleteTask.ts'
import { insertLines } from './insertLines.ts'
import { modelOf, withTasks } from './model.ts'
import { movedLines } from './movedLines.ts'
import { refuseMissing } from './refusals.ts'
import { settle } from './settle.ts'
import { findSlot, startsOnSharedLine } from './slot.ts'
import { waysAround } from './waysAround.ts'

/** Writes the lines of a task once more below it, nested ones included. */
export function duplicateTask(plan: Plan, id: NodeId): Outcome {
  const task = plan.nodes.get(id)
  if (task?.kind !== 'task') return refuseMissing('task')
  const slot = findSlot(plan, { after: id })
  if (!slot || startsOnSharedLine(plan, id)) return refuseSharedLine()
  const meant = withTasks(plan, modelOf(plan), slot.holder, tasks => tasks.toSpliced(slot.index, 0, task))
  const lines = movedLines(plan, id, slot.style)
  const ways = lines.flatMap(some => waysAround(slot, some)).map(written => [insertLines(plan.text, slot.at, written)])
  return settle('Duplicate task', plan, ways, meant)
}
