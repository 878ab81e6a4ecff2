import type { Outcome } from '#plan/outcome.ts'
import type { Mode, NodeId, Plan } from '#plan/plan.ts'
import { writeSuffix } from './phaseSuffix.ts'
import { refuseMissing } from './refusals.ts'

/** Writes whether a phase runs in parallel or in sequence, or takes that away (`null`). */
export function setMode(plan: Plan, phaseId: NodeId, mode: Mode | null): Outcome {
  const phase = plan.nodes.get(phaseId)
  if (phase?.kind !== 'phase') return refuseMissing('phase')
  return writeSuffix(mode ? 'Set mode' : 'Remove mode', plan, phaseId, mode, phase.days)
}
