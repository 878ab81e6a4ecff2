import { type Outcome, refuse } from '#plan/outcome.ts'
import type { IntegrationPoint, NodeId, Plan } from '#plan/plan.ts'
import { deleteSection } from './deleteSection.ts'
import type { ReferenceChoice } from './droppedReferences.ts'
import { modelOf } from './model.ts'
import { refuseMissing } from './refusals.ts'
import { sectionLines } from './sectionLines.ts'

/**
 * Takes a phase away with its streams and the integration points under its heading. `drop` also takes away the dependencies that mean them, `keep` leaves their
 * words.
 */
export function deletePhase(plan: Plan, phaseId: NodeId, references: ReferenceChoice): Outcome {
  if (plan.nodes.get(phaseId)?.kind !== 'phase') return refuseMissing('phase')
  const model = modelOf(plan)
  const lines = sectionLines(plan, phaseId)
  // An integration point under the phase's heading goes with it.
  const isInside = ({ id }: IntegrationPoint) => {
    const from = plan.spans.get(id)?.whole.from ?? -1
    return lines !== null && from >= lines.from && from < lines.to
  }
  const without = {
    ...model,
    phases: model.phases.filter(({ id }) => id !== phaseId),
    integrationPoints: model.integrationPoints.filter(point => !isInside(point)),
  }
  return (
    deleteSection('Delete phase', plan, phaseId, without, references) ??
    refuse('no-heading', 'This plan has no heading for the phase. Delete its streams.')
  )
}
