import { BlockKind, type Blocks } from './blocks.ts'
import { boxEnd } from './box.ts'
import { type CommandSpans, readCommands } from './execution.ts'
import { forEachReference, type ReferenceSpans, readFields, type StreamFields } from './fields.ts'
import { NodeKind, type NodeTable, NodeTableBuilder } from './nodeTable.ts'
import type { ChecklistOutline, Outline, PhaseOutline, StreamOutline } from './outline.ts'
import { scratchRows } from './scratch.ts'
import type { List, Section } from './sections.ts'
import { readTaskText } from './taskText.ts'

export interface StreamDetail {
  readonly outline: StreamOutline
  readonly fields: StreamFields
}

/** What the rows of a table point at with `detail`. */
export interface NodeDetails {
  readonly phases: readonly PhaseOutline[]
  readonly streams: readonly StreamDetail[]
  readonly references: readonly ReferenceSpans[]
  readonly integrationPoints: readonly ChecklistOutline[]
  readonly commands: readonly CommandSpans[]
}

export interface NumberedNodes {
  readonly table: NodeTable
  readonly details: NodeDetails
  /** Rows of the success criteria, outermost only. */
  readonly criteria: readonly number[]
}

const noFields: StreamFields = { estimate: null, estimateSpan: null, estimateValue: null, dependencies: null }

/** Lays the outline out as rows, in the order of the text. */
export function numberNodes(
  text: string,
  blocks: Blocks,
  sections: readonly Section[],
  outline: Outline,
): NumberedNodes {
  const table = new NodeTableBuilder((blocks.count >> 1) + (blocks.count >> 2) + 64)
  const streams: StreamDetail[] = []
  const references: ReferenceSpans[] = []
  const commands: CommandSpans[] = []
  // Hardly any plan says "depends on" or "blocked by" of a task; a look at the whole text is cheaper than one at every
  // task, and engines find the end of the words five times sooner than the whole.
  const mayHaveDependencies = text.includes('ds on') || text.includes('ked by')
  const rowOfBlock = scratchRows(0, blocks.count)

  let holder = -1
  const addReference = (reference: ReferenceSpans) => {
    table.add(NodeKind.reference, reference.whole.from, reference.whole.to, holder, -1, references.length)
    references.push(reference)
  }
  const addReferences = (row: number, from: number, to: number) => {
    holder = row
    forEachReference(text, from, to, addReference)
  }

  const addTasks = (lists: readonly List[], owner: number) => {
    for (const list of lists) {
      for (let at = list.first; at < list.end; at++) {
        if (blocks.kind[at] !== BlockKind.item) continue
        const outer = blocks.parent[at] ?? -1
        const parent = outer < 0 ? owner : (rowOfBlock[outer] ?? -1)
        // An item inside a quote belongs to the quote.
        if (outer >= 0 && parent < 0) continue
        if (outer >= 0 && isTooDeep(table, parent, owner)) continue
        const row = table.add(NodeKind.task, blocks.from[at] ?? 0, blocks.to[at] ?? 0, parent, at, 0)
        rowOfBlock[at] = row
        if (mayHaveDependencies) {
          const to = wordsTo(blocks, at)
          const { dependenciesFrom, dependenciesTo } = readTaskText(text, wordsFrom(text, blocks, at, to), to)
          if (dependenciesFrom >= 0) addReferences(row, dependenciesFrom, dependenciesTo)
        }
      }
    }
  }

  const addStream = (outlined: StreamOutline, phase: number) => {
    const section = sections[outlined.section]
    if (!section) return
    const fields = outlined.implicit
      ? noFields
      : readFields(text, blocks, section.firstBlock, section.endBlock, outlined.lists)
    const start = startOfSection(blocks, section, outlined.lists)
    const block = outlined.implicit ? -1 : section.block
    const row = table.add(NodeKind.stream, start, outlined.end, phase, block, streams.length)
    streams.push({ outline: outlined, fields })
    if (fields.dependencies) addReferences(row, fields.dependencies.from, fields.dependencies.to)
    addTasks(outlined.lists, row)
  }

  const criteria: number[] = []
  const parts: { line: number; add: () => void }[] = []
  outline.phases.forEach((phase, index) => {
    const first = phase.streams[0]
    const section = sections[phase.section]
    const line = section?.line ?? sections[first?.section ?? 0]?.line ?? 0
    parts.push({
      line,
      add: () => {
        const firstSection = sections[first?.section ?? 0]
        const start = section
          ? (blocks.from[section.block] ?? 0)
          : startOfSection(blocks, firstSection, first?.lists ?? [])
        const row = table.add(NodeKind.phase, start, phase.end, -1, section?.block ?? -1, index)
        for (const stream of phase.streams) addStream(stream, row)
      },
    })
  })
  outline.integrationPoints.forEach((point, index) => {
    const section = sections[point.section]
    if (!section) return
    parts.push({
      line: section.line,
      add: () => {
        const start = blocks.from[section.block] ?? 0
        addTasks(point.lists, table.add(NodeKind.integrationPoint, start, point.end, -1, section.block, index))
      },
    })
  })
  for (const at of outline.execution) {
    const section = sections[at]
    if (!section) continue
    parts.push({
      line: section.line,
      add: () => {
        for (const command of readCommands(text, blocks, section)) {
          table.add(NodeKind.executionStep, command.start, command.end, -1, -1, commands.length)
          commands.push(command)
        }
      },
    })
  }
  for (const checklist of outline.criteria) {
    parts.push({
      line: sections[checklist.section]?.line ?? 0,
      add: () => {
        const first = table.count
        addTasks(checklist.lists, -1)
        for (let row = first; row < table.count; row++) if (table.parent[row] === -1) criteria.push(row)
      },
    })
  }
  parts.sort((a, b) => a.line - b.line)
  for (const part of parts) part.add()

  return {
    table,
    details: { phases: outline.phases, streams, references, integrationPoints: outline.integrationPoints, commands },
    criteria,
  }
}

