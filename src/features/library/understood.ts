import type { Plan } from '#plan/plan.ts'
import { countPlan } from '#session/summarisePlan.ts'
import { count } from './count.ts'

/** What a text reads as, before it becomes a plan: '3 phases, 8 streams, 41 tasks'. */
export function understood(plan: Plan): string {
  const phases = plan.phases.filter(phase => !phase.implicit).length
  const streams = plan.phases.flatMap(phase => phase.streams).filter(stream => !stream.implicit).length
  const { total } = countPlan(plan)
  if (phases + streams + total === 0) return 'No phases and no tasks in it yet'
  return [
    ...(phases > 0 ? [count(phases, 'phase')] : []),
    ...(streams > 0 ? [count(streams, 'stream')] : []),
    count(total, 'task'),
  ].join(', ')
}
