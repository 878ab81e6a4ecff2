import { moveStream, type StreamPlace } from '#plan/edit/moveStream.ts'
import type { NodeId, Phase, Plan } from '#plan/plan.ts'
import type { PlanSession } from '#session/planSession.ts'
import type { Point } from './boardStore.ts'
import type { DragParts } from './cardDrag.ts'
import { columnAt, nearestIn, seenEdges } from './dragGeometry.ts'
import { listenWhileCarrying } from './dragInput.ts'
import { createDragMarks, type DragMarks } from './dragMarks.ts'
import { scrollNear } from './dragScroll.ts'
import { indexAt, withoutCarried } from './dragSlots.ts'
import { streamPhrase } from './dragWords.ts'
import { phaseTitle } from './streamChoices.ts'
import type { StreamEffect } from './useStreamEffect.ts'

/** A column carried by its head to another place among the columns, also of another phase. By pointer only. */
export interface StreamDrag {
  mount(parts: DragParts): () => void
  /** `false`: it has no heading of its own to move. */
  lift(stream: NodeId, at: Point): boolean
  drop(): void
  cancel(): void
}

interface Carried {
  readonly id: NodeId
  readonly name: string
  readonly home: Gap
  readonly stop: () => void
  gap: Gap | null
}

/** Between two columns of a phase. `index` counts the columns without the carried one. */
interface Gap {
  readonly phase: NodeId
  readonly index: number
}

interface StreamDragWorld {
  readonly session: PlanSession
  readonly run: PlanSession['run']
  readonly onVanish: () => void
  readonly effect: StreamEffect
}

export function createStreamDrag({ session, run, onVanish, effect }: StreamDragWorld): StreamDrag {
  let parts: DragParts | null = null
  let marks: DragMarks | null = null
  let carried: Carried | null = null
  let pointer: Point = { x: 0, y: 0 }
  let frame = 0
  let lastFrame = 0

  const plan = () => session.state.getState().plan
  const lanes = ({ board }: DragParts) => [...board.querySelectorAll<HTMLElement>('[data-lane]')]

  const follow = (card: Carried, within: DragParts): HTMLElement | null => {
    const at = nearestIn(seenEdges(within.board, within.scroller), pointer)
    const lane = columnAt(
      lanes(within).map(each => [each, each.getBoundingClientRect()] as const),
      at,
    )
    card.gap = lane && gapInLane(lane, at, card.id)
    return lane
  }
  const draw = (card: Carried, lane: HTMLElement | null) => {
    const stays = !card.gap || isSameGap(card.gap, card.home)
    tellEffect(card, stays)
    marks?.line(stays || !card.gap || !lane ? null : lineInLane(lane, card.gap.index, card.id))
  }
  /** Within a phase whose streams run side by side it is all the same where among them it stands. */
  const tellEffect = ({ id, gap, home }: Carried, stays: boolean) => {
    const phase = gap && phaseOf(plan(), gap.phase)
    if (stays || !gap || !phase || (gap.phase === home.phase && phase.mode !== 'sequential')) return effect.clear()
    effect.say(
      id,
      phase.mode === 'sequential' ? placeIn(phase, gap.index, id) : placeIn(phase, Number.POSITIVE_INFINITY, id),
    )
  }
  const onFrame = (now: number) => {
    frame = 0
    if (!carried || !parts) return
    const lane = follow(carried, parts)
    const views = [lane, parts.scroller, parts.board].filter(view => view !== null)
    if (scrollNear(pointer, Math.min(now - lastFrame, 34), views)) soon()
    lastFrame = now
    draw(carried, lane)
  }
  const soon = () => {
    frame ||= requestAnimationFrame(onFrame)
  }
  const letGo = (words: string) => {
    carried?.stop()
    carried = null
    cancelAnimationFrame(frame)
    frame = 0
    marks?.clear()
    effect.clear()
    if (parts) parts.status.textContent = words
  }

  return {
    mount(next) {
      parts = next
      marks = createDragMarks(next.board, next.indicator)
      return () => {
        letGo('')
        parts = null
        marks = null
      }
    },
    lift(id, at) {
      const stream = plan().nodes.get(id)
      const home = gapOf(plan(), id)
      if (stream?.kind !== 'stream' || stream.implicit || !home || !parts) return false
      const { board } = parts
      const stop = listenWhileCarrying({
        session,
        board,
        onPoint(next) {
          pointer = next
          soon()
        },
        wheelScrolls: () => (parts ? [parts.scroller, parts.board] : []),
        onShift: soon,
        onPlan(next) {
          if (next.nodes.has(id)) return soon()
          letGo(`Cancelled. ${streamPhrase(stream)} is no longer in the plan.`)
          onVanish()
        },
      })
      carried = { id, name: streamPhrase(stream), home, gap: home, stop }
      pointer = at
      lastFrame = performance.now()
      board.dataset.carrying = 'pointer'
      marks?.lift(board.querySelector(`[data-column="${id}"]`))
      parts.status.textContent = `Picked up ${carried.name}.`
      return true
    },
    drop() {
      if (!carried || !parts) return
      follow(carried, parts)
      const { id, name, home, gap } = carried
      const phase = gap && phaseOf(plan(), gap.phase)
      const place = gap && phase && !isSameGap(gap, home) ? placeIn(phase, gap.index, id) : null
      letGo('')
      const moved = place !== null && run(moveStream, id, place).ok
      parts.status.textContent =
        moved && phase ? `Dropped ${name} in ${phaseTitle(phase)}.` : `${name} stays where it was.`
    },
    cancel() {
      if (carried) letGo(`Cancelled. ${carried.name} is back where it was.`)
    },
  }
}

