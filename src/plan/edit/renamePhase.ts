import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { waysToName } from './heading.ts'
import { modelOf, withPhase } from './model.ts'
import { readsAsTiming, refuseTiming } from './phaseTiming.ts'
import { refuseEmpty, refuseMissing, refuseWords } from './refusals.ts'
import { settle } from './settle.ts'
import { oneLine } from './words.ts'

/** Writes a phase's name; its number, mode and days stay. Refuses a phase without a heading, and empty words. */
export function renamePhase(plan: Plan, id: NodeId, name: string): Outcome {
  const phase = plan.nodes.get(id)
  if (phase?.kind !== 'phase') return refuseMissing('phase')
  const words = oneLine(name)
  if (words === '') return refuseEmpty('phase')
  if (phase.implicit) return refuse('no-heading', 'This plan has no heading for the phase. Add one in the text.')
  if (!plan.spans.get(id)?.suffix && readsAsTiming(words)) return refuseTiming(words)
  const meant = withPhase(modelOf(plan), id, before => ({ ...before, name: words }))
  const outcome = settle('Rename phase', plan, waysToName(plan, id, words), meant)
  return outcome.ok ? outcome : refuseWords(words)
}
