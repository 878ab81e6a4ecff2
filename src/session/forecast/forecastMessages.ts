import type { BothJobs, ForecastStep } from '#plan/schedule/forecast.ts'
import type { PlanJobs } from '#plan/schedule/planJobs.ts'
import type { Schedule, ScheduleOptions } from '#plan/schedule/schedulePlan.ts'

export type ToWorker =
  /** Forecast this; whatever was asked for before is given up. */
  | {
      readonly kind: 'forecast'
      readonly turn: number
      readonly jobs: BothJobs
      readonly options: ScheduleOptions
    }
  | { readonly kind: 'stop' }
  /** One schedule, in between. */
  | {
      readonly kind: 'schedule'
      readonly question: number
      readonly jobs: PlanJobs
      readonly options: ScheduleOptions
    }

export type FromWorker =
  | { readonly kind: 'step'; readonly turn: number; readonly step: ForecastStep }
  | { readonly kind: 'done'; readonly turn: number }
  | { readonly kind: 'answer'; readonly question: number; readonly schedule: Schedule }
