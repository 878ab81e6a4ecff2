import type { JobGraph } from './jobGraph.ts'
import { makespanOf } from './makespan.ts'

const epsilon = 1e-9

/**
 * A shortest schedule, by trying all orders in which jobs can start and cutting off what cannot beat the best so far
 * (branch and bound over active schedules). For a handful of jobs: ten may take a second, each more ten times as long.
 *
 * @param steps how many it may try; when they run out, `isShortest` is false and the start is the best so far
 */
export function exactSchedule(
  graph: JobGraph,
  workers: number,
  first: Float64Array,
  bound: number,
  steps: number,
): { start: Float64Array; isShortest: boolean } {
  const { count, duration, before, after, tail, order } = graph
  const best = first.slice()
  let shortest = makespanOf(graph, best)
  let left = steps
  const start = new Float64Array(count)
  const isPlaced = new Uint8Array(count)
  // When each worker is free again.
  const free = new Float64Array(Math.max(1, Math.min(workers, count)))
  const isDone = () => shortest <= bound + epsilon || left <= 0
  // The longest ways first: what is good is found early, and cuts off more.
  const timed = Array.from(order.filter(job => (duration[job] as number) > 0)).sort(
    (a, b) => (tail[b] as number) - (tail[a] as number),
  )

  const earliestFrom = (job: number): number => {
    let from = 0
    for (let link = before.from[job] as number; link < (before.from[job + 1] as number); link++) {
      const other = before.job[link] as number
      if (isPlaced[other] === 0) return Number.POSITIVE_INFINITY
      from = Math.max(from, (start[other] as number) + (before.lag[link] as number))
    }
    return from
  }

  /** Places the jobs that take no time and now have all they wait for; answers with them, to be taken back. */
  const placeMoments = (job: number, placed: number[]): number[] => {
    for (let link = after.from[job] as number; link < (after.from[job + 1] as number); link++) {
      const next = after.job[link] as number
      if ((duration[next] as number) > 0 || isPlaced[next] === 1) continue
      const from = earliestFrom(next)
      if (from === Number.POSITIVE_INFINITY) continue
      start[next] = from
      isPlaced[next] = 1
      placed.push(next)
      placeMoments(next, placed)
    }
    return placed
  }

  const place = (placed: number, now: number, work: number): void => {
    if (placed === timed.length) {
      shortest = makespanOf(graph, start)
      best.set(start)
      return
    }
    let busy = work
    for (const time of free) busy += Math.max(time, now)
    if (busy / free.length >= shortest - epsilon) return
    const worker = indexOfMin(free)
    const wasFree = free[worker] as number
    for (const job of timed) {
      if (isPlaced[job] === 1) continue
      if (isDone()) return
      const ready = earliestFrom(job)
      // Placed in the order of their starts: the same schedule is not made again from another order.
      const from = Math.max(ready, wasFree, now)
      if (from + (tail[job] as number) >= shortest - epsilon) continue
      left--
      const length = duration[job] as number
      start[job] = from
      isPlaced[job] = 1
      free[worker] = from + length
      const moments = placeMoments(job, [])
      place(placed + 1, from, work - length)
      for (const moment of moments) isPlaced[moment] = 0
      free[worker] = wasFree
      isPlaced[job] = 0
    }
  }

  for (const job of order) {
    if ((duration[job] as number) > 0 || isPlaced[job] === 1 || earliestFrom(job) > 0) continue
    isPlaced[job] = 1
  }
  place(
    0,
    0,
    duration.reduce((sum, length) => sum + length, 0),
  )
  return { start: best, isShortest: left > 0 || shortest <= bound + epsilon }
}

function indexOfMin(values: Float64Array): number {
  let index = 0
  for (let at = 1; at < values.length; at++) if ((values[at] as number) < (values[index] as number)) index = at
  return index
}
