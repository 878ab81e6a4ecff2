import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { readTypedReference, refuseReference } from './dependencyRules.ts'
import { modelOf, withReference } from './model.ts'
import { refuseMissing } from './refusals.ts'
import { settle } from './settle.ts'

/** Writes other words for one dependency, its qualifier included. Refuses what `addDependency` refuses. */
export function replaceDependency(plan: Plan, referenceId: NodeId, text: string): Outcome {
  const old = plan.nodes.get(referenceId)
  const spans = plan.spans.get(referenceId)
  if (old?.kind !== 'reference' || !spans) return refuseMissing('dependency')
  const typed = readTypedReference(plan, text)
  if (!typed.ok) return typed
  const meant = withReference(plan, modelOf(plan), referenceId, before => ({ ...before, ...typed.reference }))
  const edit = { ...spans.whole, insert: typed.written }
  const outcome = settle('Change dependency', plan, [[edit]], meant)
  const holder = plan.nodes.get(plan.parents.get(referenceId) ?? referenceId)
  if (holder?.kind !== 'stream') return outcome
  return refuseReference(plan, holder, holder.dependencies.indexOf(old), outcome) ?? outcome
}
