import type { Edit } from '#plan/change.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan } from '#plan/plan.ts'

/** The heading that a node is read from. */
export interface Heading {
  readonly level: number
  /** `## Name`, not underlined. */
  readonly isAtx: boolean
  /** End of its words, before closing `#`s. */
  readonly wordsTo: number
  /** After its last line. */
  readonly to: number
}

/** `null` for an implicit phase or stream. */
export function headingOf(plan: Plan, id: NodeId): Heading | null {
  const { blocks, table, text, rowOf } = readingOf(plan)
  const block = table.block[rowOf(id)] ?? -1
  return block < 0 ? null : headingAt(text, blocks, block)
}

function headingAt(text: string, blocks: ReturnType<typeof readingOf>['blocks'], block: number): Heading {
  const from = blocks.from[block] ?? 0
  const to = blocks.to[block] ?? from
  return {
    level: blocks.detail[block] ?? 1,
    isAtx: text.charCodeAt(from) === 35 && !/[\r\n]/.test(text.slice(from, to)),
    wordsTo: blocks.contentTo[block] ?? to,
    to,
  }
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
  const closing = { from: heading.wordsTo, to: heading.wordsTo, insert: ` ${'#'.repeat(heading.level)}` }
  const edit = own.from < own.to ? own : firstName(plan.text, own, spans.key?.to ?? null)
  return [[edit], [edit, closing]]
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
