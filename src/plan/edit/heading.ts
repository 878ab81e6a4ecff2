import type { Edit } from '#plan/change.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan } from '#plan/plan.ts'

/** The heading that a node is read from. */
export interface Heading {
  readonly level: number
  /** End of its words, before closing `#`s. */
  readonly wordsTo: number
  /** After its last line. */
  readonly to: number
}

/** `null` for an implicit phase or stream. */
export function headingOf(plan: Plan, id: NodeId): Heading | null {
  const { blocks, table, rowOf } = readingOf(plan)
  const block = table.block[rowOf(id)] ?? -1
  if (block < 0) return null
  const to = blocks.to[block] ?? 0
  return { level: blocks.detail[block] ?? 1, wordsTo: blocks.contentTo[block] ?? to, to }
}

/** The level of headings that stand side by side at the top, under the title. */
export function topLevel(plan: Plan): number {
  const { sections } = readingOf(plan)
  const phase = sections.find(({ role }) => role === 'phase')
  const levels = sections.filter(({ block, role }) => block >= 0 && role !== 'title').map(({ level }) => level)
  return phase?.level ?? (levels.length > 0 ? Math.min(...levels) : 2)
}

/**
 * The ways to write a name into a heading: as it is, and with closing `#`s where the name ends in one and would lose
 * it. Words that a heading has no place for get a separator.
 */
export function waysToName(plan: Plan, id: NodeId, name: string): readonly (readonly Edit[])[] {
  const spans = plan.spans.get(id)
  const heading = headingOf(plan, id)
  if (!spans?.text || !heading) return []
  const own = { ...spans.text, insert: name }
  const edit = own.from < own.to ? own : firstName(plan.text, own, spans.key?.to ?? null)
  return [[edit], [edit, closingMarks(heading)]]
}

/** Keeps a heading whose words end in `#` from losing it. */
export function closingMarks({ wordsTo, level }: Heading): Edit {
  return { from: wordsTo, to: wordsTo, insert: ` ${'#'.repeat(level)}` }
}

/** A name where there was none: `Stream A` gets `: ` before it. */
function firstName(text: string, own: Edit, keyTo: number | null): Edit {
  if (keyTo !== null && !/[:.)\-–—]/.test(text.slice(keyTo, own.from))) {
    return { from: keyTo, to: keyTo, insert: `: ${own.insert}` }
  }
  const before = /\s/.test(text[own.from - 1] ?? ' ') ? '' : ' '
  const after = /\s/.test(text[own.to] ?? ' ') ? '' : ' '
  return { ...own, insert: before + own.insert + after }
}
