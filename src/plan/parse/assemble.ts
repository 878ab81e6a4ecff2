import type { Census, Identities } from '#plan/identity.ts'
import type { ExecutionStep, IntegrationPoint, NodeId, Phase, PlanNode, Reference, Stream, Task } from '#plan/plan.ts'
import { BlockKind, type Blocks } from './blocks.ts'
import { boxState, isOptionalBox } from './box.ts'
import { readIntegrationHeading, readPhaseHeading, readStreamHeading } from './headings.ts'
import { NodeKind, type NodeTable } from './nodeTable.ts'
import { hasManyLines, type NodeDetails, wordsFrom, wordsTo } from './numberNodes.ts'
import { scratchRows } from './scratch.ts'
import type { Section } from './sections.ts'
import { joinLines, readTaskText } from './taskText.ts'

/** Everything a row can be read from. */
export interface Source {
  readonly text: string
  readonly blocks: Blocks
  readonly sections: readonly Section[]
  readonly table: NodeTable
  readonly details: NodeDetails
}

const none: readonly never[] = []

/** The objects of all rows, children before parents; an unchanged node is the old object itself. */
export function assembleNodes(source: Source, identities: Identities, old: Census | null): PlanNode[] {
  const { table, blocks } = source
  const objects: PlanNode[] = new Array(table.count)
  const firstChild = scratchRows(1, table.count)
  const nextSibling = scratchRows(2, table.count)
  for (let row = table.count - 1; row >= 0; row--) {
    const children = firstChild[row] === -1 ? none : collect(objects, firstChild[row] ?? -1, nextSibling)
    objects[row] = objectOf(source, identities, old, blocks, row, children)
    const parent = table.parent[row] ?? -1
    if (parent >= 0) {
      nextSibling[row] = firstChild[parent] ?? -1
      firstChild[parent] = row
    }
  }
  return objects
}

function collect(objects: readonly PlanNode[], first: number, nextSibling: Int32Array): PlanNode[] {
  let count = 0
  for (let row = first; row >= 0; row = nextSibling[row] ?? -1) count++
  const children: PlanNode[] = new Array(count)
  let at = 0
  for (let row = first; row >= 0; row = nextSibling[row] ?? -1) children[at++] = objects[row] as PlanNode
  return children
}

function objectOf(
  source: Source,
  identities: Identities,
  old: Census | null,
  blocks: Blocks,
  row: number,
  children: readonly PlanNode[],
): PlanNode {
  const { table } = source
  const oldRow = identities.oldRows?.[row] ?? -1
  const before = old && oldRow >= 0 ? old.objects[oldRow] : undefined
  const id = identities.ids[row] as NodeId
  if (before && old) {
    const start = table.start[row] ?? 0
    const end = table.end[row] ?? 0
    const block = table.block[row] ?? -1
    const line = block >= 0 ? (blocks.line[block] ?? start) : start
    const sameLength = end - start === (old.table.end[oldRow] ?? 0) - (old.table.start[oldRow] ?? 0)
    const sameRole = !('implicit' in before) || before.implicit === block < 0
    if (sameLength && sameRole && sameChildren(before, children) && identities.isUntouched(line, end)) return before
  }
  const fresh = readNode(source, row, id, children)
  return before && isSame(before, fresh) ? before : fresh
}

/** Reads the node of a row from the text. */
function readNode(source: Source, row: number, id: NodeId, children: readonly PlanNode[]): PlanNode {
  switch (source.table.kind[row]) {
    case NodeKind.task:
      return readTask(source, row, id, children)
    case NodeKind.stream:
      return readStream(source, row, id, children)
    case NodeKind.phase:
      return readPhase(source, row, id, children)
    case NodeKind.reference:
      return readReference(source, row, id)
    case NodeKind.integrationPoint:
      return readIntegrationPoint(source, row, id, children)
    default:
      return readExecutionStep(source, row, id)
  }
}

