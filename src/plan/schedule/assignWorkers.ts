import type { Job } from './jobGraph.ts'

/**
 * Who does what: jobs in the order of their starts, each by the free worker who did something it waits for, else by the
 * one who was free last, so that few workers have work all the time rather than all of them some of it. `null` for a job
 * that takes no time.
 */
export function assignWorkers(jobs: readonly Job[], start: readonly number[], workers: number): (number | null)[] {
  const worker: (number | null)[] = jobs.map(() => null)
  const freeFrom: number[] = []
  const byStart = [...jobs.keys()].sort((a, b) => (start[a] ?? 0) - (start[b] ?? 0) || a - b)
  for (const job of byStart) {
    const { duration, waits } = jobs[job] ?? { duration: 0, waits: [] }
    if (duration === 0) continue
    const from = start[job] ?? 0
    const isFree = (who: number) => (freeFrom[who] ?? 0) <= from + 1e-9
    const known = waits.map(wait => worker[wait.job] ?? -1).find(who => who >= 0 && isFree(who))
    let best = known ?? -1
    if (best < 0) {
      for (const [who, since] of freeFrom.entries()) {
        if (isFree(who) && (best < 0 || since > (freeFrom[best] ?? 0))) best = who
      }
    }
    if (best < 0) {
      if (freeFrom.length >= workers)
        throw new Error(`Job ${job} starts at ${from}, when all ${workers} workers are busy`)
      best = freeFrom.length
    }
    worker[job] = best
    freeFrom[best] = from + duration
  }
  return worker
}
