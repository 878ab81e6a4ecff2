import type { NodeId, Plan, Task } from '#plan/plan.ts'
import { inCriteria, inEmptyList, inEmptyStream } from './emptySlot.ts'
import { type ItemStyle, markerAfter, styleOfItem } from './itemStyle.ts'
import { isBlankLine } from './lineBreaks.ts'
import { holderOf, type TaskHolder, tasksIn } from './model.ts'
import type { Place } from './place.ts'

/** Where an item's lines are written, and how. */
export interface Slot {
  /** Start of a line, or the end of the text. */
  readonly at: number
  readonly holder: TaskHolder
  /** Its place among the tasks of the holder. */
  readonly index: number
  readonly style: ItemStyle
  /** Whole lines around the item: blank lines of a loose list, a `**Tasks:**` that was missing. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** `null` when the place names nothing that holds tasks. */
export function findSlot(plan: Plan, place: Place): Slot | null {
  if ('before' in place) return besideTask(plan, place.before, 'before')
  if ('after' in place) return besideTask(plan, place.after, 'after')
  const holder = place.in === 'criteria' ? null : place.in
  const last = tasksIn(plan, holder).at(-1)
  if (last) return besideTask(plan, last.id, 'after')
  if (holder === null) return inCriteria(plan)
  const node = plan.nodes.get(holder)
  if (node?.kind === 'stream') return inEmptyStream(plan, node)
  return node?.kind === 'integrationPoint' ? inEmptyList(plan, holder, []) : null
}

function besideTask(plan: Plan, id: NodeId, side: 'before' | 'after'): Slot | null {
  const spans = plan.spans.get(id)
  if (plan.nodes.get(id)?.kind !== 'task' || !spans?.marker) return null
  const holder = holderOf(plan, id)
  const siblings = tasksIn(plan, holder)
  const index = siblings.findIndex(sibling => sibling.id === id)
  // A new task among checkboxes is one, also beside a plain bullet.
  const style = { ...styleOfItem(plan, id), boxed: siblings.some(sibling => sibling.state !== null) }
  const blank = isLoose(plan, siblings, index, side) ? [''] : []
  if (side === 'before') {
    return startsOnSharedLine(plan, id)
      ? null
      : { at: spans.whole.from, holder, index, style, before: [], after: blank }
  }
  const above = siblings[index - 1]
  const marker = markerAfter(style.marker, above ? styleOfItem(plan, above.id).marker : null)
  return { at: spans.whole.to, holder, index: index + 1, style: { ...style, marker }, before: blank, after: [] }
}

/** The item stands behind the marker of another one: '- - words'. */
export function startsOnSharedLine(plan: Plan, id: NodeId): boolean {
  const spans = plan.spans.get(id)
  return !!spans?.marker && /\S/.test(plan.text.slice(spans.whole.from, spans.marker.from))
}

/** Whether blank lines stand between the items here: the gap at the slot decides, else the other gap of the item. */
function isLoose(plan: Plan, siblings: readonly Task[], index: number, side: 'before' | 'after'): boolean {
  const gaps = side === 'before' ? [index - 1, index] : [index, index - 1]
  for (const at of gaps) {
    const first = siblings[at]
    const second = siblings[at + 1]
    const from = first && plan.spans.get(first.id)?.whole.to
    const to = second && plan.spans.get(second.id)?.whole.from
    if (from !== undefined && to !== undefined) return to > from && isBlankLine(plan.text, from)
  }
  return false
}
