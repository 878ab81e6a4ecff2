import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { deleteSection } from './deleteSection.ts'
import { modelOf } from './model.ts'
import { refuseMissing } from './refusals.ts'

/** Takes an integration point with its checks away. */
export function deleteIntegrationPoint(plan: Plan, id: NodeId): Outcome {
  if (plan.nodes.get(id)?.kind !== 'integrationPoint') return refuseMissing('integration point')
  const model = modelOf(plan)
  const without = { ...model, integrationPoints: model.integrationPoints.filter(point => point.id !== id) }
  return deleteSection('Delete integration point', plan, id, without, 'keep') ?? refuseMissing('integration point')
}
