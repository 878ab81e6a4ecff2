import { moveTask } from '#plan/edit/moveTask.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import type { PlanSession } from '#session/planSession.ts'
import type { Point } from './boardStore.ts'
import {
  badgeAt,
  type ColumnHandle,
  cardSelector,
  columnAt,
  lineAt,
  nearestIn,
  seenEdges,
  slotInColumn,
} from './dragGeometry.ts'
import { listenWhileCarrying } from './dragInput.ts'
import { listPhrase, listsWithout, slotOf, taskOf } from './dragLists.ts'
import { createDragMarks, type DragMarks } from './dragMarks.ts'
import { scrollNear } from './dragScroll.ts'
import { isSameSlot, placeOf, type Slot, type Step, stepSlot } from './dragSlots.ts'
import { cancelled, dropped, movedTo, pickedUp, type Standing, stayed, vanished } from './dragWords.ts'

/** The elements of the board that a drag writes to. */
export interface DragParts {
  readonly board: HTMLElement
  /** Scrolls under the toolbar; on a phone the board scrolls itself, with the toolbar. */
  readonly scroller: HTMLElement
  readonly indicator: HTMLElement
  /** Read out as it changes. */
  readonly status: HTMLElement
}

/** One card in the hand, from lifting to dropping. It keeps no React state: the board does not render meanwhile. */
export interface CardDrag {
  mount(parts: DragParts): () => void
  addColumn(stream: NodeId, column: ColumnHandle): () => void
  /** The badges to drop on, where the screen is narrow. */
  addStrip(strip: HTMLElement): () => void
  readonly columns: ReadonlyMap<NodeId, ColumnHandle>
  /** `false`: there is no such card in a column. */
  lift(card: NodeId, by: Carrier, at?: Point): boolean
  step(step: Step): void
  /** Runs one edit, which is one undo step. A pointer is where the card lies; only from the keyboard the view follows. */
  drop(): void
  /** `reveals`: the focus goes to the card, unless it has gone elsewhere by itself. */
  cancel(reveals?: boolean): void
  carriedBy(): Carrier | null
  /** The stream that the card would drop in now. */
  target(): NodeId | null
}

type Carrier = 'pointer' | 'keyboard'

interface CardDragWorld {
  readonly session: PlanSession
  /** `session.run`, which also says why an edit was refused. */
  readonly run: PlanSession['run']
  /** Scrolls to a card and gives it the focus. */
  readonly reveal: (card: NodeId) => void
  /** The card went from the plan while it was carried. */
  readonly onVanish: () => void
}

interface Carried {
  readonly id: NodeId
  readonly text: string
  readonly by: Carrier
  readonly isNested: boolean
  readonly liftedAt: Point
  readonly stop: () => void
  slot: Slot | null
}

/** How far a pointer goes, in px, before it may scroll the board: a card near the edge is lifted without a jump. */
const intent = 12

