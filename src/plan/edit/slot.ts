import type { Edit } from '#plan/change.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan, Stream, Task } from '#plan/plan.ts'
import { topLevel } from './heading.ts'
import { type ItemStyle, markerAfter, plainStyle, styleOfItem } from './itemStyle.ts'
import { isBlankLine, lineBreakAt, lineBreakLength, lineStartBefore } from './lineBreaks.ts'
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
  const style = styleOfItem(plan, id)
  const blank = isLoose(plan, siblings, index, side) ? [''] : []
  if (side === 'before') {
    const isShared = spans.whole.from + style.indent.length !== spans.marker.from || startsOnSharedLine(plan, id)
    return isShared ? null : { at: spans.whole.from, holder, index, style, before: [], after: blank }
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

function inEmptyStream(plan: Plan, stream: Stream): Slot | null {
  const label = stream.key !== null && !hasTasksLabel(plan, stream.id) && usesTasksLabel(plan)
  return inEmptyList(plan, stream.id, label ? ['**Tasks:**'] : [])
}

function inEmptyList(plan: Plan, holder: NodeId, label: readonly string[]): Slot | null {
  const region = plan.spans.get(holder)?.tasks
  if (!region) return null
  return { at: region.from, holder, index: 0, ...listStart(plan, region.from, label) }
}

/** How a list begins after the line above `at`: like the other lists of the plan. */
function listStart(plan: Plan, at: number, label: readonly string[]) {
  const { text } = plan
  const model = nearestItem(plan, at)
  const style = model === null ? plainStyle : { ...styleOfItem(plan, model), indent: '', boxed: true }
  const marker = /^\d/.test(style.marker) ? `1${style.marker.at(-1)}` : style.marker
  const above = lineAbove(text, at)
  const isLabelled = label.length > 0 || /^\s*\*\*[^*]+\*\*:?\s*$/.test(above)
  const isHeading = /^ {0,3}#/.test(above)
  const needsBlank = above.trim() !== '' && !isLabelled && (!isHeading || startsAfterBlank(plan, model))
  return {
    style: { ...style, marker },
    before: [...(needsBlank ? [''] : []), ...label],
    after: isBlankLine(text, at) ? [] : [''],
  }
}

function inCriteria(plan: Plan): Slot {
  const region = plan.planSpans.criteria
  if (region) return { at: region.from, holder: null, index: 0, ...listStart(plan, region.from, []) }
  const { text } = plan
  const at = text.length
  const model = nearestItem(plan, at)
  const style = model === null ? plainStyle : { ...styleOfItem(plan, model), indent: '', boxed: true }
  const marker = /^\d/.test(style.marker) ? '-' : style.marker
  const gap = at === 0 || isBlankLine(text, lineStartBefore(text, at)) ? [] : ['']
  const blank = startsAfterBlank(plan, model) ? [''] : []
  const before = [...gap, `${'#'.repeat(topLevel(plan))} Success Criteria`, ...blank]
  return { at, holder: null, index: 0, style: { ...style, marker }, before, after: [] }
}

/** The last outermost task above `at`, else the first of the plan. */
function nearestItem(plan: Plan, at: number): NodeId | null {
  let found: NodeId | null = null
  const lists = [
    ...plan.phases.flatMap(phase => phase.streams.map(stream => stream.tasks)),
    ...plan.integrationPoints.map(point => point.checks),
    plan.criteria,
  ]
  for (const list of lists) {
    const first = list[0]
    if (first && (found === null || (plan.spans.get(first.id)?.whole.from ?? 0) < at)) found = first.id
  }
  return found
}

/** Whether a blank line stands above the list that begins with this item. */
function startsAfterBlank(plan: Plan, id: NodeId | null): boolean {
  const from = id === null ? 0 : (plan.spans.get(id)?.whole.from ?? 0)
  return from > 0 && lineAbove(plan.text, from).trim() === ''
}

function usesTasksLabel(plan: Plan): boolean {
  const { sections } = readingOf(plan)
  const lists = sections.filter(({ role }) => role === 'stream').flatMap(section => section.lists)
  return lists.length === 0 || lists.some(list => list.label === 'tasks')
}

function hasTasksLabel(plan: Plan, stream: NodeId): boolean {
  const spans = plan.spans.get(stream)
  return (
    !!spans &&
    /(?:^|[\r\n])[ \t]*\*\*tasks(?::\*\*|\*\*:?)[ \t]*(?=[\r\n]|$)/i.test(
      plan.text.slice(spans.line.to, spans.whole.to),
    )
  )
}

function lineAbove(text: string, at: number): string {
  return text.slice(lineStartBefore(text, at), at)
}

/** Whole lines at `at`. A file without a final line break stays without. */
export function insertLines(text: string, at: number, lines: readonly string[]): Edit {
  const end = lineBreakAt(text, at)
  const isOpenEnd = at === text.length && at > 0 && lineBreakLength(text, at) === 0
  return { from: at, to: at, insert: isOpenEnd ? end + lines.join(end) : lines.join(end) + end }
}