function readTask(source: Source, row: number, id: NodeId, children: readonly PlanNode[]): Task {
  const { text, blocks, table } = source
  const block = table.block[row] ?? 0
  const box = blocks.box[block] ?? -1
  const to = wordsTo(blocks, block)
  const read = readTaskText(text, wordsFrom(text, blocks, block, to), to)
  return {
    kind: 'task',
    id,
    text: hasManyLines(blocks, block)
      ? joinLines(text, read.textFrom, read.textTo)
      : text.slice(read.textFrom, read.textTo),
    state: box < 0 ? null : boxState(text, box),
    priority: read.priority,
    key: read.keyFrom < 0 ? null : text.slice(read.keyFrom, read.keyTo),
    parallel: read.parallel,
    optional: box >= 0 && isOptionalBox(text, box),
    estimate: read.estimate,
    dependencies: referencesOf(children),
    children: tasksOf(children),
    notes: readNotes(source, block),
  }
}

/** The Markdown inside an item that is neither its first paragraph nor an item. */
function readNotes(source: Source, item: number): string | null {
  const { text, blocks } = source
  let notes: string | null = null
  const end = blocks.to[item] ?? 0
  const first = blocks.kind[item + 1]
  const holdsWords = first === BlockKind.paragraph || first === BlockKind.heading
  for (let at = item + (holdsWords ? 2 : 1); at < blocks.count && (blocks.from[at] ?? 0) < end; at++) {
    if (blocks.parent[at] !== item || blocks.kind[at] === BlockKind.item) continue
    const from = blocks.from[at] ?? 0
    const words = dedent(text.slice(from, blocks.to[at] ?? 0), from - (blocks.line[at] ?? from))
    notes = notes === null ? words : `${notes}\n\n${words}`
  }
  return notes
}

/** Takes the blanks that stand before the block's first line off the others. */
function dedent(words: string, column: number): string {
  if (column === 0 || !/[\r\n]/.test(words)) return words
  return words.replace(/([\r\n])([ \t]+)/g, (_, lineBreak: string, blanks: string) => lineBreak + blanks.slice(column))
}

function readReference(source: Source, row: number, id: NodeId): Reference {
  const { text, table, details } = source
  const spans = details.references[table.detail[row] ?? 0]
  if (!spans) throw new Error(`Row ${row} is a reference without spans`)
  const { qualifier } = spans
  return {
    kind: 'reference',
    id,
    text: text.slice(spans.text.from, spans.text.to),
    qualifier: qualifier && text.slice(qualifier.from, qualifier.to).trim(),
  }
}

function readStream(source: Source, row: number, id: NodeId, children: readonly PlanNode[]): Stream {
  const { text, blocks, table, details } = source
  const detail = details.streams[table.detail[row] ?? 0]
  const block = table.block[row] ?? -1
  const heading =
    block >= 0 && detail?.outline.keyed
      ? readStreamHeading(text, blocks.content[block] ?? 0, blocks.contentTo[block] ?? 0)
      : null
  return {
    kind: 'stream',
    id,
    key: heading?.key ?? null,
    name: heading ? text.slice(heading.name.from, heading.name.to) : headingText(source, block),
    estimate: detail?.fields.estimate ?? null,
    dependencies: referencesOf(children),
    tasks: tasksOf(children),
    implicit: detail?.outline.implicit ?? false,
  }
}

function readPhase(source: Source, row: number, id: NodeId, children: readonly PlanNode[]): Phase {
  const { text, blocks, table, details } = source
  const outline = details.phases[table.detail[row] ?? 0]
  const block = table.block[row] ?? -1
  const heading =
    block >= 0 && outline?.keyed
      ? readPhaseHeading(text, blocks.content[block] ?? 0, blocks.contentTo[block] ?? 0)
      : null
  return {
    kind: 'phase',
    id,
    number: heading?.number ?? null,
    name: heading ? text.slice(heading.name.from, heading.name.to) : headingText(source, block),
    mode: heading?.mode ?? null,
    days: heading?.days ?? null,
    streams: children.filter(child => child.kind === 'stream'),
    implicit: outline?.implicit ?? false,
  }
}

