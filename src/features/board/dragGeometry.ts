import type { NodeId } from '#plan/plan.ts'
import type { Point } from './boardStore.ts'
import type { Line } from './dragMarks.ts'
import { cardAt, type Extent, indexAt, type Slot, withoutCarried } from './dragSlots.ts'

export interface Edges {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A column as the drag sees it. Everything is asked for when it is needed: columns scroll, grow and shrink. */
export interface ColumnHandle {
  /** The whole column, tinted while the card would drop here. */
  readonly element: HTMLElement
  /** Holds the cards and is as tall as all of them. */
  readonly list: HTMLElement
  /** What of the list is seen, where the column scrolls by itself. */
  readonly view: HTMLElement | null
  /** Scrolls sideways through the columns of the phase. */
  readonly lane: HTMLElement | null
  /** Its cards in the order they show; nested ones are their cards' own. */
  ids(): readonly NodeId[]
  extents(): ArrayLike<Extent>
  /** Scrolls to a card and renders it. */
  reveal(index: number): void
}

/** How far outside a column, in px, still counts as on it. */
const reach = 32

/** The column under a pointer, or the nearest within reach. */
export function columnAt<Id>(columns: Iterable<readonly [Id, Edges]>, { x, y }: Point): Id | null {
  let nearest: Id | null = null
  let least = reach
  for (const [id, { left, right, top, bottom }] of columns) {
    const away = Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0)
    if (away === 0) return id
    if (away < least) {
      nearest = id
      least = away
    }
  }
  return nearest
}

/** What of the board is on the screen. */
export function seenEdges(board: HTMLElement, scroller: HTMLElement): Edges {
  const outer = board.getBoundingClientRect()
  const inner = scroller.getBoundingClientRect()
  return {
    left: outer.left,
    right: outer.right,
    top: Math.max(outer.top, inner.top),
    bottom: Math.min(outer.bottom, inner.bottom),
  }
}

/** The pointer, or where it would be had it stayed within the edges. */
export function nearestIn({ left, right, top, bottom }: Edges, { x, y }: Point): Point {
  return { x: Math.min(Math.max(x, left), right), y: Math.min(Math.max(y, top), bottom) }
}

/** Where a card that is carried over this column would come to lie. Nested cards go between nested cards, too. */
export function slotInColumn(
  stream: NodeId,
  column: ColumnHandle,
  pointer: Point,
  carried: { readonly id: NodeId; readonly isNested: boolean },
): Slot {
  const view = column.view?.getBoundingClientRect()
  const seen = view ? Math.min(Math.max(pointer.y, view.top), view.bottom) : pointer.y
  const y = seen - column.list.getBoundingClientRect().top
  const extents = column.extents()
  const ids = column.ids()
  const over = carried.isNested ? cardAt(extents, y) : null
  const nested = over === null ? null : nestedSlot(stream, ids[over], column, seen, carried.id)
  if (nested) return nested
  return { stream, parent: null, index: withoutCarried(indexAt(extents, y), ids.indexOf(carried.id)) }
}

function nestedSlot(
  stream: NodeId,
  card: NodeId | undefined,
  column: ColumnHandle,
  y: number,
  carried: NodeId,
): Slot | null {
  const list = card === undefined || card === carried ? null : nestedList(column.list, card)
  if (!list || card === undefined) return null
  const box = list.getBoundingClientRect()
  if (y < box.top || y > box.bottom) return null
  const ids = cardsIn(list)
  const extents = extentsOf(list)
  const over = cardAt(extents, y - box.top)
  const deeper = over === null ? null : nestedSlot(stream, ids[over], column, y, carried)
  if (deeper) return deeper
  return { stream, parent: card, index: withoutCarried(indexAt(extents, y - box.top), ids.indexOf(carried)) }
}

/** Where the line goes that shows a slot, in px of the window; `null` when that is out of sight. */
export function lineAt(column: ColumnHandle, slot: Slot, carried: NodeId, board: Edges): Line | null {
  const list = slot.parent === null ? column.list : nestedList(column.list, slot.parent)
  if (!list) return null
  const ids = slot.parent === null ? column.ids() : cardsIn(list)
  const extents = slot.parent === null ? column.extents() : extentsOf(list)
  const others = ids.filter(id => id !== carried)
  const [above, below] = [slot.index - 1, slot.index].map(index => {
    const id = others[index]
    return id === undefined ? undefined : extents[ids.indexOf(id)]
  })
  const box = list.getBoundingClientRect()
  const y = box.top + lineBetween(above, below)
  const seen = column.view?.getBoundingClientRect() ?? board
  return y < seen.top - gap || y > seen.bottom + gap ? null : { x: box.left, y, width: box.width }
}

/** px between two cards. */
const gap = 6

/** In the middle of the gap; where the carried card lies in between, close to the one below. */
function lineBetween(above: Extent | undefined, below: Extent | undefined): number {
  if (above && below && below.start - above.end <= gap) return (above.end + below.start) / 2
  if (below) return below.start - gap / 2
  return above ? above.end + gap / 2 : 0
}

/** The badge under the pointer, of the strip that stands for the columns where the screen is narrow. */
export function badgeAt(
  strip: HTMLElement,
  { x, y }: Point,
): { readonly stream: NodeId; readonly element: HTMLElement } | null {
  if (!isWithin(strip.getBoundingClientRect(), x, y)) return null
  for (const element of strip.querySelectorAll<HTMLElement>('[data-strip-stream]')) {
    if (!isWithin(element.getBoundingClientRect(), x, y)) continue
    return { stream: Number(element.dataset.stripStream) as NodeId, element }
  }
  return null
}

function isWithin({ left, right, top, bottom }: Edges, x: number, y: number): boolean {
  return x >= left && x < right && y >= top && y < bottom
}

/** The tops and bottoms of a list's items as they lie now. */
export function extentsOf(list: HTMLElement): readonly Extent[] {
  const { top } = list.getBoundingClientRect()
  return Array.from(list.children, item => {
    const box = item.getBoundingClientRect()
    return { start: box.top - top, end: box.bottom - top }
  })
}

export function cardSelector(id: NodeId): string {
  return `[data-task-id="${id}"]`
}

export function cardIdOf(element: Element | null | undefined): NodeId | null {
  const id = element?.getAttribute('data-task-id')
  return id ? (Number(id) as NodeId) : null
}

function nestedList(within: HTMLElement, card: NodeId): HTMLElement | null {
  return within.querySelector<HTMLElement>(`${cardSelector(card)} > [data-nested-tasks]`)
}

function cardsIn(list: HTMLElement): readonly NodeId[] {
  return Array.from(list.children, item => cardIdOf(item.querySelector('[data-task-id]'))).filter(id => id !== null)
}
