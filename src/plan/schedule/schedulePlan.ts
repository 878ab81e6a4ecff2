import type { DependencyLink } from '#plan/dependencies/dependencies.ts'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { assignWorkers } from './assignWorkers.ts'
import { findSlack } from './findSlack.ts'
import { type Gating, type PlanJob, type PlanJobs, readPlanJobs } from './planJobs.ts'
import { scheduleWaits } from './scheduleJobs.ts'
import { middle } from './streamHours.ts'

export interface ScheduleOptions {
  /** People or agents, each on one stream at a time. */
  readonly workers: number
  readonly gating: Gating
  /** What must be there of a stream of which a part is enough, from 0 to 1. */
  readonly partialShare: number
  /** What a task takes where nobody estimated; `null`: the plan's own median. */
  readonly hoursPerTask: number | null
}

export const usualOptions: ScheduleOptions = { workers: 4, gating: 'phases', partialShare: 0.5, hoursPerTask: null }

/** A stream or gate in time. All times are working hours from the start of the plan. */
export interface ScheduledJob {
  readonly node: NodeId
  readonly kind: 'stream' | 'gate'
  readonly phase: NodeId | null
  readonly start: number
  readonly finish: number
  /** The hours are the plan's assumption: nobody estimated the stream. */
  readonly isAssumed: boolean
  /** From 0; `null` for a gate. */
  readonly worker: number | null
  /** Working hours it may slip before the finish moves, with these workers. 0 = critical. */
  readonly slack: number
}

export interface Schedule {
  /** In the order of the plan. */
  readonly jobs: readonly ScheduledJob[]
  /** Working hours until all is done. */
  readonly makespan: number
  /** No schedule with these workers is shorter: the makespan is at most `makespan / lowerBound` times the best. */
  readonly lowerBound: number
  /** Streams and gates without slack, each waiting for the one before it or for its worker, from start to finish. */
  readonly criticalPath: readonly NodeId[]
  /** What a task without any estimate was taken to need. */
  readonly hoursPerTask: number
  /** Dependencies that had to be left out: they close a circle, or wait for a later phase. */
  readonly ignored: readonly DependencyLink[]
}

/**
 * When each stream can run: as short as the search finds it for the workers there are (see `scheduleJobs`), on the middle
 * of each estimate. `docs/schedule.md` says how, and where the limits are. Never throws, whatever the plan.
 */
export function schedulePlan(plan: Plan, options: ScheduleOptions = usualOptions): Schedule {
  return scheduleRead(readPlan(plan, options), options)
}

/** The plan's jobs as the options want them. */
export function readPlan(plan: Plan, { gating, hoursPerTask }: ScheduleOptions): PlanJobs {
  return readPlanJobs(plan, resolveDependencies(plan), gating, hoursPerTask)
}

export function scheduleRead(read: PlanJobs, options: ScheduleOptions): Schedule {
  const workers = Math.max(1, Math.floor(options.workers))
  const hours = read.jobs.map(({ estimate }) => (estimate ? middle(estimate.hours) : 0))
  const jobs = withLags(read.jobs, hours, options.partialShare)
  const { start, makespan, lowerBound } = scheduleWaits(jobs, workers)
  const worker = assignWorkers(jobs, start, workers)
  const { slack, path } = findSlack(jobs, start, worker)
  const scheduled = read.jobs.map(({ node, kind, phase, estimate }, at) => ({
    node,
    kind,
    phase,
    start: start[at] ?? 0,
    finish: (start[at] ?? 0) + (hours[at] ?? 0),
    isAssumed: estimate?.isAssumed ?? false,
    worker: estimate ? (worker[at] ?? null) : null,
    slack: slack[at] ?? 0,
  }))
  return {
    jobs: scheduled.flatMap(job => (job.kind === 'phase' ? [] : [{ ...job, kind: job.kind }])),
    makespan,
    lowerBound,
    criticalPath: path.flatMap(at => {
      const job = read.jobs[at]
      return job && job.kind !== 'phase' ? [job.node] : []
    }),
    hoursPerTask: read.hoursPerTask,
    ignored: read.ignored,
  }
}

/** Jobs as the scheduler takes them, for one length of each. */
export function withLags(jobs: readonly PlanJob[], hours: ArrayLike<number>, partialShare: number) {
  const share = Math.min(1, Math.max(0, partialShare))
  return jobs.map(({ waits }, at) => ({
    duration: hours[at] ?? 0,
    waits: waits.map(({ job, isPartial }) => ({ job, lag: (hours[job] ?? 0) * (isPartial ? share : 1) })),
  }))
}
