import type { JobGraph } from './jobGraph.ts'
import { PriorityQueue } from './priorityQueue.ts'

/**
 * List scheduling (Graham 1969): whenever a worker is free, the job of highest priority that may start does. Never
 * leaves a worker idle on purpose, so it may miss the optimum, but takes O(n log n). Returns the starts.
 *
 * @param priority the smaller the sooner; the negative tail gives critical-path scheduling
 */
export function listSchedule(graph: JobGraph, workers: number, priority: ArrayLike<number>): Float64Array {
  const { count, duration, before, after } = graph
  const start = new Float64Array(count)
  const release = new Float64Array(count)
  const finish = new Float64Array(count)
  const open = new Int32Array(count)
  const ready = new PriorityQueue(count, priority)
  const released = new PriorityQueue(count, release)
  const running = new PriorityQueue(count, finish)
  for (let job = 0; job < count; job++) {
    open[job] = (before.from[job + 1] as number) - (before.from[job] as number)
    if (open[job] === 0) released.push(job)
  }
  let now = 0
  while (ready.size + released.size + running.size > 0) {
    while (running.size > 0 && (finish[running.peek()] as number) <= now) running.pop()
    while (released.size > 0 && (release[released.peek()] as number) <= now) ready.push(released.pop())
    while (ready.size > 0 && running.size < workers) {
      const job = ready.pop()
      start[job] = now
      finish[job] = now + (duration[job] as number)
      if ((duration[job] as number) > 0) running.push(job)
      for (let link = after.from[job] as number; link < (after.from[job + 1] as number); link++) {
        const next = after.job[link] as number
        release[next] = Math.max(release[next] as number, now + (after.lag[link] as number))
        open[next] = (open[next] as number) - 1
        if (open[next] === 0) {
          if ((release[next] as number) <= now) ready.push(next)
          else released.push(next)
        }
      }
    }
    const nextFinish = running.size > 0 ? (finish[running.peek()] as number) : Number.POSITIVE_INFINITY
    const nextRelease = released.size > 0 ? (release[released.peek()] as number) : Number.POSITIVE_INFINITY
    const next = running.size < workers || ready.size === 0 ? Math.min(nextFinish, nextRelease) : nextFinish
    if (next === Number.POSITIVE_INFINITY) break
    now = Math.max(now, next)
  }
  return start
}
