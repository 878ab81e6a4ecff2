import { BlockKind } from '#plan/parse/blocks.ts'
import { wordsFrom, wordsTo } from '#plan/parse/numberNodes.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan, Span } from '#plan/plan.ts'

/**
 * The words of a task from after its box to the end of its first paragraph, fields included, without blanks at its
 * end. `null` for an item that begins with code, a table or another list: it has no words.
 */
export function wordsOfTask(plan: Plan, id: NodeId): Span | null {
  const { blocks, table, text, rowOf } = readingOf(plan)
  const block = table.block[rowOf(id)] ?? -1
  if (block < 0) return null
  const first = block + 1
  const isEmpty = first >= blocks.count || blocks.parent[first] !== block
  const kind = blocks.kind[first]
  if (!isEmpty && kind !== BlockKind.paragraph && kind !== BlockKind.heading) return null
  const to = wordsTo(blocks, block)
  const from = wordsFrom(text, blocks, block, to)
  const trimmed = text.slice(from, Math.max(to, from)).trimEnd()
  return { from, to: from + trimmed.length }
}
