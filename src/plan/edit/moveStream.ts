import type { Edit } from '#plan/change.ts'
import { type Outcome, refuse } from '#plan/outcome.ts'
import { BlockKind } from '#plan/parse/blocks.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan, Span, Stream } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import { headingOf } from './heading.ts'
import { insertLines } from './insertLines.ts'
import { linesOf } from './lineBreaks.ts'
import { type Model, modelOf, withPhase } from './model.ts'
import { refuseMissing } from './refusals.ts'
import { removedSpan } from './removeLines.ts'
import { endOfStream, sectionLines } from './sectionLines.ts'
import { settleOnBoard } from './settle.ts'

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

  const written = releveled(plan, stream, slot.level, lines)
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

/** The lines of a stream with as many `#`s more or less as its new neighbours have, in all its headings. */
function releveled(plan: Plan, stream: Stream, level: number | null, lines: Span): readonly string[] {
  const shift = level === null ? 0 : level - (headingOf(plan, stream.id)?.level ?? level)
  const stretch = plan.text.slice(lines.from, lines.to)
  if (shift === 0) return linesOf(stretch).map(line => line.words)
  const { blocks } = readingOf(plan)
  let written = ''
  let at = lines.from
  for (let block = 0; block < blocks.count; block++) {
    const from = blocks.from[block] ?? 0
    if (blocks.kind[block] !== BlockKind.heading || blocks.parent[block] !== -1 || from < at || from >= lines.to)
      continue
    const marks = '#'.repeat(Math.min(6, Math.max(1, (blocks.detail[block] ?? 1) + shift)))
    written += plan.text.slice(at, from) + marks
    at = from + (/^#*/.exec(plan.text.slice(from, from + 6))?.[0].length ?? 0)
  }
  return linesOf(written + plan.text.slice(at, lines.to)).map(line => line.words)
}
