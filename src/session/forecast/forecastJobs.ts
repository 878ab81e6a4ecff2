import type { Plan } from '#plan/plan.ts'
import type { BothJobs } from '#plan/schedule/forecast.ts'
import { readPlanJobs } from '#plan/schedule/planJobs.ts'
import { dependenciesOf } from '#session/SessionContext.tsx'

/** The jobs of a plan under both gatings, as the worker takes them. */
export function jobsOf(plan: Plan, hoursPerTask: number | null): BothJobs {
  const dependencies = dependenciesOf(plan)
  return {
    phases: readPlanJobs(plan, dependencies, 'phases', hoursPerTask),
    streams: readPlanJobs(plan, dependencies, 'streams', hoursPerTask),
  }
}
