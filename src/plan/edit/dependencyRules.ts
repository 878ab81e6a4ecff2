import { applyChange } from '#plan/change.ts'
import type { DependencyLink } from '#plan/dependencies/dependencies.ts'
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
 * Why a stream may not wait for what stands at `index` of its dependencies once `outcome` is applied, or `null`. Looks
 * at the plan that would be, because only there the words have a meaning.
 */
export function refuseReference(plan: Plan, stream: Stream, index: number, outcome: Outcome): Outcome | null {
  const after = outcome.ok ? applyChange(plan, outcome.change) : plan
  const there = after.nodes.get(stream.id)
  const reference = there?.kind === 'stream' ? there.dependencies[index] : undefined
  if (!outcome.ok || there?.kind !== 'stream' || !reference) return null
  const words = plainWords(reference.text)
  if (words === plainWords(stream.name) || words === `stream ${stream.key?.toLowerCase()}`) return refuseSelf(stream)

  const { links } = resolveDependencies(after)
  const own = links.filter(link => link.reference === reference.id && link.to !== null)
  if (own.some(link => link.to === stream.id)) return refuseSelf(stream)
  const others = there.dependencies.filter(other => other !== reference)
  const twin = others.find(other => plainWords(other.text) === words || isSame(links, own, other.id))
  if (twin) {
    return refuse('duplicate-dependency', `${titleOf(stream)} depends on “${twin.text}” already.`)
  }
  return refuseCycle(plan, stream, own)
}

/** Whether another reference surely means all that this one surely means. */
function isSame(links: readonly DependencyLink[], own: readonly DependencyLink[], other: NodeId): boolean {
  const sure = ({ confidence }: DependencyLink) => confidence === 'certain' || confidence === 'likely'
  const known = new Set(links.filter(link => link.reference === other && sure(link)).map(link => link.to))
  return own.length > 0 && own.every(link => sure(link) && known.has(link.to))
}

function refuseCycle(plan: Plan, stream: Stream, own: readonly DependencyLink[]): Outcome | null {
  const known = resolveDependencies(plan)
  for (const { to } of own) {
    const cycle = to !== null && plan.nodes.has(to) ? findCycleWith(plan, known, stream.id, to) : null
    if (!cycle) continue
    const way = [...cycle, stream.id].map(id => nameOf(plan, id)).join(' waits for ')
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
  if (node?.kind === 'task') return `“${node.text}”`
  return node && 'name' in node ? node.name : 'another part of the plan'
}

function titleOf({ key, name }: Stream): string {
  if (key === null) return `“${name}”`
  return name === '' ? `Stream ${key}` : `Stream ${key} (${name})`
}
