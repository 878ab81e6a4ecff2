import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import type { Hours, Plan, Stream } from '#plan/plan.ts'

/** What a task takes in a plan that gives no estimate at all. */
const usualHoursPerTask = 1.5

export interface StreamHours {
  readonly hours: Hours
  /** Nobody estimated the stream: the hours are the plan's assumption. */
  readonly isAssumed: boolean
}

/**
 * Hours a task takes where nobody estimated: the median over the streams with an estimate, each taken in the middle of its
 * range, else 1.5.
 */
export function assumedHoursPerTask(plan: Plan): number {
  const rates = plan.phases
    .flatMap(phase => phase.streams)
    .flatMap(stream => {
      const hours = ownHours(stream)
      return hours && middle(hours) > 0 ? [middle(hours) / taskCount(stream)] : []
    })
    .sort((a, b) => a - b)
  const half = rates.length >> 1
  const upper = rates[half]
  if (upper === undefined) return usualHoursPerTask
  return rates.length % 2 === 1 ? upper : ((rates[half - 1] ?? upper) + upper) / 2
}

/** The estimate of a stream, or of all its tasks together; else `hoursPerTask` for each task, and never nothing. */
export function hoursOfStream(stream: Stream, hoursPerTask: number): StreamHours {
  const own = ownHours(stream)
  if (own) return { hours: own, isAssumed: false }
  const hours = hoursPerTask * taskCount(stream)
  return { hours: { min: hours, max: hours }, isAssumed: true }
}

/** Hours in the middle of a range: what a schedule without chance counts with. */
export function middle({ min, max }: Hours): number {
  return (min + max) / 2
}

function ownHours({ estimate, tasks }: Stream): Hours | null {
  // 'max < min' is a slip of the pen that the review points out; the range is meant all the same.
  if (estimate) return { min: Math.min(estimate.min, estimate.max), max: Math.max(estimate.min, estimate.max) }
  if (tasks.length === 0 || tasks.some(task => task.estimate === null)) return null
  return tasks.reduce(
    (sum, task) => ({ min: sum.min + (task.estimate?.min ?? 0), max: sum.max + (task.estimate?.max ?? 0) }),
    { min: 0, max: 0 },
  )
}

/** An empty stream still is a thing to do. */
function taskCount({ tasks }: Stream): number {
  return Math.max(1, [...flattenTasks(tasks)].length)
}
