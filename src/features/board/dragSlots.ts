import type { Place } from '#plan/edit/place.ts'
import type { NodeId } from '#plan/plan.ts'

/** Where a carried card would come to lie. `index` counts the cards of that list without the carried one. */
export interface Slot {
  readonly stream: NodeId
  /** The card it lies in; `null` for the stream's own list. */
  readonly parent: NodeId | null
  readonly index: number
}

/** Top and bottom of a card, in px from the top of its list. */
export interface Extent {
  readonly start: number
  readonly end: number
}

/** How many cards lie above `y`: those whose middle does. `extents` ascend, so a column of any length takes few looks. */
export function indexAt(extents: ArrayLike<Extent>, y: number): number {
  return firstIndex(extents, ({ start, end }) => (start + end) / 2 > y)
}

/** The card that `y` is on; `null` above the first, below the last and between two. */
export function cardAt(extents: ArrayLike<Extent>, y: number): number | null {
  const index = firstIndex(extents, ({ end }) => end > y)
  const extent = extents[index]
  return extent && extent.start <= y ? index : null
}

/** An index that counted the carried card as an index that does not. `carried` is -1 when it lies elsewhere. */
export function withoutCarried(index: number, carried: number): number {
  return carried >= 0 && carried < index ? index - 1 : index
}

export function isSameSlot(one: Slot | null, other: Slot | null): boolean {
  if (!one || !other) return one === other
  return one.stream === other.stream && one.parent === other.parent && one.index === other.index
}

/** The same for the edit; `others` is the list without the carried card. `null`: there is no card to name. */
export function placeOf(slot: Slot, others: readonly NodeId[]): Place | null {
  const next = others[slot.index]
  if (next !== undefined) return { before: next }
  const last = others.at(-1)
  if (last !== undefined) return { after: last }
  return slot.parent === null ? { in: slot.stream } : null
}

export type Step = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

/** What the steps of the keyboard go through. */
export interface SlotLists {
  /** In reading order, across phases. */
  readonly streams: readonly NodeId[]
  /** The cards of a stream, or of a card, without the carried one. */
  othersIn(list: Pick<Slot, 'stream' | 'parent'>): readonly NodeId[]
  /** The card that a card lies in. */
  parentOf(card: NodeId): NodeId | null
}

/** One step with an arrow key; the same slot when there is nothing in that direction. */
export function stepSlot(slot: Slot, step: Step, lists: SlotLists): Slot {
  const others = lists.othersIn(slot)
  switch (step) {
    case 'up':
      return slot.index > 0 ? { ...slot, index: slot.index - 1 } : outOf(slot, lists, 0)
    case 'down':
      return slot.index < others.length ? { ...slot, index: slot.index + 1 } : outOf(slot, lists, 1)
    case 'first':
      return { ...slot, index: 0 }
    case 'last':
      return { ...slot, index: others.length }
    default:
      return beside(slot, step === 'right' ? 1 : -1, lists)
  }
}

/** A nested card leaves its list upwards or downwards and lies before or after the card it was in. */
function outOf(slot: Slot, lists: SlotLists, after: 0 | 1): Slot {
  if (slot.parent === null) return slot
  const list = { stream: slot.stream, parent: lists.parentOf(slot.parent) }
  return { ...list, index: Math.max(0, lists.othersIn(list).indexOf(slot.parent)) + after }
}

/** The same height in the neighbouring stream, which may be another phase's. */
function beside(slot: Slot, by: 1 | -1, lists: SlotLists): Slot {
  const stream = lists.streams[lists.streams.indexOf(slot.stream) + by]
  if (stream === undefined) return slot
  let { parent, index } = slot
  while (parent !== null) ({ parent, index } = outOf({ stream: slot.stream, parent, index }, lists, 0))
  return { stream, parent: null, index: Math.min(index, lists.othersIn({ stream, parent: null }).length) }
}

function firstIndex(extents: ArrayLike<Extent>, isIt: (extent: Extent) => boolean): number {
  let low = 0
  let high = extents.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const extent = extents[middle]
    if (extent && !isIt(extent)) low = middle + 1
    else high = middle
  }
  return low
}
