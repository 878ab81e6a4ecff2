import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { modelOf, withReference } from './model.ts'
import { refuseMissing } from './refusals.ts'
import { removeReferences } from './removedReferences.ts'
import { settle } from './settle.ts'

/** Takes one name out of the dependencies of a stream or task; the last one of a stream leaves `None`. */
export function removeDependency(plan: Plan, referenceId: NodeId): Outcome {
  if (plan.nodes.get(referenceId)?.kind !== 'reference') return refuseMissing('dependency')
  const meant = withReference(plan, modelOf(plan), referenceId, () => null)
  const edits = removeReferences(plan, new Set([referenceId]))
  return settle('Remove dependency', plan, [edits], meant)
}
