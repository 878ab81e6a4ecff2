import { readingOf } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan } from '#plan/plan.ts'

/**
 * Whether a list would be without a checkbox if this task were not in it. Outside of streams a list is a task list
 * because of its boxes, so its other items would be tasks no longer.
 */
export function holdsLastBox(plan: Plan, id: NodeId): boolean {
  const { blocks, sections, table, rowOf } = readingOf(plan)
  const item = table.block[rowOf(id)] ?? -1
  const end = blocks.to[item] ?? -1
  const list = sections.flatMap(section => section.lists).find(({ first, end }) => first <= item && item < end)
  if (item < 0 || !list?.hasBox) return false
  for (let at = list.first; at < list.end; at++) {
    const isInside = at >= item && (blocks.from[at] ?? 0) < end
    if (!isInside && (blocks.box[at] ?? -1) >= 0) return false
  }
  return true
}
