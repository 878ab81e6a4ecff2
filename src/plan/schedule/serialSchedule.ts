import type { JobGraph } from './jobGraph.ts'
import { PriorityQueue } from './priorityQueue.ts'

/** Makes the schedule of one priority rule after another; the array it answers with is overwritten by the next. */
export type SerialScheduler = (priority: ArrayLike<number>) => Float64Array

/**
 * Serial schedule generation (Kelley 1963): job after job, each as early as those it waits for and a free worker allow,
 * also into gaps that were left. Some order of the jobs gives an optimal schedule (Sprecher et al. 1995). O(n²).
 *
 * The smaller a job's priority the sooner it is placed; those it waits for are always placed before it.
 */
export function createSerialScheduler(graph: JobGraph, workers: number): SerialScheduler {
  const { count, duration, before, after } = graph
  const start = new Float64Array(count)
  const open = new Int32Array(count)
  // How many workers are busy from times[k] to times[k + 1]; behind the last nobody is.
  const times = new Float64Array(2 * count + 2)
  const busy = new Int32Array(2 * count + 2)

  return priority => {
    const ready = new PriorityQueue(count, priority)
    let pieces = 1
    times[0] = 0
    busy[0] = 0
    for (let job = 0; job < count; job++) {
      open[job] = (before.from[job + 1] as number) - (before.from[job] as number)
      if (open[job] === 0) ready.push(job)
    }
    while (ready.size > 0) {
      const job = ready.pop()
      const length = duration[job] as number
      let from = 0
      for (let link = before.from[job] as number; link < (before.from[job + 1] as number); link++) {
        from = Math.max(from, (start[before.job[link] as number] as number) + (before.lag[link] as number))
      }
      if (length > 0) {
        // The piece that holds `from`.
        let low = 0
        let high = pieces - 1
        while (low < high) {
          const middle = (low + high + 1) >> 1
          if ((times[middle] as number) <= from) low = middle
          else high = middle - 1
        }
        let first = low
        let last = low
        for (;;) {
          if ((busy[last] as number) >= workers) {
            first = ++last
            from = times[first] as number
          } else if (last + 1 >= pieces || (times[last + 1] as number) >= from + length) break
          else last++
        }
        const to = from + length
        if ((times[first] as number) < from) {
          insertPiece(times, busy, pieces++, first, from)
          first++
          last++
        }
        const end = last + 1 < pieces ? (times[last + 1] as number) : Number.POSITIVE_INFINITY
        if (end > to) insertPiece(times, busy, pieces++, last, to)
        for (let at = first; at <= last; at++) busy[at] = (busy[at] as number) + 1
      }
      start[job] = from
      for (let link = after.from[job] as number; link < (after.from[job + 1] as number); link++) {
        const next = after.job[link] as number
        open[next] = (open[next] as number) - 1
        if (open[next] === 0) ready.push(next)
      }
    }
    return start
  }
}

/** Cuts piece `at` of `count` in two at `time`. */
function insertPiece(times: Float64Array, busy: Int32Array, count: number, at: number, time: number): void {
  times.copyWithin(at + 2, at + 1, count)
  busy.copyWithin(at + 2, at + 1, count)
  times[at + 1] = time
  busy[at + 1] = busy[at] as number
}
