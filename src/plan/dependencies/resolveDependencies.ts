import type { NodeId, Plan } from '#plan/plan.ts'
import type { Dependencies, DependencyLink } from './dependencies.ts'
import { explicitReader } from './explicitReference.ts'
import { findCycles } from './findCycles.ts'
import { readByName } from './nameReading.ts'
import { indexPlan, type PlacedReference } from './planIndex.ts'
import type { Reading } from './reading.ts'
import { readStems, speaksOfCompletion } from './words.ts'

export type { Dependencies } from './dependencies.ts'

/**
 * What every reference of the plan means, read in this order: a letter, number or key ('Streams A & B', 'T012'); the
 * most shared words with a stream's name; a phase by its whole name; two names joined by 'and'; a stream of which one
 * task provides the thing; a stream of a later phase that is called just so. What none of them reaches is external.
 * Never the holder itself and, read by words that are no whole name, never a later phase. A reference of a stream links
 * the stream, one of a task the task; 'None' gives no link.
 */
export function resolveDependencies(plan: Plan): Dependencies {
  const index = indexPlan(plan)
  const spoken = index.references.filter(({ reference }) => !isNone(reference.text))
  const explicit = spoken.map(explicitReader(index))
  const byName = readByName(
    index,
    plan.parents,
    spoken.filter((_, at) => explicit[at] === null),
  )
  const links = spoken.flatMap((place, at) => linksOf(plan, place, explicit[at] ?? byName.get(place) ?? external))
  return { links, cycles: findCycles(links, plan.parents) }
}

const external: Reading = { targets: [{ to: null, confidence: 'external' }], narrowedBy: [], whole: true }

function linksOf(plan: Plan, { reference, from }: PlacedReference, reading: Reading): DependencyLink[] {
  const links = new Map<NodeId | null, DependencyLink>()
  for (const { to, confidence } of reading.targets) {
    if (links.has(to)) continue
    const partial = to !== null && isPartial(plan, reference.qualifier, reading, to)
    links.set(to, { reference: reference.id, from, to, confidence, partial })
  }
  return [...links.values()]
}

/** A qualifier narrows, unless it asks for all of it ('complete model system') or only repeats the name. */
function isPartial(plan: Plan, qualifier: string | null, reading: Reading, to: NodeId): boolean {
  const narrows = qualifier !== null && !reading.whole && !speaksOfCompletion(qualifier)
  if (!narrows && reading.narrowedBy.length === 0) return false
  const node = plan.nodes.get(to)
  const name = new Set(node !== undefined && 'name' in node ? readStems(node.name) : [])
  if (reading.narrowedBy.some(word => !name.has(word))) return true
  const words = new Set(narrows ? readStems(qualifier) : name)
  return words.size !== name.size || [...words].some(word => !name.has(word))
}

/** 'None', 'none (can use mock data initially)', 'N/A', '-' */
function isNone(text: string): boolean {
  const words = text.replace(/^[^\p{L}\p{N}]+/u, '')
  return words === '' || /^(?:none|nothing|n\/a|no dependencies)(?![\p{L}\p{N}])/iu.test(words)
}
