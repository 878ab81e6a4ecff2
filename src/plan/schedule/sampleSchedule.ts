import type { NodeId } from '#plan/plan.ts'
import { assignWorkers } from './assignWorkers.ts'
import { findSlack } from './findSlack.ts'
import { createJobGraph } from './jobGraph.ts'
import { listSchedule } from './listSchedule.ts'
import type { PlanJobs } from './planJobs.ts'
import { createRandom } from './randomNumbers.ts'
import { samplePert } from './samplePert.ts'
import { type ScheduleOptions, scheduleRead, withLags } from './schedulePlan.ts'
import { middle, type StreamHours } from './streamHours.ts'

/** An assumption may as well be half or twice as much. */
const assumedFrom = 0.5
const assumedTo = 2

export interface Range {
  readonly p50: number
  readonly p80: number
  readonly p90: number
}

export interface Samples {
  /** Working hours until all is done: not more in 50, 80, 90 of 100 samples. */
  readonly finish: Range
  /** When each stream or gate ends. */
  readonly finishOf: ReadonlyMap<NodeId, Range>
  /** In how many of all samples (0 to 1) a stream or gate had no slack. */
  readonly critical: ReadonlyMap<NodeId, number>
  readonly count: number
}

/** What is drawn for a stream: the range of its estimate, or a wide one around an assumption. */
export function rangeOf({ hours, isAssumed }: StreamHours): { min: number; mode: number; max: number } {
  const mode = middle(hours)
  return isAssumed ? { min: mode * assumedFrom, mode, max: mode * assumedTo } : { min: hours.min, mode, max: hours.max }
}

/**
 * Runs a plan's jobs `count` times with hours drawn from the ranges (see `samplePert`). Who comes first is decided once, by
 * the schedule for the middle of all ranges, and then kept, as people would keep to their plan. The same seed gives the
 * same samples everywhere.
 *
 * A generator, so that a long run can be shown and stopped: it yields the share that is done, from 0 to 1.
 */
export function* sampleSchedule(
  read: PlanJobs,
  options: ScheduleOptions,
  count: number,
  seed: number,
): Generator<number, Samples> {
  const { jobs } = read
  const workers = Math.max(1, Math.floor(options.workers))
  const planned = new Map(scheduleRead(read, options).jobs.map(job => [job.node, job.start]))
  const priority = jobs.map(({ node }) => planned.get(node) ?? 0)
  const ranges = jobs.map(({ estimate }) => (estimate ? rangeOf(estimate) : null))
  const random = createRandom(seed)
  const finishes = new Float64Array(count)
  const ends = jobs.map(() => new Float64Array(count))
  const timesCritical = new Float64Array(jobs.length)
  for (let sample = 0; sample < count; sample++) {
    const hours = ranges.map(range => (range ? samplePert(range.min, range.mode, range.max, random) : 0))
    const drawn = withLags(jobs, hours, options.partialShare)
    const start = Array.from(listSchedule(createJobGraph(drawn), workers, priority))
    const { slack } = findSlack(drawn, start, assignWorkers(drawn, start, workers))
    for (const [job, own] of ends.entries()) {
      const end = (start[job] ?? 0) + (hours[job] ?? 0)
      own[sample] = end
      finishes[sample] = Math.max(finishes[sample] ?? 0, end)
      if ((slack[job] ?? 1) < 1e-6) timesCritical[job] = (timesCritical[job] ?? 0) + 1
    }
    if (sample % 250 === 249) yield (sample + 1) / count
  }
  return {
    finish: rangeOfSamples(finishes),
    finishOf: new Map(jobs.map(({ node }, at) => [node, rangeOfSamples(ends[at] ?? finishes)])),
    critical: new Map(jobs.map(({ node }, at) => [node, (timesCritical[at] ?? 0) / Math.max(1, count)])),
    count,
  }
}

function rangeOfSamples(samples: Float64Array): Range {
  const sorted = samples.toSorted()
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { p50: at(0.5), p80: at(0.8), p90: at(0.9) }
}
