import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { deleteSection } from './deleteSection.ts'
import type { ReferenceChoice } from './droppedReferences.ts'
import { modelOf } from './model.ts'
import { refuseMissing } from './refusals.ts'

/**
 * Takes a phase with its streams away. `drop` also takes away the dependencies that mean them, `keep` leaves their
 * words.
 */
export function deletePhase(plan: Plan, phaseId: NodeId, references: ReferenceChoice): Outcome {
  if (plan.nodes.get(phaseId)?.kind !== 'phase') return refuseMissing('phase')
  const model = modelOf(plan)
  const without = { ...model, phases: model.phases.filter(({ id }) => id !== phaseId) }
  return (
    deleteSection('Delete phase', plan, phaseId, without, references) ??
    refuse('no-heading', 'This plan has no heading for the phase. Delete its streams.')
  )
}
