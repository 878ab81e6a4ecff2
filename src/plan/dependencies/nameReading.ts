import type { Lookup, NodeId } from '#plan/plan.ts'
import { indexNames, type NameCandidate, type NameIndex, pickLaterName, pickName, rankNames } from './nameMatch.ts'
import type { PlacedReference, PlanIndex } from './planIndex.ts'
import { indexProviders, pickProvider, type RankedProviders, rankProviders } from './providerMatch.ts'
import { type Query, readQuery } from './query.ts'
import type { Reading, Target } from './reading.ts'
import { BREAK, readStems } from './words.ts'

/** In characters. A longer text is a sentence and no name; comparing it would cost more than it could tell. */
const longestName = 200

interface NamedPlace {
  readonly place: PlacedReference
  readonly query: Query
  /** A stream of a later phase that is called just so. */
  readonly later: Target | null
}

/** Reads references that point by words. One that is missing in the result names nothing in this plan. */
export function readByName(
  index: PlanIndex,
  parents: Lookup<NodeId>,
  places: readonly PlacedReference[],
): ReadonlyMap<PlacedReference, Reading> {
  const readings = new Map<PlacedReference, Reading>()
  if (places.length === 0) return readings
  const names = indexNames(index.streams)
  const findName = nameFinder(names)
  const findPhase = phaseFinder(index)
  const unread: NamedPlace[] = []
  for (const place of places) {
    const named = findName(place.reference.text, place)
    if (named === null) continue
    const single = named.target ?? findPhase(named.query, place)
    const targets = single === null ? findJoined(place, findName) : [single]
    if (targets.length > 0) readings.set(place, { targets, narrowedBy: [], whole: false })
    else unread.push({ place, query: named.query, later: named.later })
  }
  const providers = findProviders(names, parents, unread)
  for (const { place, later } of unread) {
    const target = providers.get(place) ?? later
    if (target !== null) readings.set(place, { targets: [target], narrowedBy: [], whole: false })
  }
  return readings
}

type NameFinder = (
  text: string,
  place: PlacedReference,
) => { readonly query: Query; readonly target: Target | null; readonly later: Target | null } | null

/** Many references share their words, so candidates are ranked once for each text. */
function nameFinder(names: NameIndex): NameFinder {
  const known = new Map<string, { readonly query: Query; readonly ranked: readonly NameCandidate[] } | null>()
  const read = (text: string) => {
    const query = text.length > longestName ? null : readQuery(text)
    return query === null ? null : { query, ranked: rankNames(names, query) }
  }
  return (text, place) => {
    const present = known.get(text)
    const found = present === undefined ? read(text) : present
    if (present === undefined) known.set(text, found)
    if (found === null) return null
    const { query, ranked } = found
    return { query, target: pickName(ranked, query, place), later: pickLaterName(ranked, place) }
  }
}

/** An earlier phase by its whole name, 'Foundational' or 'Setup phase'. A stream's name comes first. */
function phaseFinder(index: PlanIndex): (query: Query, place: PlacedReference) => Target | null {
  const phases = new Map<string, number>()
  for (const [position, { name, implicit }] of index.phases.entries()) {
    const key = phaseKey(readStems(name))
    if (!implicit && key !== '' && !phases.has(key)) phases.set(key, position)
  }
  return (query, place) => {
    const position = phases.get(phaseKey(query.whole)) ?? phases.get(phaseKey(query.stems))
    const phase = position === undefined || position >= place.phase ? undefined : index.phases[position]
    return phase === undefined ? null : { to: phase.id, confidence: 'likely' }
  }
}

function phaseKey(stems: readonly string[]): string {
  return stems.filter(word => word !== BREAK && word !== 'phase' && word !== 'phas').join(' ')
}

/** 'API Contract and Environment': every side is a name of its own, or the reference is not read so. */
function findJoined({ reference, ...rest }: PlacedReference, findName: NameFinder): Target[] {
  const sides = reference.text.split(/[&+,;]|\band\b/i)
  if (sides.length < 2 || reference.text.length > longestName) return []
  const targets = sides.map(side => findName(side.trim(), { reference, ...rest })?.target ?? null)
  return targets.every(target => target !== null) ? targets : []
}

/** The tasks are read only when a name did not do, and only for the words that are still looked for. */
function findProviders(
  names: NameIndex,
  parents: Lookup<NodeId>,
  unread: readonly NamedPlace[],
): ReadonlyMap<PlacedReference, Target> {
  const targets = new Map<PlacedReference, Target>()
  if (unread.length === 0) return targets
  const index = indexProviders(
    names,
    unread.flatMap(({ query }) => query.distinct),
  )
  const known = new Map<Query, RankedProviders>()
  for (const { place, query } of unread) {
    const ranked = known.get(query) ?? rankProviders(index, query)
    known.set(query, ranked)
    const target = pickProvider(index, ranked, place, parents)
    if (target !== null) targets.set(place, target)
  }
  return targets
}