/** Levels of tasks inside each other. Thousands fit into one line, and no screen can show them. */
const deepest = 32

function isTooDeep(table: NodeTableBuilder, parent: number, owner: number): boolean {
  let level = 1
  for (let row = parent; row !== owner && level <= deepest; row = table.parent[row] ?? owner) level++
  return level > deepest
}

function startOfSection(blocks: Blocks, section: Section | undefined, lists: readonly List[]): number {
  if (section && section.block >= 0) return blocks.from[section.block] ?? 0
  return blocks.from[lists[0]?.first ?? -1] ?? 0
}

/** The block that holds an item's words: its first, on its own line or the next; -1 when that is no paragraph. */
function wordsBlock(blocks: Blocks, item: number): number {
  const first = item + 1
  const isOwn = first < blocks.count && blocks.parent[first] === item
  return isOwn && (blocks.kind[first] === BlockKind.paragraph || blocks.kind[first] === BlockKind.heading) ? first : -1
}

/** Where a task's words start: after marker and box. `to` is what `wordsTo` says. */
export function wordsFrom(text: string, blocks: Blocks, item: number, to: number): number {
  const box = blocks.box[item] ?? -1
  if (box >= 0) return Math.min(boxEnd(text, box), to)
  const content = blocks.content[item] ?? 0
  const first = wordsBlock(blocks, item)
  return first >= 0 && blocks.kind[first] === BlockKind.heading ? (blocks.content[first] ?? content) : content
}

/** Whether an item's first paragraph has more than one line. */
export function hasManyLines(blocks: Blocks, item: number): boolean {
  const first = wordsBlock(blocks, item)
  return first >= 0 && blocks.detail[first] !== 0
}

/** The end of an item's first paragraph. */
export function wordsTo(blocks: Blocks, item: number): number {
  const first = wordsBlock(blocks, item)
  if (first < 0) return blocks.content[item] ?? 0
  return (blocks.kind[first] === BlockKind.heading ? blocks.contentTo[first] : blocks.to[first]) ?? 0
}
