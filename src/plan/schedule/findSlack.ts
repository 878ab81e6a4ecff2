import { createJobGraph, type Job } from './jobGraph.ts'

const epsilon = 1e-6

/**
 * Backward pass of the critical path method (Kelley & Walker 1959) over a finished schedule: a job's latest start heeds
 * those that wait for it, and the next job of its worker, so that the slack is true for the workers there are.
 *
 * `path` is one chain of jobs without slack from the start to the finish, each starting when the one before lets it.
 */
export function findSlack(
  jobs: readonly Job[],
  start: readonly number[],
  worker: readonly (number | null)[],
): { slack: number[]; path: number[] } {
  const finish = jobs.map(({ duration }, job) => (start[job] ?? 0) + duration)
  const end = finish.reduce((latest, time) => Math.max(latest, time), 0)
  const latest = jobs.map(({ duration }) => end - duration)
  const waits = jobs.map(job => [...job.waits])
  // By starts; of jobs that start together the one that is waited for stands first, since it takes no time.
  const order = byStart(jobs, start)
  const last = new Map<number, number>()
  for (const job of order) {
    const who = worker[job] ?? null
    if (who === null) continue
    const previous = last.get(who)
    if (previous !== undefined) waits[job]?.push({ job: previous, lag: jobs[previous]?.duration ?? 0 })
    last.set(who, job)
  }
  for (const job of order.toReversed()) {
    for (const wait of waits[job] ?? []) {
      latest[wait.job] = Math.min(latest[wait.job] ?? 0, (latest[job] ?? 0) - wait.lag)
    }
  }
  const slack = latest.map((time, job) => Math.max(0, round(time - (start[job] ?? 0))))

  const path: number[] = []
  let at = order.findLast(job => (finish[job] ?? 0) >= end - epsilon && (slack[job] ?? 1) <= epsilon)
  while (at !== undefined && path.length <= jobs.length) {
    path.push(at)
    const from = start[at] ?? 0
    at = waits[at]?.find(
      wait => Math.abs((start[wait.job] ?? 0) + wait.lag - from) <= epsilon && (slack[wait.job] ?? 1) <= epsilon,
    )?.job
  }
  return { slack, path: path.reverse() }
}

/** By their starts, and those that start together so that each stands behind those it waits for. */
function byStart(jobs: readonly Job[], start: readonly number[]): number[] {
  const place = new Int32Array(jobs.length)
  for (const [at, job] of createJobGraph(jobs).order.entries()) place[job] = at
  return [...jobs.keys()].sort((a, b) => (start[a] ?? 0) - (start[b] ?? 0) || (place[a] ?? 0) - (place[b] ?? 0))
}

/** Binary dust goes: a thousandth of a second is no slack. */
function round(hours: number): number {
  return Math.round(hours * 1e6) / 1e6
}
