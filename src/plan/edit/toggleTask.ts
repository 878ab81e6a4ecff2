import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { refuseMissing } from './refusals.ts'
import { setTaskState } from './setTaskState.ts'

/** Ticks a task that is open or under way, and opens one that is done or cancelled. */
export function toggleTask(plan: Plan, id: NodeId): Outcome {
  const task = plan.nodes.get(id)
  if (task?.kind !== 'task') return refuseMissing('task')
  return setTaskState(plan, id, task.state === 'done' || task.state === 'cancelled' ? 'open' : 'done')
}
