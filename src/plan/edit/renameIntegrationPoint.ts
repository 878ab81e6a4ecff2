import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { waysToName } from './heading.ts'
import { modelOf, withIntegrationPoint } from './model.ts'
import { refuseEmpty, refuseMissing, refuseWords } from './refusals.ts'
import { settle } from './settle.ts'
import { oneLine } from './words.ts'

/** Writes an integration point's name; its number and the phase it follows stay. Refuses empty words. */
export function renameIntegrationPoint(plan: Plan, id: NodeId, name: string): Outcome {
  const point = plan.nodes.get(id)
  if (point?.kind !== 'integrationPoint') return refuseMissing('integration point')
  const words = oneLine(name)
  if (words === '') return refuseEmpty('integration point')
  const meant = withIntegrationPoint(modelOf(plan), id, before => ({ ...before, name: words }))
  const outcome = settle('Rename integration point', plan, waysToName(plan, id, words), meant)
  return outcome.ok ? outcome : refuseWords(words)
}
