import type { NodeId } from '#plan/plan.ts'
import type { Confidence } from './dependencies.ts'
import type { PlacedReference, PlacedStream } from './planIndex.ts'
import { addPosting, findAll, type Postings } from './postings.ts'
import type { Query } from './query.ts'
import type { Target } from './reading.ts'
import { nameStems } from './streamWords.ts'
import { BREAK, isGeneric } from './words.ts'

export interface NameIndex {
  readonly streams: readonly PlacedStream[]
  /** The stems of each stream's name, with `BREAK`. */
  readonly names: readonly (readonly string[])[]
  readonly postings: Postings
}

export function indexNames(streams: readonly PlacedStream[]): NameIndex {
  const postings = new Map<string, number[]>()
  const names = streams.map(({ stream }) => nameStems(stream))
  for (const [index, name] of names.entries()) {
    for (const word of name) if (word !== BREAK) addPosting(postings, word, index)
  }
  return { streams, names, postings }
}

/** A stream whose name has every distinct word of a reference. */
export interface NameCandidate {
  readonly id: NodeId
  /** Index of the stream. */
  readonly stream: number
  readonly phase: number
  /** Generic words of the reference that the name has too. */
  readonly generic: number
  readonly identical: boolean
  /** The words stand together in the name, within one side of an '&'. */
  readonly adjacent: boolean
  /** They end in the name's own head: 'Infrastructure' of 'Mobile Infrastructure', not 'npm' of 'npm package release'. */
  readonly reachesHead: boolean
}

/** Best first: the most shared words, the same name, words that stand together, the earlier phase, the head, the text. */
export function rankNames(index: NameIndex, query: Query): NameCandidate[] {
  return findAll(index.postings, query.distinct)
    .flatMap(stream => {
      const placed = index.streams[stream]
      return placed === undefined ? [] : [describeName(index.names[stream] ?? [], query, stream, placed)]
    })
    .sort(
      (a, b) =>
        compareWords(a, b) || a.phase - b.phase || Number(b.reachesHead) - Number(a.reachesHead) || a.stream - b.stream,
    )
}

/** The best candidate that is neither the holder of the reference nor in a later phase. */
export function pickName(ranked: readonly NameCandidate[], query: Query, place: PlacedReference): Target | null {
  const possible = ranked.filter(({ stream, phase }) => stream !== place.stream && phase <= place.phase)
  const [best, rival] = possible
  if (best === undefined) return null
  const contested = rival === undefined || compareWords(best, rival) !== 0 ? 0 : rival.phase > best.phase ? 1 : 2
  return { to: best.id, confidence: confidenceOf(best, contested, query) }
}

/** What a whole name means that only a later phase has: nothing else is called so, and the order is wrong. */
export function pickLaterName(ranked: readonly NameCandidate[], place: PlacedReference): Target | null {
  const later = ranked.find(({ identical, phase }) => identical && phase > place.phase)
  return later === undefined ? null : { to: later.id, confidence: 'certain' }
}

function describeName(name: readonly string[], query: Query, stream: number, placed: PlacedStream): NameCandidate {
  const sought = query.stems.filter(word => word === BREAK || name.includes(word))
  const start = name.findIndex((_, from) => sought.every((word, at) => name[from + at] === word))
  const end = name.indexOf(BREAK, start + sought.length)
  const after = name.slice(start + sought.length, end === -1 ? undefined : end)
  return {
    id: placed.stream.id,
    stream,
    phase: placed.phase,
    generic: query.generic.filter(word => name.includes(word)).length,
    identical: name.length === query.whole.length && name.every((word, at) => word === query.whole[at]),
    adjacent: start !== -1,
    reachesHead: start !== -1 && after.every(isGeneric),
  }
}

function compareWords(a: NameCandidate, b: NameCandidate): number {
  return b.generic - a.generic || Number(b.identical) - Number(a.identical) || Number(b.adjacent) - Number(a.adjacent)
}

/** Every difference costs one level. `contested`: 1 when a later phase has as good a name, 2 when the same phase has. */
function confidenceOf(best: NameCandidate, contested: number, query: Query): Confidence {
  const missing = query.generic.length > best.generic ? 1 : 0
  const loose = best.adjacent && best.reachesHead ? 0 : 1
  const vague = query.distinct.every(isGeneric) ? 2 : 0
  const differences = contested + (best.identical ? 0 : missing + loose + vague)
  return differences === 0 ? 'certain' : differences === 1 ? 'likely' : 'guess'
}