function gapInLane(lane: HTMLElement, at: Point, carried: NodeId): Gap {
  const columns = columnsIn(lane)
  const sides = columns.map(column => {
    const { left, right } = column.getBoundingClientRect()
    return { start: left, end: right }
  })
  const own = columns.findIndex(column => idOf(column) === carried)
  return { phase: Number(lane.dataset.lane) as NodeId, index: withoutCarried(indexAt(sides, at.x), own) }
}

/** Half-way between two columns, from the heads down. */
function lineInLane(lane: HTMLElement, index: number, carried: NodeId) {
  const others = columnsIn(lane).filter(column => idOf(column) !== carried)
  const before = others[index - 1]?.getBoundingClientRect()
  const after = others[index]?.getBoundingClientRect()
  const { top, bottom } = after ?? before ?? lane.getBoundingClientRect()
  const x = after ? after.left - 7 : before ? before.right + 5 : lane.getBoundingClientRect().left + 16
  return { x, y: top, width: 2, height: bottom - top }
}

function columnsIn(lane: HTMLElement): readonly HTMLElement[] {
  return [...lane.querySelectorAll<HTMLElement>('[data-column]')]
}

function idOf(column: HTMLElement): NodeId {
  return Number(column.dataset.column) as NodeId
}

function isSameGap(one: Gap, other: Gap): boolean {
  return one.phase === other.phase && one.index === other.index
}

function phaseOf(plan: Plan, id: NodeId): Phase | null {
  const node = plan.nodes.get(id)
  return node?.kind === 'phase' ? node : null
}

function gapOf(plan: Plan, stream: NodeId): Gap | null {
  for (const phase of plan.phases) {
    const index = phase.streams.findIndex(each => each.id === stream)
    if (index >= 0) return { phase: phase.id, index }
  }
  return null
}

function placeIn(phase: Phase, index: number, carried: NodeId): StreamPlace {
  const others = phase.streams.filter(each => each.id !== carried)
  const next = others[index]
  if (next) return { before: next.id }
  const last = others.at(-1)
  return last ? { after: last.id } : { in: phase.id }
}
