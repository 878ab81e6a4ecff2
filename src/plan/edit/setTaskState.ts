import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, Plan, TaskState } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import { refuseMissing } from './refusals.ts'

const marks: Record<TaskState, string> = { open: ' ', active: '~', done: 'x', cancelled: '-' }
const labels: Record<TaskState, string> = {
  open: 'Untick task',
  active: 'Start task',
  done: 'Tick task',
  cancelled: 'Cancel task',
}

/** Writes one character between the brackets. Refuses a plain bullet: it never becomes a checkbox by itself. */
export function setTaskState(plan: Plan, id: NodeId, state: TaskState): Outcome {
  const task = plan.nodes.get(id)
  if (task?.kind !== 'task') return refuseMissing('task')
  const box = plan.spans.get(id)?.box
  if (!box) return refuse('no-checkbox', 'This item has no checkbox. Add “[ ]” to it in the text to tick it.')
  const label = labels[state]
  return changeOf(label, plan, task.state === state ? [] : [{ ...box, insert: marks[state] }])
}
