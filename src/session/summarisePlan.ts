import type { Phase, Plan, Task } from '#plan/plan.ts'
import type { PlanId, PlanSummary } from '#storage/planStorage.ts'

/** What the list of plans shows of this one. Cancelled tasks count neither as done nor as to do. */
export function summarisePlan(
  plan: Plan,
  known: { id: PlanId; createdAt: number; changedAt: number; fallbackName: string },
  count: (plan: Plan) => Count = countPlan,
): PlanSummary {
  const { done, total } = count(plan)
  return {
    id: known.id,
    name: plan.title ?? known.fallbackName,
    done,
    total,
    createdAt: known.createdAt,
    changedAt: known.changedAt,
  }
}

interface Count {
  readonly done: number
  readonly total: number
}

/** Tasks of all streams, nested ones included; plain bullets do not count. */
export function countPlan({ phases }: Plan): Count {
  return phases.map(countPhase).reduce(add, none)
}

/**
 * The same for one plan after each of its edits: every save counts, and hardly any phase is another object than at the
 * save before.
 */
export function createPlanCounter(): (plan: Plan) => Count {
  let lastPhases: readonly Phase[] = []
  let counts: Count[] = []
  let sum = none
  return ({ phases }) => {
    if (phases === lastPhases) return sum
    if (phases.length !== lastPhases.length) {
      counts = phases.map(countPhase)
      sum = counts.reduce(add, none)
    } else {
      // Thousands of phases are looked at here on every save, so nothing is made for those that stayed.
      for (let at = 0; at < phases.length; at++) {
        const phase = phases[at]
        if (!phase || phase === lastPhases[at]) continue
        const { done, total } = counts[at] ?? none
        const count = countPhase(phase)
        counts[at] = count
        sum = add(sum, { done: count.done - done, total: count.total - total })
      }
    }
    lastPhases = phases
    return sum
  }
}

const none: Count = { done: 0, total: 0 }

function add(a: Count, b: Count): Count {
  return { done: a.done + b.done, total: a.total + b.total }
}

function countPhase(phase: Phase): Count {
  const count = { done: 0, total: 0 }
  for (const stream of phase.streams) countTasks(stream.tasks, count)
  return count
}

export function countTasks(tasks: readonly Task[], count: { done: number; total: number }): void {
  for (const task of tasks) {
    if (task.state === 'done') count.done++
    if (task.state !== null && task.state !== 'cancelled') count.total++
    if (task.children.length > 0) countTasks(task.children, count)
  }
}
