import { type Outcome, refuse } from '#plan/outcome.ts'
import type { Days, NodeId, Plan } from '#plan/plan.ts'
import { writeSuffix } from './phaseSuffix.ts'
import { refuseMissing } from './refusals.ts'

/** Writes the days of a phase, first and last included, or takes them away (`null`). */
export function setDays(plan: Plan, phaseId: NodeId, days: Days | null): Outcome {
  const phase = plan.nodes.get(phaseId)
  if (phase?.kind !== 'phase') return refuseMissing('phase')
  if (days && !(isDay(days.from) && isDay(days.to) && days.from <= days.to)) {
    return refuse('not-days', 'Days are whole numbers, the first not after the last.')
  }
  return writeSuffix(days ? 'Set days' : 'Remove days', plan, phaseId, phase.mode, days)
}

function isDay(day: number): boolean {
  return Number.isInteger(day) && day >= 0 && day < 1_000_000
}
