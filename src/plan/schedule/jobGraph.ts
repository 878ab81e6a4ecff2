/** What must be over before a job starts: all of another job, or the first part of it. */
export interface Wait {
  readonly job: number
  /** From the start of `job`, in the unit of the durations. */
  readonly lag: number
}

/** One piece of work for one worker, never interrupted. */
export interface Job {
  readonly duration: number
  readonly waits: readonly Wait[]
}

/** Which jobs a job is bound to, as compressed rows: those of job `j` stand from `from[j]` up to `from[j + 1]`. */
export interface Links {
  readonly from: Int32Array
  readonly job: Int32Array
  /** A job starts at least this long after the start of the other: in `before` after that of `job`, in `after` the reverse. */
  readonly lag: Float64Array
}

/** Jobs and the order they force on each other. Times are in the unit of the durations. */
export interface JobGraph {
  readonly count: number
  readonly duration: Float64Array
  readonly before: Links
  readonly after: Links
  /** The jobs so that each stands behind those it waits for. */
  readonly order: Int32Array
  /** Earliest start when there are workers enough. */
  readonly head: Float64Array
  /** From a job's start to the end of all that waits for it, its own duration included. */
  readonly tail: Float64Array
}

/** Throws with the numbers of the jobs when some wait for each other. */
export function createJobGraph(jobs: readonly Job[]): JobGraph {
  const count = jobs.length
  const duration = Float64Array.from(jobs, job => job.duration)
  const before = emptyLinks(count, jobs)
  const after = emptyLinks(count, jobs)
  const fill = new Int32Array(count + 1)
  let at = 0
  for (let job = 0; job < count; job++) {
    before.from[job] = at
    for (const wait of jobs[job]?.waits ?? []) {
      if (!(wait.job >= 0 && wait.job < count)) throw new Error(`Job ${job} waits for ${wait.job}, which is no job`)
      before.job[at] = wait.job
      before.lag[at++] = wait.lag
      fill[wait.job + 1] = (fill[wait.job + 1] ?? 0) + 1
    }
  }
  before.from[count] = at
  for (let job = 0; job < count; job++) fill[job + 1] = (fill[job + 1] ?? 0) + (fill[job] ?? 0)
  after.from.set(fill)
  for (let job = 0; job < count; job++) {
    for (let link = before.from[job] ?? 0; link < (before.from[job + 1] ?? 0); link++) {
      const other = before.job[link] ?? 0
      const place = fill[other] ?? 0
      fill[other] = place + 1
      after.job[place] = job
      after.lag[place] = before.lag[link] ?? 0
    }
  }
  const order = topologicalOrder(count, before, after)
  return withBounds({ count, duration, before, after, order })
}

/** The same jobs with time running backwards: a schedule of one, read from its end, is a schedule of the other. */
export function reverseGraph({ count, duration, before, after, order }: JobGraph): JobGraph {
  const turned = (links: Links, isBefore: boolean): Links => {
    const lag = new Float64Array(links.lag.length)
    for (let job = 0; job < count; job++) {
      for (let link = links.from[job] ?? 0; link < (links.from[job + 1] ?? 0); link++) {
        const own = duration[job] ?? 0
        const other = duration[links.job[link] ?? 0] ?? 0
        lag[link] = (links.lag[link] ?? 0) + (isBefore ? own - other : other - own)
      }
    }
    return { ...links, lag }
  }
  return withBounds({
    count,
    duration,
    before: turned(after, false),
    after: turned(before, true),
    order: order.slice().reverse(),
  })
}

function withBounds(graph: Omit<JobGraph, 'head' | 'tail'>): JobGraph {
  const { count, duration, before, after, order } = graph
  const head = new Float64Array(count)
  const tail = Float64Array.from(duration)
  for (const job of order) {
    for (let link = before.from[job] ?? 0; link < (before.from[job + 1] ?? 0); link++) {
      head[job] = Math.max(head[job] ?? 0, (head[before.job[link] ?? 0] ?? 0) + (before.lag[link] ?? 0))
    }
  }
  for (let at = count - 1; at >= 0; at--) {
    const job = order[at] ?? 0
    for (let link = after.from[job] ?? 0; link < (after.from[job + 1] ?? 0); link++) {
      tail[job] = Math.max(tail[job] ?? 0, (tail[after.job[link] ?? 0] ?? 0) + (after.lag[link] ?? 0))
    }
  }
  return { ...graph, head, tail }
}

function emptyLinks(count: number, jobs: readonly Job[]): Links {
  const links = jobs.reduce((sum, job) => sum + job.waits.length, 0)
  return { from: new Int32Array(count + 1), job: new Int32Array(links), lag: new Float64Array(links) }
}

/** Kahn 1962, so that of jobs that may come in either order the one with the smaller number stands first. */
function topologicalOrder(count: number, before: Links, after: Links): Int32Array {
  const order = new Int32Array(count)
  const open = new Int32Array(count)
  let ready = 0
  for (let job = 0; job < count; job++) {
    open[job] = (before.from[job + 1] ?? 0) - (before.from[job] ?? 0)
    if (open[job] === 0) order[ready++] = job
  }
  for (let at = 0; at < ready; at++) {
    const job = order[at] ?? 0
    for (let link = after.from[job] ?? 0; link < (after.from[job + 1] ?? 0); link++) {
      const next = after.job[link] ?? 0
      open[next] = (open[next] ?? 0) - 1
      if (open[next] === 0) order[ready++] = next
    }
  }
  if (ready < count) {
    const stuck = Array.from(open.keys()).filter(job => (open[job] ?? 0) > 0)
    throw new Error(`Jobs that wait for each other cannot be scheduled: ${stuck.slice(0, 20).join(', ')}`)
  }
  return order
}
