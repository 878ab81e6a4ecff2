import type { JobGraph } from './jobGraph.ts'
import { makespanOf } from './makespan.ts'

const epsilon = 1e-9

/**
 * A shortest schedule, by trying all orders in which jobs can start and cutting off what cannot beat the best so far
 * (branch and bound over active schedules). For a handful of jobs: ten may take a second, each more ten times as long.
 */
export function exactSchedule(graph: JobGraph, workers: number, first: Float64Array, bound: number): Float64Array {
  const { count, duration, before, tail } = graph
  const best = first.slice()
  let shortest = makespanOf(graph, best)
  const start = new Float64Array(count)
  const isPlaced = new Uint8Array(count)
  // When each worker is free again.
  const free = new Float64Array(Math.min(workers, count))

  const earliestFrom = (job: number): number => {
    let from = 0
    for (let link = before.from[job] as number; link < (before.from[job + 1] as number); link++) {
      const other = before.job[link] as number
      if (isPlaced[other] === 0) return Number.POSITIVE_INFINITY
      from = Math.max(from, (start[other] as number) + (before.lag[link] as number))
    }
    return from
  }

  /** Whether what is left fits before `shortest` at all: each job on its longest way, and all work on all workers. */
  const canBeat = (left: number, now: number): boolean => {
    let work = left
    for (const time of free) work += Math.max(time, now)
    return work / free.length < shortest - epsilon
  }

  const place = (placed: number, now: number, left: number, end: number): void => {
    if (placed === count) {
      if (end < shortest - epsilon) {
        shortest = end
        best.set(start)
      }
      return
    }
    if (!canBeat(left, now)) return
    for (let job = 0; job < count && shortest > bound + epsilon; job++) {
      if (isPlaced[job] === 1) continue
      const ready = earliestFrom(job)
      if (ready === Number.POSITIVE_INFINITY) continue
      const worker = indexOfMin(free)
      const wasFree = free[worker] as number
      // Placed in the order of their starts: the same schedule is not made again from another order.
      const from = Math.max(ready, wasFree, now)
      if (from + (tail[job] as number) >= shortest - epsilon) continue
      const length = duration[job] as number
      start[job] = from
      isPlaced[job] = 1
      if (length > 0) free[worker] = from + length
      place(placed + 1, from, left - length, Math.max(end, from + length))
      free[worker] = wasFree
      isPlaced[job] = 0
    }
  }

  place(
    0,
    0,
    duration.reduce((sum, length) => sum + length, 0),
    0,
  )
  return best
}

function indexOfMin(values: Float64Array): number {
  let index = 0
  for (let at = 1; at < values.length; at++) if ((values[at] as number) < (values[index] as number)) index = at
  return index
}