function readIntegrationPoint(
  source: Source,
  row: number,
  id: NodeId,
  children: readonly PlanNode[],
): IntegrationPoint {
  const { text, blocks, table } = source
  const block = table.block[row] ?? -1
  const heading = readIntegrationHeading(text, blocks.content[block] ?? 0, blocks.contentTo[block] ?? 0)
  return {
    kind: 'integrationPoint',
    id,
    number: heading?.number ?? null,
    name: heading ? text.slice(heading.name.from, heading.name.to) : headingText(source, block),
    after: heading?.after ?? null,
    checks: tasksOf(children),
  }
}

/** References come before tasks among the nodes of a stream or task. */
function referencesOf(children: readonly PlanNode[]): readonly Reference[] {
  const end = countReferences(children)
  return end === 0 ? none : (children.slice(0, end) as readonly PlanNode[] as readonly Reference[])
}

function tasksOf(children: readonly PlanNode[]): readonly Task[] {
  const start = countReferences(children)
  return (start === 0 ? children : children.slice(start)) as readonly PlanNode[] as readonly Task[]
}

function countReferences(children: readonly PlanNode[]): number {
  let count = 0
  while (count < children.length && children[count]?.kind === 'reference') count++
  return count
}

function readExecutionStep(source: Source, row: number, id: NodeId): ExecutionStep {
  const command = source.details.commands[source.table.detail[row] ?? 0]
  return {
    kind: 'executionStep',
    id,
    comment: command?.comment ?? null,
    prompts: command?.prompts ?? none,
    parallel: command?.parallel ?? false,
  }
}

function headingText(source: Source, block: number): string {
  return block < 0 ? '' : source.text.slice(source.blocks.content[block] ?? 0, source.blocks.contentTo[block] ?? 0)
}

/** The words by which a row is recognised when its place is gone; what `wordsOfNode` says of the finished object. */
export function wordsOfRow(source: Source, row: number): string {
  const { text, blocks, table, details } = source
  const block = table.block[row] ?? -1
  switch (table.kind[row]) {
    case NodeKind.task: {
      const to = wordsTo(blocks, block)
      const read = readTaskText(text, wordsFrom(text, blocks, block, to), to)
      return joinLines(text, read.textFrom, read.textTo)
    }
    case NodeKind.reference: {
      const spans = details.references[table.detail[row] ?? 0]
      if (!spans) return ''
      const words = text.slice(spans.text.from, spans.text.to)
      return spans.qualifier ? `${words} (${text.slice(spans.qualifier.from, spans.qualifier.to).trim()})` : words
    }
    case NodeKind.executionStep:
      return (details.commands[table.detail[row] ?? 0]?.prompts ?? none).join('\n')
    default: {
      if (block < 0) return ''
      const from = blocks.content[block] ?? 0
      const to = blocks.contentTo[block] ?? 0
      const heading =
        table.kind[row] === NodeKind.stream
          ? readStreamHeading(text, from, to)
          : table.kind[row] === NodeKind.phase
            ? readPhaseHeading(text, from, to)
            : readIntegrationHeading(text, from, to)
      return heading ? text.slice(heading.name.from, heading.name.to) : headingText(source, block)
    }
  }
}

function childrenOf(node: PlanNode): readonly (readonly PlanNode[])[] {
  switch (node.kind) {
    case 'task':
      return [node.dependencies, node.children]
    case 'stream':
      return [node.dependencies, node.tasks]
    case 'phase':
      return [node.streams]
    case 'integrationPoint':
      return [node.checks]
    default:
      return none
  }
}

function sameChildren(before: PlanNode, children: readonly PlanNode[]): boolean {
  let at = 0
  for (const list of childrenOf(before)) {
    for (const child of list) if (children[at++] !== child) return false
  }
  return at === children.length
}

/** Equal field by field; nested nodes by being the same objects. */
function isSame(before: PlanNode, after: PlanNode): boolean {
  for (const [key, value] of Object.entries(after)) {
    if (!isSameValue((before as unknown as Record<string, unknown>)[key], value)) return false
  }
  return true
}

function isSameValue(before: unknown, after: unknown): boolean {
  if (before === after) return true
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((value, at) => value === after[at])
  }
  const entries = Object.entries(after)
  const other = before as Record<string, unknown>
  return entries.length === Object.keys(before).length && entries.every(([key, value]) => other[key] === value)
}
