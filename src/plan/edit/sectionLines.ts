import { BlockKind } from '#plan/parse/blocks.ts'
import { lineEnd, nextLine } from '#plan/parse/lines.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan, Span } from '#plan/plan.ts'

/**
 * The lines of a stream, phase or integration point from its heading to its last word. A rule at its end (`---`)
 * divides it from what follows and is not part of it. `null` without a heading.
 */
export function sectionLines(plan: Plan, id: NodeId): Span | null {
  const { blocks, table, rowOf } = readingOf(plan)
  const row = rowOf(id)
  const block = table.block[row] ?? -1
  const whole = plan.spans.get(id)?.whole
  return block < 0 || !whole ? null : { from: blocks.line[block] ?? 0, to: endOfWords(plan, block, whole.to) }
}

/** Where the next stream would go: after the last words of the section that a stream stands in. */
export function endOfStream(plan: Plan, id: NodeId): number | null {
  const { table, details, sections, rowOf } = readingOf(plan)
  const outline = details.streams[table.detail[rowOf(id)] ?? -1]?.outline
  const section = sections[outline?.section ?? -1]
  if (!outline || !section) return null
  return endOfWords(plan, section.block >= 0 ? section.block : section.firstBlock, outline.end)
}

/** After the last line with words of the blocks from `first` on that begin before `end`. */
export function endOfWords(plan: Plan, first: number, end: number): number {
  const { blocks, text } = readingOf(plan)
  let last = first
  for (let at = first; at < blocks.count && (blocks.line[at] ?? 0) < end; at++) if (blocks.parent[at] === -1) last = at
  while (last > first && (blocks.kind[last] === BlockKind.thematicBreak || blocks.parent[last] !== -1)) last--
  return nextLine(text, lineEnd(text, blocks.to[last] ?? 0))
}
