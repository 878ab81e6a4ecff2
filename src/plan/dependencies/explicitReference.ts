import type { NodeId } from '#plan/plan.ts'
import { type Label, readLabels } from './labels.ts'
import { type Located, normalizeKey, type PlacedReference, type PlanIndex } from './planIndex.ts'
import type { Reading, Target } from './reading.ts'
import { readStems, speaksOfCompletion } from './words.ts'

/**
 * Reads what a reference names by letter, number or key; `null` when it does not point that way. A label the plan does
 * not have is external ('Stream Z'), except in the middle of a range. 'Phase 1' is the phase itself, one link: its
 * streams may change and the author's words still hold. 'Authentication (Stream A)' points by its qualifier.
 */
export function explicitReader(index: PlanIndex): (place: PlacedReference) => Reading | null {
  const known = new Map<string, Labelled | null>()
  const read = (text: string): Labelled | null => {
    const present = known.get(text)
    if (present !== undefined) return present
    const labelled = readLabelled(index, text)
    known.set(text, labelled)
    return labelled
  }
  return place => {
    const { text, qualifier } = place.reference
    const byText = read(text)
    if (byText !== null) return settle(index, byText, place)
    const byQualifier = qualifier === null ? null : read(qualifier)
    return byQualifier?.headed === true ? { ...settle(index, byQualifier, place), whole: true } : null
  }
}

/** What the labels of a text can point at, wherever the text stands. */
interface Labelled {
  /** For each label the nodes that have it; none at all means external. */
  readonly candidates: readonly (readonly Located[])[]
  /** Some label says what it is: 'Stream A', not 'A'. */
  readonly headed: boolean
  readonly narrowedBy: readonly string[]
}

function readLabelled(index: PlanIndex, text: string): Labelled | null {
  const read = readLabels(text, key => isKey(index, key))
  if (read === null) return null
  const headed = read.labels.some(label => label.kind !== null)
  const candidates = read.labels
    .map(label => ({ found: lookUp(index, label), ranged: label.ranged }))
    .filter(({ found, ranged }) => found.length > 0 || !ranged)
    .map(({ found }) => found)
  if (!headed && !candidates.some(found => found.length > 0)) return null
  const narrowedBy = read.gloss || speaksOfCompletion(read.rest) ? [] : readStems(read.rest)
  return { candidates: candidates.length > 0 ? candidates : [[]], headed, narrowedBy }
}

function settle(index: PlanIndex, { candidates, narrowedBy }: Labelled, place: PlacedReference): Reading {
  const own = index.streams[place.stream]?.stream.id
  const targets = candidates.map((found): Target => {
    const best = nearest(found, place, own)
    if (best === undefined) return { to: null, confidence: 'external' }
    if (found.length === 1) return { to: best.id, confidence: 'certain' }
    return { to: best.id, confidence: best.phase === place.phase ? 'likely' : 'guess' }
  })
  return { targets, narrowedBy, whole: false }
}

/** A bare label is a stream before it is a task, and a task before it is a phase. */
function lookUp(index: PlanIndex, { kind, key }: Label): readonly Located[] {
  const normal = normalizeKey(key)
  const tables = kind === null ? bareOrder : [kind]
  for (const table of tables) {
    const found = index.keys[table].get(normal)
    if (found !== undefined) return found
  }
  return []
}

const bareOrder = ['stream', 'task', 'phase'] as const

/** Letters and numbers start over in every phase or stream of some plans. The nearest one counts, an earlier one first. */
function nearest(candidates: readonly Located[], place: PlacedReference, own: NodeId | undefined): Located | undefined {
  let best: Located | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const phases = place.phase - candidate.phase
    const holdsIt = candidate.id === place.from || candidate.id === own
    const distance = holdsIt ? 1e9 : candidate.stream === place.stream ? -1 : phases >= 0 ? phases : 1e6 - phases
    if (distance >= least) continue
    best = candidate
    least = distance
  }
  return best
}

function isKey(index: PlanIndex, key: string): boolean {
  const normal = normalizeKey(key)
  return bareOrder.some(table => index.keys[table].has(normal))
}
