import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scheduleJobs } from '../src/plan/schedule/scheduleJobs.ts'
import { layeredJobs, seriesParallelJobs, type TestJob } from '../src/plan/schedule/verifySchedule.fixture.ts'
import { median, time } from './measure.ts'
import { readTaskGraph } from './taskGraph.ts'

const workerCounts = [2, 4, 8, 16]

interface Result {
  readonly makespan: number
  readonly lowerBound: number
  readonly ms: number
}

/** Schedules the Standard Task Graphs of a folder, or 1,000 random ones, and says how near to the best they are. */
export function benchSchedule(folder: string | undefined): void {
  if (folder === undefined) benchRandom()
  else benchFolder(folder)
  const jobs = sparseJobs(10_000)
  const runs = Array.from({ length: 15 }, () => time(() => scheduleJobs(jobs, 8)))
  console.log(`list schedule of 10,000 tasks on 8 workers: ${median(runs).toFixed(1)} ms (median of ${runs.length})`)
}

function benchFolder(folder: string): void {
  console.log('instance\ttasks\tworkers\tmakespan\tlower bound\tratio\tms')
  const results: Result[] = []
  for (const name of readdirSync(folder).sort()) {
    const jobs = readTaskGraph(readFileSync(join(folder, name), 'utf8'))
    if (!jobs) {
      console.log(`${name}\tis no task graph`)
      continue
    }
    for (const workers of workerCounts) {
      const result = measure(jobs, workers)
      results.push(result)
      const { makespan, lowerBound, ms } = result
      const ratio = (makespan / lowerBound).toFixed(4)
      console.log([name, jobs.length, workers, makespan, lowerBound, ratio, ms.toFixed(2)].join('\t'))
    }
  }
  if (results.length > 0) summarise('all', results)
}

function benchRandom(): void {
  const groups = new Map<string, Result[]>()
  for (let seed = 0; seed < 1_000; seed++) {
    const kind = seed % 2 ? 'layered' : 'series-parallel'
    const count = seed % 4 < 2 ? 50 : 100
    const workers = workerCounts[(seed >> 2) % workerCounts.length] ?? 2
    const result = measure((seed % 2 ? layeredJobs : seriesParallelJobs)(count, seed), workers)
    for (const group of ['all', `${kind}, ${count} tasks`, `${workers} workers`]) {
      groups.set(group, [...(groups.get(group) ?? []), result])
    }
  }
  for (const [group, results] of groups) summarise(group, results)
}

function measure(jobs: readonly TestJob[], workers: number): Result {
  const from = performance.now()
  const { makespan, lowerBound } = scheduleJobs(jobs, workers)
  return { makespan, lowerBound, ms: performance.now() - from }
}

function summarise(group: string, results: readonly Result[]): void {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const proven = mean(results.map(({ makespan, lowerBound }) => (makespan <= lowerBound + 1e-9 ? 100 : 0)))
  const gap = mean(results.map(({ makespan, lowerBound }) => (makespan / lowerBound - 1) * 100))
  const ms = mean(results.map(result => result.ms))
  const figures = `proven optimal ${proven.toFixed(1)} %, mean gap ${gap.toFixed(3)} %, mean time ${ms.toFixed(2)} ms`
  console.log(`${group.padEnd(28)}${String(results.length).padStart(5)} instances: ${figures}`)
}

/** Each job waits for three of the two hundred before it. */
function sparseJobs(count: number): readonly TestJob[] {
  return Array.from({ length: count }, (_, job) => ({
    duration: 1 + ((job * 7919) % 20),
    after: job < 20 ? [] : [31, 77, 173].map(step => Math.max(0, job - 1 - ((job * step) % 200))),
  }))
}
