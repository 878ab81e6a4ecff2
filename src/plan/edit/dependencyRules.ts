import { applyChange } from '#plan/change.ts'
import { findCycleWith } from '#plan/dependencies/findCycleWith.ts'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import { type Outcome, type Refusal, refuse } from '#plan/outcome.ts'
import { readReferences } from '#plan/parse/fields.ts'
import type { NodeId, Plan, Reference, Stream } from '#plan/plan.ts'
import { asReference, plainWords } from './namedReferences.ts'
import { oneLine } from './words.ts'

/** A dependency as it will be read. */
export type ReferenceWords = Pick<Reference, 'text' | 'qualifier'>

type Typed =
  | { readonly ok: true; readonly reference: ReferenceWords; readonly written: string }
  | { readonly ok: false; readonly refusal: Refusal }

/** Reads what a person typed as one dependency; a stream's name that a list cannot hold is written as 'Stream A'. */
export function readTypedReference(plan: Plan, text: string): Typed {
  const typed = oneLine(text)
  const named = plan.phases
    .flatMap(phase => phase.streams)
    .find(stream => stream.name !== '' && plainWords(stream.name) === plainWords(typed))
  const written = (named && asReference(typed, named.key)) ?? typed
  const [reference, ...others] = readReferences(written, 0, written.length)
  if (!reference)
    return reject('empty', 'A dependency needs a name: a stream of this plan, or something outside of it.')
  if (others.length > 0) {
    return reject('not-one-dependency', 'Add one dependency at a time: a comma or semicolon begins the next one.')
  }
  const qualifier = reference.qualifier && written.slice(reference.qualifier.from, reference.qualifier.to).trim()
  return {
    ok: true,
    written: written.slice(reference.whole.from, reference.whole.to),
    reference: { text: written.slice(reference.text.from, reference.text.to), qualifier },
  }
}

function reject(code: string, message: string): Typed {
  return { ok: false, refusal: { code, message } }
}

/**
 * Why a stream may not wait for this, or `null`. `replaced` is the reference whose place it takes. Looks at the plan
 * that `outcome` would give, because that tells what the words mean.
 */
export function refuseReference(
  plan: Plan,
  stream: Stream,
  replaced: NodeId | null,
  reference: ReferenceWords,
  outcome: Outcome,
): Outcome | null {
  const words = plainWords(reference.text)
  const others = stream.dependencies.filter(({ id }) => id !== replaced)
  if (others.some(other => plainWords(other.text) === words)) {
    return refuse('duplicate-dependency', `${titleOf(stream)} depends on "${reference.text}" already.`)
  }
  if (words === plainWords(stream.name) || words === `stream ${stream.key?.toLowerCase()}`) return refuseSelf(stream)
  return outcome.ok ? refuseCycle(plan, stream, applyChange(plan, outcome.change)) : null
}

function refuseCycle(plan: Plan, stream: Stream, after: Plan): Outcome | null {
  const known = resolveDependencies(plan)
  const before = new Set(known.links.map(link => `${link.from}>${link.to}`))
  for (const { from, to } of resolveDependencies(after).links) {
    if (to === null || from !== stream.id || before.has(`${from}>${to}`) || !plan.nodes.has(to)) continue
    if (to === from) return refuseSelf(stream)
    const cycle = findCycleWith(plan, known, from, to)
    if (!cycle) continue
    const way = [...cycle, from].map(id => nameOf(plan, id)).join(' waits for ')
    return refuse('cycle', `That would close a circle: ${way}.`)
  }
  return null
}

function refuseSelf(stream: Stream): Outcome {
  return refuse('depends-on-itself', `${titleOf(stream)} cannot depend on itself.`)
}

function nameOf(plan: Plan, id: NodeId): string {
  const node = plan.nodes.get(id)
  if (node?.kind === 'stream') return titleOf(node)
  if (node?.kind === 'task') return `"${node.text}"`
  return node && 'name' in node ? node.name : 'another part of the plan'
}

function titleOf({ key, name }: Stream): string {
  if (key === null) return `"${name}"`
  return name === '' ? `Stream ${key}` : `Stream ${key} (${name})`
}
