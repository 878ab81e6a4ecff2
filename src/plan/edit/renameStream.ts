import type { Edit } from '#plan/change.ts'
import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, Plan, Stream } from '#plan/plan.ts'
import { waysToName } from './heading.ts'
import { modelOf, withReference, withStream } from './model.ts'
import { asReference, type NamedReference, referencesNaming } from './namedReferences.ts'
import { refuseEmpty, refuseMissing, refuseWords } from './refusals.ts'
import { settle } from './settle.ts'
import { oneLine } from './words.ts'

/**
 * Writes a stream's name, and its new name into the dependencies that plainly name it: those whose words are the old
 * name, alone or after its letter. Refuses a stream without a heading, and empty words.
 */
export function renameStream(plan: Plan, id: NodeId, name: string): Outcome {
  const stream = plan.nodes.get(id)
  if (stream?.kind !== 'stream') return refuseMissing('stream')
  const words = oneLine(name)
  if (words === '') return refuseEmpty('stream')
  if (stream.implicit) return refuse('no-heading', 'These tasks stand under no heading of their own to rename.')
  const references = words === stream.name ? [] : referencesNaming(plan, stream)
  const written = asReference(words, stream.key)
  const updates: readonly Edit[] = written === null ? [] : references.map(({ span }) => ({ ...span, insert: written }))
  const ways = waysToName(plan, id, words).map(edits => [...edits, ...updates])
  const meant = meantModel(plan, stream, words, written, references)
  const outcome = settle('Rename stream', plan, ways, meant)
  return outcome.ok ? outcome : refuseWords(words)
}

function meantModel(
  plan: Plan,
  stream: Stream,
  name: string,
  written: string | null,
  references: readonly NamedReference[],
) {
  let model = withStream(plan, modelOf(plan), stream.id, before => ({ ...before, name }))
  if (written === null) return model
  for (const { reference, lead } of references) {
    model = withReference(plan, model, reference.id, before => ({ ...before, text: lead + written }))
  }
  return model
}
