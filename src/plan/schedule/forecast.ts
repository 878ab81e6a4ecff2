import type { Gating, PlanJobs } from './planJobs.ts'
import { type Samples, sampleSchedule } from './sampleSchedule.ts'
import { type Schedule, type ScheduleOptions, scheduleRead } from './schedulePlan.ts'
import { curveOfWorkers, type WorkerCurve } from './workerCurve.ts'

/** The jobs of one plan under both gatings (`readPlan`). Plain data, so that a worker thread can take it. */
export type BothJobs = Readonly<Record<Gating, PlanJobs>>

/** What is found out, one step after the other; the quick ones come first. */
export type ForecastStep =
  | { readonly kind: 'schedules'; readonly schedules: Readonly<Record<Gating, Schedule>> }
  | { readonly kind: 'curve'; readonly curve: WorkerCurve }
  /** Of the samples, from 0 to 1. */
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'samples'; readonly samples: Samples }

/** How often the plan is run with drawn hours. */
export const sampleCount = 10_000
/** The same plan shall give the same ranges at every visit. */
const seed = 1

/** All that the timeline shows; `options.gating` says of which gating the curve and the samples are. */
export function* forecastJobs(
  jobs: BothJobs,
  options: ScheduleOptions,
  count = sampleCount,
): Generator<ForecastStep, void> {
  const phases = scheduleRead(jobs.phases, options)
  const streams = scheduleRead(jobs.streams, options)
  yield { kind: 'schedules', schedules: { phases, streams } }
  const chosen = jobs[options.gating]
  yield { kind: 'curve', curve: curveOfWorkers(chosen, options) }
  const sampling = sampleSchedule(chosen, options, count, seed)
  for (;;) {
    const step = sampling.next()
    if (step.done) return yield { kind: 'samples', samples: step.value }
    yield { kind: 'progress', share: step.value }
  }
}