export function createCardDrag({ session, run, reveal, onVanish }: CardDragWorld): CardDrag {
  const columns = new Map<NodeId, ColumnHandle>()
  let strip: HTMLElement | null = null
  let parts: DragParts | null = null
  let marks: DragMarks | null = null
  let carried: Carried | null = null
  let pointer: Point = { x: 0, y: 0 }
  let frame = 0
  let lastFrame = 0

  const plan = () => session.state.getState().plan
  const listsOf = ({ id }: Carried) => listsWithout(id, plan(), columns)
  /** Asked anew each time: another tab, or an undo, may move it while it is carried. */
  const homeOf = ({ id }: Carried) => slotOf(id, plan(), columns)
  const standing = (slot: Slot, card: Carried): Standing => ({
    card: card.text,
    position: slot.index + 1,
    of: listsOf(card).othersIn(slot).length + 1,
    list: listPhrase(slot, plan()),
  })
  const say = (words: string) => {
    if (parts) parts.status.textContent = words
  }

  /** Reads the slot from where the pointer is. */
  const follow = (card: Carried, { board, scroller }: DragParts) => {
    const badge = strip && badgeAt(strip, pointer)
    if (badge) {
      const list = { stream: badge.stream, parent: null }
      card.slot = { ...list, index: listsOf(card).othersIn(list).length }
      marks?.target(badge.element)
      return
    }
    const at = nearestIn(seenEdges(board, scroller), pointer)
    const stream = columnAt(
      Array.from(columns, ([id, { element }]) => [id, element.getBoundingClientRect()] as const),
      at,
    )
    const column = stream === null ? undefined : columns.get(stream)
    card.slot = stream !== null && column ? slotInColumn(stream, column, at, card) : null
    marks?.target(column?.element ?? null)
  }

  const draw = (card: Carried, { board, scroller }: DragParts) => {
    const { slot } = card
    const column = slot ? columns.get(slot.stream) : undefined
    const shows = slot && column && !isSameSlot(slot, homeOf(card))
    marks?.line(shows ? lineAt(column, slot, card.id, seenEdges(board, scroller)) : null)
  }

  const onFrame = (now: number) => {
    frame = 0
    if (!carried || !parts) return
    const elapsed = Math.min(now - lastFrame, 34)
    lastFrame = now
    if (carried.by === 'pointer') {
      const far = Math.hypot(pointer.x - carried.liftedAt.x, pointer.y - carried.liftedAt.y) > intent
      if (far && scrollNear(pointer, elapsed, scrollersAt(carried.slot, parts))) soon()
      follow(carried, parts)
    }
    draw(carried, parts)
  }
  const soon = () => {
    frame ||= requestAnimationFrame(onFrame)
  }
  const scrollersAt = (slot: Slot | null, { board, scroller }: DragParts): readonly HTMLElement[] => {
    if (strip && badgeAt(strip, pointer)) return [strip]
    const column = slot ? columns.get(slot.stream) : undefined
    return [column?.view, column?.lane, scroller, board].filter(view => view != null)
  }

  const letGo = (words: string) => {
    carried?.stop()
    carried = null
    cancelAnimationFrame(frame)
    frame = 0
    marks?.clear()
    say(words)
  }
  const onPlan = (next: Plan) => {
    if (!carried || next.nodes.has(carried.id)) return soon()
    letGo(vanished({ card: carried.text }))
    onVanish()
  }

  return {
    columns,
    mount(next) {
      parts = next
      marks = createDragMarks(next.board, next.indicator)
      return () => {
        letGo('')
        parts = null
        marks = null
      }
    },
    addColumn(stream, column) {
      columns.set(stream, column)
      return () => {
        if (columns.get(stream) === column) columns.delete(stream)
      }
    },
    addStrip(next) {
      strip = next
      return () => {
        strip = null
      }
    },
    lift(id, by, at = pointer) {
      const home = slotOf(id, plan(), columns)
      const task = taskOf(plan(), id)
      if (!home || !task || !parts || carried) return false
      const stop = listenWhileCarrying({
        session,
        board: parts.board,
        onPoint:
          by === 'keyboard'
            ? null
            : next => {
                pointer = next
                soon()
              },
        wheelScrolls: () => (by === 'pointer' && carried && parts ? scrollersAt(carried.slot, parts) : []),
        onShift: soon,
        onPlan,
      })
      carried = { id, text: task.text, by, isNested: home.parent !== null, slot: home, liftedAt: at, stop }
      pointer = at
      lastFrame = performance.now()
      parts.board.dataset.carrying = by
      marks?.lift(parts.board.querySelector(cardSelector(id)))
      marks?.target(columns.get(home.stream)?.element ?? null)
      say(pickedUp(standing(home, carried), by === 'keyboard'))
      return true
    },
    step(step) {
      if (!carried?.slot) return
      const before = carried.slot
      const lists = listsOf(carried)
      const slot = stepSlot(before, step, lists)
      if (isSameSlot(slot, before)) return
      carried.slot = slot
      const column = columns.get(slot.stream)
      const neighbour = slot.parent ?? lists.othersIn(slot)[Math.max(0, slot.index - 1)]
      column?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      if (column && neighbour !== undefined) column.reveal(column.ids().indexOf(neighbour))
      marks?.target(column?.element ?? null)
      say(movedTo(standing(slot, carried), slot.stream !== before.stream || slot.parent !== before.parent))
      soon()
    },
    drop() {
      if (!carried || !parts) return
      if (carried.by === 'pointer') follow(carried, parts)
      const { id, text, by, slot } = carried
      const place = slot && !isSameSlot(slot, homeOf(carried)) ? placeOf(slot, listsOf(carried).othersIn(slot)) : null
      const words = slot ? dropped(standing(slot, carried)) : ''
      letGo('')
      const moved = place !== null && run(moveTask, id, place).ok
      say(moved ? words : stayed({ card: text }))
      if (by === 'keyboard') reveal(id)
    },
    cancel(reveals = true) {
      if (!carried) return
      const { id, by } = carried
      const home = homeOf(carried)
      letGo(home ? cancelled(standing(home, carried)) : '')
      if (reveals && by === 'keyboard') reveal(id)
    },
    carriedBy: () => carried?.by ?? null,
    target: () => carried?.slot?.stream ?? null,
  }
}
