import { exactSchedule } from './exactSchedule.ts'
import { createJobGraph, type Job, type JobGraph } from './jobGraph.ts'
import { listSchedule } from './listSchedule.ts'
import { lowerBoundOf, quickBoundOf } from './lowerBound.ts'
import { makespanOf } from './makespan.ts'
import { searchSchedule } from './searchSchedule.ts'

const epsilon = 1e-9

export interface JobSchedule {
  /** When each job starts, in the unit of the durations. */
  readonly start: number[]
  /** When the last one ends. */
  readonly makespan: number
  /** No schedule can end before. Equal to `makespan`, this one is proven to be optimal. */
  readonly lowerBound: number
}

/** Jobs of which each waits for the end of others, on equal workers who do one at a time and never interrupt it. */
export function scheduleJobs(
  jobs: readonly { readonly duration: number; readonly after: readonly number[] }[],
  workers: number,
): JobSchedule {
  return scheduleWaits(
    jobs.map(({ duration, after }) => ({
      duration,
      waits: after.map(job => ({ job, lag: jobs[job]?.duration ?? 0 })),
    })),
    workers,
  )
}

/** The same for jobs that may wait for a part of others only. */
export function scheduleWaits(jobs: readonly Job[], workers: number): JobSchedule {
  if (!(workers >= 1)) throw new Error(`${workers} workers can do nothing`)
  const graph = createJobGraph(jobs)
  const grid = gridOf(graph)
  let bound = quickBoundOf(graph, workers, grid)
  const criticalPathFirst = graph.tail.map(tail => -tail)
  let start = listSchedule(graph, workers, criticalPathFirst)
  const isOpen = () => makespanOf(graph, start) > bound + epsilon
  if (isOpen() && graph.count <= manyJobs) {
    start = searchSchedule(graph, workers, start, bound, 4)
    if (isOpen()) bound = lowerBoundOf(graph, workers, grid)
    if (isOpen()) start = searchSchedule(graph, workers, start, bound, Math.ceil(effort / (graph.count + 20)))
    if (isOpen() && graph.count <= someJobs) {
      const timed = graph.duration.reduce((count, length) => count + (length > 0 ? 1 : 0), 0)
      const exact = exactSchedule(graph, workers, start, bound, timed <= fewJobs ? Number.POSITIVE_INFINITY : steps)
      start = exact.start
      if (exact.isShortest) bound = makespanOf(graph, start)
    }
  }
  return { start: Array.from(start), makespan: makespanOf(graph, start), lowerBound: bound }
}

/** Up to here, not counting those that take no time, every order is tried when nothing else proves a schedule. */
const fewJobs = 9
/** Up to here as many orders are tried as fit into some 50 ms: often enough. */
const someJobs = 40
const steps = 150_000
/** Above, the list schedule is the answer: it is all that can be had between two frames. */
const manyJobs = 2_000
/** Rounds of the search times jobs: some 100 ms at worst, whatever the size, and for most plans none of it is needed. */
const effort = 120_000

/** The coarsest of some steps that all times are multiples of; 0 when they fit none. */
function gridOf({ duration, before }: JobGraph): number {
  return grids.find(step => isMultiple(duration, step) && isMultiple(before.lag, step)) ?? 0
}

// 5 minutes is 1/12 of an hour: finer plans have no grid, and their bounds are not rounded up.
const grids = [8, 4, 2, 1, 0.5, 0.25, 1 / 12]

function isMultiple(times: Float64Array, step: number): boolean {
  for (const time of times) {
    const steps = time / step
    if (Math.abs(steps - Math.round(steps)) > 1e-9) return false
  }
  return true
}
