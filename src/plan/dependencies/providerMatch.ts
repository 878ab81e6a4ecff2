import type { Lookup, NodeId, Task } from '#plan/plan.ts'
import type { NameIndex } from './nameMatch.ts'
import type { PlacedReference } from './planIndex.ts'
import { findAll, type Postings } from './postings.ts'
import { type Provision, provides } from './provision.ts'
import type { Query } from './query.ts'
import type { Target } from './reading.ts'
import { type TaskBlock, taskBlocks } from './streamWords.ts'
import { isGeneric } from './words.ts'

export interface ProviderIndex {
  readonly names: NameIndex
  /** Of all streams, in the order of the text. */
  readonly blocks: readonly TaskBlock[]
  /** For each block the index of its stream. */
  readonly streamOf: readonly number[]
  /** For each word the blocks that have it. */
  readonly postings: Postings
}

/** Only the words that some reference looks for are kept. */
export function indexProviders(names: NameIndex, words: Iterable<string>): ProviderIndex {
  const postings = new Map<string, number[]>()
  for (const word of words) postings.set(word, [])
  const blocks: TaskBlock[] = []
  const streamOf: number[] = []
  for (const [index, { stream }] of names.streams.entries()) {
    for (const block of taskBlocks(stream)) {
      const at = blocks.push(block) - 1
      streamOf.push(index)
      for (const word of block.words) postings.get(word)?.push(at)
    }
  }
  return { names, blocks, streamOf, postings }
}

/** A stream whose name and providing task have the words of a reference between them. */
interface Candidate {
  readonly stream: number
  readonly phase: number
  /** The first providing task; `null` when the name alone has most of the words. */
  readonly task: Task | null
  /** How many words the stream's name has. */
  readonly shared: number
  /** The same words by how rare they are in names (inverse document frequency, K. Sparck Jones 1972). */
  readonly rarity: number
}

export interface RankedProviders {
  readonly query: Query
  readonly candidates: readonly Candidate[]
  /** The blocks that have every word, ascending. */
  readonly blocks: readonly number[]
}

/**
 * Best first: what names tell outranks what tasks tell, then the earlier phase, then rarer words. Name and task together
 * have every distinct word, and the head is not only a modifier. With no word in the name the task must provide two
 * words, or exactly the one. Two thirds of the words in a name will do without a task, unless the rest is a number.
 */
export function rankProviders(index: ProviderIndex, query: Query): RankedProviders {
  const blocks = findAll(index.postings, query.distinct)
  const candidates = findMostlyNamed(index.names, query)
  let last = -1
  for (const at of blocks) {
    const stream = index.streamOf[at] ?? -1
    const block = index.blocks[at]
    if (stream === last || block === undefined) continue
    const isMatch = providerTest(query, index.names.names[stream] ?? [])
    const task = block.tasks[block.provisions.findIndex(isMatch)]
    if (task === undefined) continue
    last = stream
    candidates.push(candidate(index.names, query, stream, task))
  }
  candidates.sort((a, b) => b.shared - a.shared || a.phase - b.phase || b.rarity - a.rarity || a.stream - b.stream)
  return { query, candidates, blocks }
}

/**
 * Neither the holder nor a later phase, but a task may wait for a task before it in its own stream. On the word of a task
 * alone a stream still waits for the stream, and a task for that task. Always a guess, to be confirmed by a person.
 */
export function pickProvider(
  index: ProviderIndex,
  ranked: RankedProviders,
  place: PlacedReference,
  parents: Lookup<NodeId>,
): Target | null {
  const best = ranked.candidates.find(({ stream, phase }) => stream !== place.stream && phase <= place.phase)
  const isByName = best !== undefined && best.shared > 0
  const before = place.task === -1 || isByName ? undefined : findBefore(index, ranked, place, parents)
  if (before !== undefined) return { to: before.id, confidence: 'guess' }
  if (best === undefined) return null
  const provider = place.task === -1 || isByName ? index.names.streams[best.stream]?.stream : best.task
  return provider ? { to: provider.id, confidence: 'guess' } : null
}

/** The nearest task before the holder in its own stream that has every word by itself and does not contain the holder. */
function findBefore(
  index: ProviderIndex,
  { query, blocks }: RankedProviders,
  { from, stream, task: place }: PlacedReference,
  parents: Lookup<NodeId>,
): Task | undefined {
  const outer = new Set<NodeId>()
  for (let node = parents.get(from); node !== undefined; node = parents.get(node)) outer.add(node)
  const isMatch = providerTest(query, [])
  let nearest: Task | undefined
  for (const at of blocks) {
    const block = index.blocks[at]
    if (index.streamOf[at] !== stream || block === undefined) continue
    const isBefore = ({ id }: Task, step: number) => block.first + step < place && !outer.has(id)
    const found = block.tasks.findLast(
      (task, step) => isBefore(task, step) && block.provisions.slice(step, step + 1).some(isMatch),
    )
    nearest = found ?? nearest
  }
  return nearest
}

/** Whether a task and the `name` of its stream have every word between them, and the task leaves the thing behind. */
function providerTest({ distinct, head, state }: Query, name: readonly string[]): (provision: Provision) => boolean {
  const missing = distinct.filter(word => !name.includes(word))
  const isHeadNamed = !missing.includes(head)
  return provision => {
    const { verb, core, modifiers } = provision
    if (!missing.every(word => core.includes(word) || (word !== head && modifiers.includes(word)))) return false
    if (!provides(provision, state)) return false
    return distinct.length > 1 || isHeadNamed || verb === state || core.every(word => word === head || isGeneric(word))
  }
}

function findMostlyNamed(names: NameIndex, { distinct }: Query): Candidate[] {
  const enough = Math.ceil((distinct.length * 2) / 3)
  if (distinct.length < 3) return []
  const words = distinct
    .map(word => ({ word, streams: names.postings.get(word) ?? [], isNumber: /\p{N}/u.test(word) }))
    .sort((a, b) => Number(b.isNumber) - Number(a.isNumber) || a.streams.length - b.streams.length)
  // A name with enough of the words has one of the rarest, and every number.
  const rarest = words[0]?.isNumber ? words.slice(0, 1) : words.slice(0, distinct.length - enough + 1)
  const found = new Set<number>()
  for (const { streams } of rarest) {
    for (const stream of streams) {
      const name = names.names[stream] ?? []
      const missing = words.filter(({ word }) => !name.includes(word))
      if (distinct.length - missing.length >= enough && !missing.some(({ isNumber }) => isNumber)) found.add(stream)
    }
  }
  return [...found].map(stream => candidate(names, { distinct }, stream, null))
}

function candidate(
  names: NameIndex,
  { distinct }: Pick<Query, 'distinct'>,
  stream: number,
  task: Task | null,
): Candidate {
  const name = names.names[stream] ?? []
  let shared = 0
  let rarity = 0
  for (const word of distinct) {
    if (!name.includes(word)) continue
    shared += 1
    rarity += Math.log(1 + names.streams.length / (names.postings.get(word)?.length ?? 1))
  }
  return { stream, phase: names.streams[stream]?.phase ?? 0, task, shared, rarity }
}
