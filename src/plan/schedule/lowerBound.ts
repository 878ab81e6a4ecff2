import type { JobGraph } from './jobGraph.ts'

/**
 * Above this many jobs only the critical path and the work per worker are looked at: the rest is quadratic or worse.
 */
const manyJobs = 500

/**
 * No schedule on `workers` workers ends before the end of the critical path, nor before the work spread over all workers.
 *
 * @param grid all durations and lags are multiples of it, and so is every makespan worth having; 0 when there is none
 */
export function quickBoundOf(graph: JobGraph, workers: number, grid: number): number {
  let work = 0
  let path = 0
  for (let job = 0; job < graph.count; job++) {
    work += graph.duration[job] as number
    path = Math.max(path, (graph.head[job] as number) + (graph.tail[job] as number))
  }
  return Math.max(path, roundUp(work / workers, grid))
}

/**
 * The quick bound or better: what Fernández & Bussell (1973) find in the intervals that too much work must fall into.
 * The heads and tails that go in are sharpened before: a job cannot start before all it waits for found a worker.
 */
export function lowerBoundOf(graph: JobGraph, workers: number, grid: number): number {
  const { count, duration } = graph
  let bound = quickBoundOf(graph, workers, grid)
  if (count > manyJobs) return bound
  const head = sharpHeads(graph, workers, grid, false)
  const tail = sharpHeads(graph, workers, grid, true)
  for (let job = 0; job < count; job++) {
    bound = Math.max(bound, (head[job] as number) + (duration[job] as number) + (tail[job] as number))
  }
  for (;;) {
    const next = roundUp(bound + largestExcess(graph, workers, head, tail, bound), grid)
    if (!(next > bound + 1e-9)) return bound
    bound = next
  }
}

/** The next multiple of the grid; what rounding errors put just above one counts as that one. */
export function roundUp(time: number, grid: number): number {
  return grid > 0 ? Math.ceil(time / grid - 1e-6) * grid : time
}

/**
 * Earliest starts that also heed the workers: all jobs that must come before a job, and that cannot start before r, take
 * at least r + work / workers, and then the shortest way from them to the job. With `turned` the same from the end: the
 * least time between a job's end and the end of all.
 */
function sharpHeads(graph: JobGraph, workers: number, grid: number, turned: boolean): Float64Array {
  const { count, duration } = graph
  const before = turned ? graph.after : graph.before
  const order = turned ? graph.order.slice().reverse() : graph.order
  const head = new Float64Array(count)
  // way[k]: from the end of job k to the start of the job at hand, at least; -1 when k need not come before it.
  const ways: Float64Array[] = []
  for (const job of order) {
    const own = duration[job] as number
    const way = new Float64Array(count).fill(-1)
    let earliest = 0
    for (let link = before.from[job] as number; link < (before.from[job + 1] as number); link++) {
      const other = before.job[link] as number
      const length = duration[other] as number
      const lag = (before.lag[link] as number) + (turned ? length - own : 0)
      earliest = Math.max(earliest, (head[other] as number) + lag)
      // A job that needs but a part of another may start before that one ends: then nothing is known of the way.
      if (lag < length) continue
      const gap = lag - length
      way[other] = Math.max(way[other] as number, gap)
      const further = ways[other]
      if (!further) continue
      for (let k = 0; k < count; k++) {
        const rest = further[k] as number
        if (rest >= 0) way[k] = Math.max(way[k] as number, rest + length + gap)
      }
    }
    ways[job] = way
    const ahead: number[] = []
    for (let k = 0; k < count; k++) if ((way[k] as number) >= 0) ahead.push(k)
    head[job] = Math.max(earliest, workerHead(ahead, way, head, duration, workers, grid))
  }
  return head
}

function workerHead(
  ahead: number[],
  way: Float64Array,
  head: Float64Array,
  duration: Float64Array,
  workers: number,
  grid: number,
): number {
  if (ahead.length <= 1) return 0
  let best = 0
  // Latest head first, so that each step looks at all jobs that cannot start before r.
  ahead.sort((a, b) => (head[b] as number) - (head[a] as number))
  let work = 0
  let shortest = Number.POSITIVE_INFINITY
  for (const k of ahead) {
    work += duration[k] as number
    shortest = Math.min(shortest, way[k] as number)
    best = Math.max(best, (head[k] as number) + roundUp(work / workers, grid) + shortest)
  }
  // And shortest way last: all jobs whose way is at least that long.
  ahead.sort((a, b) => (way[b] as number) - (way[a] as number))
  work = 0
  let soonest = Number.POSITIVE_INFINITY
  for (const k of ahead) {
    work += duration[k] as number
    soonest = Math.min(soonest, head[k] as number)
    best = Math.max(best, soonest + roundUp(work / workers, grid) + (way[k] as number))
  }
  return best
}

/**
 * If all is to end by `end`, each job must do some of its work between a and b. Where that is more than the workers can
 * do there, the end moves by the difference. Looks at every a at which the work changes its slope, and for each sweeps b.
 */
function largestExcess(
  { count, duration }: JobGraph,
  workers: number,
  head: Float64Array,
  tail: Float64Array,
  end: number,
): number {
  // `tail` is what comes after the job; latest start when all ends in time.
  const latest = new Float64Array(count)
  for (let job = 0; job < count; job++) {
    latest[job] = end - (tail[job] as number) - (duration[job] as number)
  }
  const marks = Float64Array.from(new Set([...head, ...latest]))
  const rises = new Float64Array(count)
  const falls = new Float64Array(count)
  let most = 0
  for (const a of marks) {
    let jobs = 0
    for (let job = 0; job < count; job++) {
      const inside = Math.min(duration[job] as number, (head[job] as number) + (duration[job] as number) - a)
      if (inside <= 0) continue
      const rise = Math.max(a, latest[job] as number)
      rises[jobs] = rise
      falls[jobs++] = rise + inside
    }
    const up = rises.subarray(0, jobs).sort()
    const down = falls.subarray(0, jobs).sort()
    let work = 0
    let slope = 0
    let at = a
    let next = 0
    for (let fall = 0; fall < jobs; fall++) {
      const to = down[fall] as number
      while (next < jobs && (up[next] as number) <= to) {
        const rise = up[next++] as number
        work += slope * (rise - at)
        at = rise
        slope++
      }
      work += slope * (to - at)
      at = to
      slope--
      most = Math.max(most, work / workers - (to - a))
    }
  }
  return most
}
