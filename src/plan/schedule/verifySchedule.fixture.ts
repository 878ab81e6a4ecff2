import { createRandom } from './randomNumbers.ts'

export interface TestJob {
  readonly duration: number
  readonly after: readonly number[]
}

/**
 * What is wrong with a schedule, said without any of the code that made it: at each start all jobs that run are counted
 * anew. `null` when nothing is.
 */
export function faultOf(jobs: readonly TestJob[], workers: number, start: readonly number[]): string | null {
  const endOf = (job: number) => (start[job] ?? Number.NaN) + (jobs[job]?.duration ?? Number.NaN)
  for (const [job, { after }] of jobs.entries()) {
    if (!((start[job] ?? -1) >= 0)) return `job ${job} starts at ${start[job]}`
    for (const other of after) {
      if ((start[job] ?? 0) < endOf(other) - 1e-9) return `job ${job} starts before job ${other} ends`
    }
  }
  for (const now of start) {
    const running = jobs.filter((_, job) => (start[job] ?? 0) <= now + 1e-9 && endOf(job) > now + 1e-9)
    if (running.length > workers) return `${running.length} jobs run at ${now}`
  }
  return null
}

/** The shortest makespan there is, by placing the jobs in every order they allow. For at most nine jobs. */
export function bruteForceMakespan(jobs: readonly TestJob[], workers: number): number {
  let best = Number.POSITIVE_INFINITY
  const start: number[] = new Array(jobs.length).fill(Number.NaN)
  const endOf = (job: number) => (start[job] ?? 0) + (jobs[job]?.duration ?? 0)
  const fits = (from: number, to: number): boolean => {
    const placed = jobs.flatMap(({ duration }, job) => (Number.isNaN(start[job]) || duration === 0 ? [] : [job]))
    const moments = [from, ...placed.map(job => start[job] ?? 0).filter(time => time > from && time < to)]
    return moments.every(
      now => placed.filter(job => (start[job] ?? 0) <= now + 1e-9 && endOf(job) > now + 1e-9).length < workers,
    )
  }
  const place = (left: readonly number[], end: number): void => {
    if (end >= best - 1e-9) return
    if (left.length === 0) {
      best = end
      return
    }
    for (const job of left) {
      const { duration, after } = jobs[job] ?? { duration: 0, after: [] }
      if (after.some(other => Number.isNaN(start[other]))) continue
      const ready = Math.max(0, ...after.map(endOf))
      const ends = start.flatMap((time, other) => (Number.isNaN(time) ? [] : [endOf(other)]))
      const from = [ready, ...ends.filter(time => time > ready)]
        .sort((a, b) => a - b)
        .find(time => fits(time, time + duration))
      start[job] = from ?? Number.NaN
      place(
        left.filter(other => other !== job),
        Math.max(end, endOf(job)),
      )
      start[job] = Number.NaN
    }
  }
  place([...jobs.keys()], 0)
  return best
}

/** Jobs in layers: each waits for some of the layer above, and sometimes for one further up. */
export function layeredJobs(count: number, seed: number): readonly TestJob[] {
  const random = createRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const jobs: TestJob[] = []
  const density = 0.1 + 0.4 * random()
  let above: number[] = []
  let further: number[] = []
  while (jobs.length < count) {
    const width = Math.min(count - jobs.length, 1 + below(Math.max(2, count / 6)))
    const layer = Array.from({ length: width }, (_, at) => jobs.length + at)
    for (const _ of layer) {
      const after = new Set(above.filter(() => random() < density))
      if (after.size === 0 && above.length > 0) after.add(above[below(above.length)] ?? 0)
      if (further.length > 0 && random() < 0.2) after.add(further[below(further.length)] ?? 0)
      jobs.push({ duration: 1 + below(20), after: [...after] })
    }
    further = above
    above = layer
  }
  return jobs
}

/** Jobs made of parts side by side and parts one behind the other, over and over. */
export function seriesParallelJobs(count: number, seed: number): readonly TestJob[] {
  const random = createRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const jobs: TestJob[] = []
  const build = (size: number, after: readonly number[]): readonly number[] => {
    if (size === 1) {
      jobs.push({ duration: 1 + below(20), after })
      return [jobs.length - 1]
    }
    const first = 1 + below(size - 1)
    if (random() < 0.5) return [...build(first, after), ...build(size - first, after)]
    return build(size - first, build(first, after))
  }
  build(count, [])
  return jobs
}
