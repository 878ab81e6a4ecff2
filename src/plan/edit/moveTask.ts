import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import { refuseSharedLine } from './deleteTask.ts'
import { insertLines } from './insertLines.ts'
import { holdsLastBox } from './lastBox.ts'
import { holderOf, modelOf, tasksIn, withTasks } from './model.ts'
import { movedLines } from './movedLines.ts'
import type { Place } from './place.ts'
import { refuseLastBox, refuseMissing, refuseNoPlace } from './refusals.ts'
import { waysToRemove } from './removeLines.ts'
import { settleOnBoard } from './settle.ts'
import { findSlot, startsOnSharedLine } from './slot.ts'
import { waysAround } from './waysAround.ts'

/** Moves the lines of a task, nested ones included. Refuses a place inside the task itself. */
export function moveTask(plan: Plan, id: NodeId, place: Place): Outcome {
  const task = plan.nodes.get(id)
  const spans = plan.spans.get(id)
  if (task?.kind !== 'task' || !spans) return refuseMissing('task')
  const slot = findSlot(plan, place)
  if (!slot) return refuseNoPlace()
  const anchor = 'before' in place ? place.before : 'after' in place ? place.after : slot.holder
  for (let up = anchor ?? undefined; up !== undefined; up = plan.parents.get(up)) {
    if (up === id && anchor !== id) return refuse('inside-itself', 'A task cannot be moved into itself.')
  }
  const from = tasksIn(plan, holderOf(plan, id)).indexOf(task)
  const isSameHolder = holderOf(plan, id) === slot.holder
  if (isSameHolder && (slot.index === from || slot.index === from + 1)) return changeOf('Move task', plan, [])
  if (startsOnSharedLine(plan, id)) return refuseSharedLine()

  const without = withTasks(plan, modelOf(plan), holderOf(plan, id), tasks => tasks.filter(other => other.id !== id))
  const index = isSameHolder && from < slot.index ? slot.index - 1 : slot.index
  const meant = withTasks(plan, without, slot.holder, tasks => tasks.toSpliced(index, 0, task))
  const lines = movedLines(plan, id, slot.style)
  const ways = waysToRemove(plan.text, spans.whole).flatMap(removed =>
    lines.flatMap(some => waysAround(slot, some)).map(written => [removed, insertLines(plan.text, slot.at, written)]),
  )
  const outcome = settleOnBoard('Move task', plan, ways, meant)
  return !outcome.ok && holdsLastBox(plan, id) ? refuseLastBox() : outcome
}
