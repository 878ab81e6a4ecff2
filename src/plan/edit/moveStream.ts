import type { Edit } from '#plan/change.ts'
import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, Plan, Stream } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import { headingOf } from './heading.ts'
import { linesOf } from './lineBreaks.ts'
import { type Model, modelOf, withPhase } from './model.ts'
import { refuseMissing } from './refusals.ts'
import { removedSpan } from './removeLines.ts'
import { endOfStream, sectionLines } from './sectionLines.ts'
import { settleOnBoard } from './settle.ts'
import { insertLines } from './slot.ts'

/** Where a stream goes: beside another one, or to the end of a phase. */
export type StreamPlace = { readonly before: NodeId } | { readonly after: NodeId } | { readonly in: NodeId }

interface StreamSlot {
  readonly phase: NodeId
  readonly index: number
  readonly at: number
  readonly blank: 'before' | 'after'
  /** Level of the headings there; `null` when there is no stream yet. */
  readonly level: number | null
}

/** Moves a stream with all its lines. Its heading takes the level of its new neighbours. */
export function moveStream(plan: Plan, id: NodeId, place: StreamPlace): Outcome {
  const stream = plan.nodes.get(id)
  const from = plan.parents.get(id)
  if (stream?.kind !== 'stream' || from === undefined) return refuseMissing('stream')
  const lines = sectionLines(plan, id)
  if (stream.implicit || !lines)
    return refuse('no-heading', 'These tasks stand under no heading to move. Move the tasks.')
  const slot = findStreamSlot(plan, place)
  if (!slot) return refuse('place-not-found', 'The place for this stream is no longer in the plan.')
  const old = streamsOf(plan, from).indexOf(stream)
  const isSamePhase = from === slot.phase
  if (isSamePhase && (slot.index === old || slot.index === old + 1)) return changeOf('Move stream', plan, [])

  const written = releveled(
    plan,
    stream,
    slot.level,
    linesOf(plan.text.slice(lines.from, lines.to)).map(line => line.words),
  )
  const edits: readonly Edit[] = [
    { ...removedSpan(plan.text, lines), insert: '' },
    insertLines(plan.text, slot.at, slot.blank === 'before' ? ['', ...written] : [...written, '']),
  ]
  const index = isSamePhase && old < slot.index ? slot.index - 1 : slot.index
  const meant = moved(modelOf(plan), stream, from, slot.phase, index)
  return settleOnBoard('Move stream', plan, [edits], meant)
}

function moved(model: Model, stream: Stream, from: NodeId, to: NodeId, index: number): Model {
  const without = withPhase(model, from, phase => ({
    ...phase,
    streams: phase.streams.filter(other => other.id !== stream.id),
  }))
  return withPhase(without, to, phase => ({ ...phase, streams: phase.streams.toSpliced(index, 0, stream) }))
}

function findStreamSlot(plan: Plan, place: StreamPlace): StreamSlot | null {
  if ('in' in place) {
    const last = streamsOf(plan, place.in).at(-1)
    if (last) return besideStream(plan, last.id, 'after')
    const lines = sectionLines(plan, place.in)
    return lines && { phase: place.in, index: 0, at: lines.to, blank: 'before', level: null }
  }
  return 'before' in place ? besideStream(plan, place.before, 'before') : besideStream(plan, place.after, 'after')
}

export function besideStream(plan: Plan, id: NodeId, side: 'before' | 'after'): StreamSlot | null {
  const stream = plan.nodes.get(id)
  const phase = plan.parents.get(id)
  if (stream?.kind !== 'stream' || phase === undefined) return null
  const index = streamsOf(plan, phase).indexOf(stream)
  const level = headingOf(plan, id)?.level ?? null
  if (side === 'before') {
    const lines = sectionLines(plan, id)
    return lines && { phase, index, at: lines.from, blank: 'after', level }
  }
  const to = endOfStream(plan, id)
  return to === null ? null : { phase, index: index + 1, at: to, blank: 'before', level }
}

export function streamsOf(plan: Plan, phase: NodeId): readonly Stream[] {
  const node = plan.nodes.get(phase)
  return node?.kind === 'phase' ? node.streams : []
}

/** The lines of a stream with the `#`s of its own heading, and of those under it, changed by as many as needed. */
function releveled(plan: Plan, stream: Stream, level: number | null, lines: readonly string[]): readonly string[] {
  const heading = headingOf(plan, stream.id)
  if (level === null || !heading || level === heading.level) return lines
  return lines.map((line, at) => (at === 0 ? line.replace(/#{1,6}/, '#'.repeat(level)) : line))
}
