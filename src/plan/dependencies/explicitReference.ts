import type { NodeId } from '#plan/plan.ts'
import { type Label, readLabels } from './labels.ts'
import { type Located, normalizeKey, type PlacedReference, type PlanIndex } from './planIndex.ts'
import type { Reading, Target } from './reading.ts'
import { readStems, speaksOfCompletion } from './words.ts'

/**
 * What a reference names by letter, number or key; `null` when it does not point that way. A label the plan does not
 * have is external ('Stream Z'), except in the middle of a range. 'Phase 1' is the phase itself, one link: its streams
 * may change and the author's words still hold. 'Authentication (Stream A)' points by its qualifier.
 */
export function readExplicitReference(index: PlanIndex, place: PlacedReference): Reading | null {
  const { text, qualifier } = place.reference
  const byText = readTargets(index, place, text)
  if (byText !== null) return byText
  const byQualifier = qualifier === null ? null : readTargets(index, place, qualifier)
  return byQualifier?.headed === true ? { ...byQualifier, whole: true } : null
}

function readTargets(
  index: PlanIndex,
  place: PlacedReference,
  text: string,
): (Reading & { readonly headed: boolean }) | null {
  const read = readLabels(text, key => isKey(index, key))
  if (read === null) return null
  const headed = read.labels.some(label => label.kind !== null)
  const targets: Target[] = []
  for (const label of read.labels) {
    const candidates = lookUp(index, label)
    const best = nearest(candidates, place, index.streams[place.stream]?.stream.id)
    if (best !== undefined) {
      const near = candidates.length === 1 ? 'certain' : best.phase === place.phase ? 'likely' : 'guess'
      targets.push({ to: best.id, confidence: near })
    } else if (!label.ranged) {
      targets.push({ to: null, confidence: 'external' })
    }
  }
  const anywhere = targets.some(target => target.to !== null)
  if (!anywhere && !headed) return null
  if (targets.length === 0) targets.push({ to: null, confidence: 'external' })
  const rest = read.gloss || speaksOfCompletion(read.rest) ? [] : readStems(read.rest)
  return { targets, narrowedBy: rest, whole: false, headed }
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
