import type { Phase, Plan, Task } from '#plan/plan.ts'
import type { PlanId, PlanSummary } from '#storage/planStorage.ts'

/** What the list of plans shows of this one. Cancelled tasks count neither as done nor as to do. */
export function summarisePlan(
  plan: Plan,
  known: { id: PlanId; createdAt: number; changedAt: number; fallbackName: string },
): PlanSummary {
  const { done, total } = countPlan(plan)
  return {
    id: known.id,
    name: plan.title ?? known.fallbackName,
    done,
    total,
    createdAt: known.createdAt,
    changedAt: known.changedAt,
  }
}

/** Tasks of all streams, nested ones included; plain bullets do not count. */
export function countPlan(plan: Plan): { done: number; total: number } {
  const count = { done: 0, total: 0 }
  for (const phase of plan.phases) {
    const { done, total } = countPhase(phase)
    count.done += done
    count.total += total
  }
  return count
}

/** Every save counts; a phase that was not edited is the object it was. */
const counted = new WeakMap<Phase, { readonly done: number; readonly total: number }>()

function countPhase(phase: Phase): { readonly done: number; readonly total: number } {
  const known = counted.get(phase)
  if (known) return known
  const count = { done: 0, total: 0 }
  for (const stream of phase.streams) countTasks(stream.tasks, count)
  counted.set(phase, count)
  return count
}

export function countTasks(tasks: readonly Task[], count: { done: number; total: number }): void {
  for (const task of tasks) {
    if (task.state === 'done') count.done++
    if (task.state !== null && task.state !== 'cancelled') count.total++
    if (task.children.length > 0) countTasks(task.children, count)
  }
}
