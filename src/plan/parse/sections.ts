import { BlockKind, type Blocks } from './blocks.ts'
import { hasOnlyFields } from './fields.ts'
import { readHeadingLabel } from './headingLabel.ts'
import { readIntegrationHeading } from './headings.ts'

/**
 * What a top-level heading opens. `part` continues the section above it (a '#### Tasks' inside a stream); `topic` is a
 * heading that no keyword explains, to be judged by the lists under it.
 */
export type Role =
  | 'preamble'
  | 'title'
  | 'overview'
  | 'phase'
  | 'stream'
  | 'integrationList'
  | 'integration'
  | 'execution'
  | 'criteria'
  | 'part'
  | 'topic'

/** One run of list items at the top level of a section. */
export interface List {
  /** Index of its first block. */
  readonly first: number
  /** Index after its last block, nested ones included. */
  readonly end: number
  /** A checkbox stands in it, at any depth. */
  readonly hasBox: boolean
  /** The bold label on the line before it: `**Tasks:**` or another. */
  readonly label: 'tasks' | 'other' | null
}

export interface Section {
  /** Index of its heading; -1 for what stands before the first heading. */
  readonly block: number
  readonly level: number
  /** Offset of the heading's line. */
  readonly line: number
  /** Offset of the next heading's line, or the text's end. */
  readonly end: number
  /** Index of the section it is nested in. */
  readonly parent: number
  readonly role: Role
  readonly lists: readonly List[]
  /** Nothing stands in it but, at most, lines like `**Dependencies:** None` and rules. */
  readonly isBare: boolean
  /** Index of its first block after the heading, and of the first block after it. */
  readonly firstBlock: number
  readonly endBlock: number
}

const specials: readonly (readonly [string, Role])[] = [
  ['overview', 'overview'],
  ['sequential integration points', 'integrationList'],
  ['integration points', 'integrationList'],
  ['execution commands', 'execution'],
  ['success criteria', 'criteria'],
]

const noLists: List[] = []

/** Cuts a text at its top-level headings and says what each of them opens. */
export function readSections(text: string, blocks: Blocks): readonly Section[] {
  const sections: Section[] = []
  // The sections that are still open, outermost first.
  const open: number[] = []
  const { kind, parent, line, detail } = blocks
  let at = 0
  let isFirst = true
  while (at < blocks.count || isFirst) {
    const isHeading = at < blocks.count && kind[at] === BlockKind.heading
    const heading = isHeading ? at : -1
    const firstBlock = isHeading ? at + 1 : at
    let endBlock = firstBlock
    while (endBlock < blocks.count && !(kind[endBlock] === BlockKind.heading && parent[endBlock] === -1)) endBlock++
    if (isHeading || endBlock > firstBlock || blocks.count === 0) {
      const level = isHeading ? (detail[heading] ?? 1) : 0
      while (open.length > 0 && (sections[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop()
      const outer = open.at(-1) ?? -1
      if (isHeading) open.push(sections.length)
      const lists = readLists(text, blocks, firstBlock, endBlock)
      sections.push({
        block: heading,
        level,
        line: isHeading ? (line[heading] ?? 0) : 0,
        end: endBlock < blocks.count ? (line[endBlock] ?? text.length) : text.length,
        parent: outer,
        role: isHeading ? readRole(text, blocks, heading, level, sections, outer) : 'preamble',
        lists,
        isBare: isHeading && lists.length === 0 && isBare(text, blocks, firstBlock, endBlock),
        firstBlock,
        endBlock,
      })
    }
    at = endBlock
    isFirst = false
  }
  return sections
}

function readRole(
  text: string,
  blocks: Blocks,
  heading: number,
  level: number,
  sections: readonly Section[],
  outer: number,
): Role {
  const from = blocks.content[heading] ?? 0
  const to = blocks.contentTo[heading] ?? from
  const first = text.charCodeAt(from) | 32
  if (first === 112 && readHeadingLabel(text, from, to, 'phase', false)) return 'phase'
  if (first === 115 && readHeadingLabel(text, from, to, 'stream', true)) return 'stream'
  if (first === 119 && readHeadingLabel(text, from, to, 'workstream', true)) return 'stream'
  if (first === 105 && readIntegrationHeading(text, from, to)) return 'integration'
  if (to - from < 40) {
    const words = text.slice(from, to).trim().replace(/:$/, '').toLowerCase()
    const special = specials.find(([name]) => name === words)
    if (special) return special[1]
  }
  const above = sections[outer]?.role
  if (above === 'integrationList') return 'integration'
  if (above && above !== 'title' && above !== 'topic' && above !== 'phase' && above !== 'preamble') return 'part'
  if (level === 1 && (sections.length === 0 || sections.at(-1)?.role === 'preamble')) return 'title'
  return 'topic'
}

function isBare(text: string, blocks: Blocks, firstBlock: number, endBlock: number): boolean {
  for (let at = firstBlock; at < endBlock; at++) {
    if (blocks.kind[at] === BlockKind.thematicBreak && blocks.parent[at] === -1) continue
    if (blocks.kind[at] !== BlockKind.paragraph || blocks.parent[at] !== -1) return false
    if (!hasOnlyFields(text, blocks.from[at] ?? 0, blocks.to[at] ?? 0)) return false
  }
  return true
}

function readLists(text: string, blocks: Blocks, firstBlock: number, endBlock: number): readonly List[] {
  let lists: List[] = noLists
  const { kind, parent, detail, box } = blocks
  let label: List['label'] = null
  let at = firstBlock
  while (at < endBlock) {
    if (parent[at] !== -1) {
      at++
      continue
    }
    if (kind[at] !== BlockKind.item) {
      label =
        kind[at] === BlockKind.paragraph ? readLabel(text, blocks.from[at] ?? 0, blocks.to[at] ?? 0, label) : label
      at++
      continue
    }
    const first = at
    const marker = detail[at]
    let hasBox = false
    while (at < endBlock && (parent[at] !== -1 || (kind[at] === BlockKind.item && detail[at] === marker))) {
      if ((box[at] ?? -1) >= 0) hasBox = true
      at++
    }
    const list = { first, end: at, hasBox, label }
    // Nearly every section has one list at most: no room is kept for more.
    if (lists.length === 0) lists = [list]
    else lists.push(list)
  }
  return lists
}

/** A paragraph whose last line is a bold label labels the lists after it; any other paragraph keeps the label. */
function readLabel(text: string, from: number, to: number, before: List['label']): List['label'] {
  const words = labelWords(text, from, to)
  if (words === null) return before
  return words === 'tasks' ? 'tasks' : 'other'
}

/** Whether a paragraph ends in the line `**Tasks:**`. */
export function endsInTasksLabel(text: string, from: number, to: number): boolean {
  return labelWords(text, from, to) === 'tasks'
}

const tasksLabel = '**Tasks:**'

function labelWords(text: string, from: number, to: number): string | null {
  // Step by step: `lastIndexOf` would search the whole text for a CR that is nowhere.
  let lineFrom = to
  while (lineFrom > from && text.charCodeAt(lineFrom - 1) !== 10 && text.charCodeAt(lineFrom - 1) !== 13) lineFrom--
  if (text.charCodeAt(lineFrom) !== 42 || to - lineFrom > 80) return null
  if (to - lineFrom === tasksLabel.length && text.startsWith(tasksLabel, lineFrom)) return 'tasks'
  const words = /^\*\*([^*]+?):?\*\*:?$/.exec(text.slice(lineFrom, to).trim())?.[1]
  return words?.trim().toLowerCase() ?? null
}
