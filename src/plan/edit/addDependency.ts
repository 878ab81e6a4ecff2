import type { Edit } from '#plan/change.ts'
import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, Plan, Reference, Span, Stream } from '#plan/plan.ts'
import { readTypedReference, refuseReference } from './dependencyRules.ts'
import { modelOf, withStream } from './model.ts'
import { refuseMissing } from './refusals.ts'
import { settle } from './settle.ts'
import { waysToAddField } from './streamFields.ts'

/**
 * Writes one more name into a stream's dependencies. Refuses one that is there already, the stream itself, and one
 * that would close a circle of streams waiting for each other.
 */
export function addDependency(plan: Plan, streamId: NodeId, text: string): Outcome {
  const stream = plan.nodes.get(streamId)
  if (stream?.kind !== 'stream') return refuseMissing('stream')
  if (stream.implicit) return refuse('no-heading', 'These tasks stand under no heading that could carry dependencies.')
  const typed = readTypedReference(plan, text)
  if (!typed.ok) return typed
  const { reference, written } = typed
  const meant = withStream(plan, modelOf(plan), streamId, before => ({
    ...before,
    dependencies: [...before.dependencies, reference as Reference],
  }))
  const outcome = settle('Add dependency', plan, waysToAdd(plan, stream, written), meant)
  return refuseReference(plan, stream, stream.dependencies.length, outcome) ?? outcome
}

function waysToAdd(plan: Plan, stream: Stream, written: string): readonly (readonly Edit[])[] {
  const value = plan.spans.get(stream.id)?.dependencies
  return value
    ? [[newReference(plan, stream, value, written)]]
    : waysToAddField(plan, stream.id, 'dependencies', written)
}

function newReference(plan: Plan, stream: Stream, value: Span, written: string): Edit {
  const { text } = plan
  const last = stream.dependencies.at(-1)
  const lastSpan = last && plan.spans.get(last.id)?.whole
  if (!lastSpan) {
    const space = value.from === value.to && /\S/.test(text[value.from - 1] ?? '') ? ' ' : ''
    return { ...value, insert: space + written }
  }
  const before = stream.dependencies.at(-2)
  const beforeTo = before && plan.spans.get(before.id)?.whole.to
  const separator = beforeTo === undefined ? ', ' : text.slice(beforeTo, lastSpan.from)
  return { from: lastSpan.to, to: lastSpan.to, insert: (/^\s*[,;]\s*$/.test(separator) ? separator : ', ') + written }
}
