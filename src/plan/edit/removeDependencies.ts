import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { modelOf, withReference } from './model.ts'
import { refuseMissing } from './refusals.ts'
import { removeReferences } from './removedReferences.ts'
import { settle } from './settle.ts'

/** Takes several names out of dependencies at once, as `removeDependency` takes one: all that make two streams wait. */
export function removeDependencies(plan: Plan, referenceIds: readonly NodeId[]): Outcome {
  if (referenceIds.length === 0 || referenceIds.some(id => plan.nodes.get(id)?.kind !== 'reference')) {
    return refuseMissing('dependency')
  }
  const meant = referenceIds.reduce((model, id) => withReference(plan, model, id, () => null), modelOf(plan))
  const edits = removeReferences(plan, new Set(referenceIds))
  return settle('Remove dependency', plan, [edits], meant)
}
