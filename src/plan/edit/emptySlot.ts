import { readingOf } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan, Stream } from '#plan/plan.ts'
import { topLevel } from './heading.ts'
import { type ItemStyle, isNumber, plainStyle, styleOfItem } from './itemStyle.ts'
import { isBlankLine, lineStartBefore } from './lineBreaks.ts'
import type { Slot } from './slot.ts'

/** In a stream without tasks: after its label, which it gets where the other streams have one. */
export function inEmptyStream(plan: Plan, stream: Stream): Slot | null {
  const above = lineAbove(plan.text, plan.spans.get(stream.id)?.tasks?.from ?? 0)
  const hasLabel = /^\s*\*\*tasks:?\*\*:?\s*$/i.test(above)
  const label = stream.key !== null && !hasLabel && usesTasksLabel(plan)
  return inEmptyList(plan, stream.id, label ? ['**Tasks:**'] : [])
}

export function inEmptyList(plan: Plan, holder: NodeId, label: readonly string[]): Slot | null {
  const region = plan.spans.get(holder)?.tasks
  if (!region) return null
  return { at: region.from, holder, index: 0, ...listStart(plan, region.from, label) }
}

/** How a list begins after the line above `at`: like the other lists of the plan. */
function listStart(plan: Plan, at: number, label: readonly string[]) {
  const { text } = plan
  const model = nearestItem(plan, at)
  const { marker, ...style } = styleLike(plan, model)
  const above = lineAbove(text, at)
  const isLabelled = label.length > 0 || /^\s*\*\*[^*]+\*\*:?\s*$/.test(above)
  const isHeading = /^ {0,3}#/.test(above)
  const needsBlank = above.trim() !== '' && !isLabelled && (!isHeading || startsAfterBlank(plan, model))
  return {
    style: { ...style, marker: isNumber(marker) ? `1${marker.at(-1)}` : marker },
    before: [...(needsBlank ? [''] : []), ...label],
    after: isBlankLine(text, at) ? [] : [''],
  }
}

/** At the end of the success criteria; a plan without the section gets it at its end. */
export function inCriteria(plan: Plan): Slot {
  const region = plan.planSpans.criteria
  if (region) return { at: region.from, holder: null, index: 0, ...listStart(plan, region.from, []) }
  const { text } = plan
  const at = text.length
  const model = nearestItem(plan, at)
  const style = styleLike(plan, model)
  const gap = at === 0 || isBlankLine(text, lineStartBefore(text, at)) ? [] : ['']
  const blank = startsAfterBlank(plan, model) ? [''] : []
  return {
    at,
    holder: null,
    index: 0,
    style: isNumber(style.marker) ? { ...style, marker: '-' } : style,
    before: [...gap, `${'#'.repeat(topLevel(plan))} Success Criteria`, ...blank],
    after: [],
  }
}

/** The style of an item, for the first of another list; with a box, unless the plan has tasks and no box at all. */
function styleLike(plan: Plan, model: NodeId | null): ItemStyle {
  if (model === null) return plainStyle
  const boxed = readingOf(plan).sections.some(({ lists }) => lists.some(list => list.hasBox))
  return { ...styleOfItem(plan, model), indent: '', boxed }
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

function lineAbove(text: string, at: number): string {
  return text.slice(lineStartBefore(text, at), at)
}
