import type { PlanJobs } from './planJobs.ts'
import { type ScheduleOptions, scheduleRead } from './schedulePlan.ts'

export interface CurvePoint {
  readonly workers: number
  /** Working hours until all is done. */
  readonly makespan: number
}

export interface WorkerCurve {
  readonly points: readonly CurvePoint[]
  /** More workers than this do not finish sooner. */
  readonly enough: number
}

/** The finish for one worker, two, and so on until more hands change nothing, or `most` is reached. */
export function curveOfWorkers(read: PlanJobs, options: ScheduleOptions, most = 24): WorkerCurve {
  const points: CurvePoint[] = []
  // With a worker for each stream nobody waits for a worker: this is the end of the critical path.
  const shortest = scheduleRead(read, { ...options, workers: Math.max(1, read.jobs.length) }).makespan
  for (let workers = 1; workers <= most; workers++) {
    const { makespan } = scheduleRead(read, { ...options, workers })
    // What does for fewer does for more: a search that found less with more hands is not shown as a loss.
    points.push({ workers, makespan: Math.min(makespan, points.at(-1)?.makespan ?? makespan) })
    if (makespan <= shortest + 1e-9) break
  }
  const last = points.at(-1)?.makespan ?? 0
  return { points, enough: points.find(point => point.makespan <= last + 1e-9)?.workers ?? 1 }
}
