import type { Change } from './change.ts'
import type { NodeTable } from './parse/nodeTable.ts'
import type { PlanNode } from './plan.ts'

/** The nodes of a plan by row, and who they are. What the next parse finds its old nodes in. */
export interface Census {
  readonly table: NodeTable
  readonly ids: Int32Array
  readonly objects: readonly PlanNode[]
  /** The lowest id not given out yet in this open plan. */
  readonly nextId: number
}

/** A stretch of the old text and what stands there now. Ascending, not overlapping. */
interface ChangedRange {
  readonly fromOld: number
  readonly toOld: number
  readonly from: number
  readonly to: number
}

export interface Identities {
  readonly ids: Int32Array
  /** For each new row the old row that it is; -1 for a new node. `null`: all are new. */
  readonly oldRows: Int32Array | null
  readonly nextId: number
  /** Whether no change touches `[from, to]` of the new text, ends included. */
  isUntouched(from: number, to: number): boolean
}

/** Ids for a text that was never open before. */
export function firstIdentities(count: number): Identities {
  const ids = new Int32Array(count)
  for (let row = 0; row < count; row++) ids[row] = row + 1
  return { ids, oldRows: null, nextId: count + 1, isUntouched: () => false }
}

/**
 * Who the nodes of the new text are. In this order: a node whose start stands where the old one's start went; the ids
 * that an inverse brings back; a node with the words of one that is gone (a move, a paste); a node that begins where a
 * replaced one began. All others are new.
 */
export function matchIdentities(
  table: NodeTable,
  wordsOf: (row: number) => string,
  old: Census,
  change: Change,
): Identities {
  const ranges = rangesOf(change)
  const oldRows = new Int32Array(table.count).fill(-1)
  const newRows = new Int32Array(old.table.count).fill(-1)
  const ids = new Int32Array(table.count)
  matchKept(table, old.table, ranges, oldRows, newRows)

  const lost: number[] = []
  for (let row = 0; row < old.table.count; row++) if (newRows[row] === -1) lost.push(row)
  const found: number[] = []
  for (let row = 0; row < table.count; row++) if (oldRows[row] === -1) found.push(row)

  const claim = (row: number, oldRow: number) => {
    oldRows[row] = oldRow
    newRows[oldRow] = row
  }
  if (found.length > 0) {
    reviveIds(table, found, change, ids)
    if (lost.length > 0) {
      matchWords(table, found, lost, wordsOf, old, ids, oldRows, newRows, claim)
      matchStarts(table, found, lost, old.table, ranges, ids, oldRows, newRows, claim)
    }
  }

  let nextId = old.nextId
  for (let row = 0; row < table.count; row++) {
    const oldRow = oldRows[row] ?? -1
    if (oldRow >= 0) ids[row] = old.ids[oldRow] ?? 0
    else if (ids[row] === 0) ids[row] = nextId++
  }
  return {
    ids,
    oldRows,
    nextId,
    isUntouched: untouchedBy(ranges),
  }
}

function untouchedBy(ranges: readonly ChangedRange[]): Identities['isUntouched'] {
  const [only] = ranges
  // Nearly every edit changes one place, and the question is asked of every node.
  if (only && ranges.length === 1) return (from, to) => only.from > to || only.to < from
  return (from, to) => !ranges.some(range => range.from <= to && range.to >= from)
}

function rangesOf(change: Change): readonly ChangedRange[] {
  const ranges: ChangedRange[] = []
  change.set.iterChangedRanges((fromOld, toOld, from, to) => ranges.push({ fromOld, toOld, from, to }))
  return ranges
}

/** Rows whose start lies in kept text: old and new starts ascend together. */
function matchKept(
  table: NodeTable,
  old: NodeTable,
  ranges: readonly ChangedRange[],
  oldRows: Int32Array,
  newRows: Int32Array,
): void {
  const order = rowsByStart(table)
  const oldOrder = rowsByStart(old)
  let next = 0
  let oldPlace = 0
  let shift = 0
  for (let place = 0; place < table.count; place++) {
    const row = order?.[place] ?? place
    const start = table.start[row] ?? 0
    while (next < ranges.length) {
      const range = ranges[next]
      if (!range || start < range.to) break
      shift = range.toOld - range.to
      next++
    }
    const range = ranges[next]
    if (range && start >= range.from) continue
    const oldStart = start + shift
    while (oldPlace < old.count && (old.start[oldOrder?.[oldPlace] ?? oldPlace] ?? 0) < oldStart) oldPlace++
    // A phase and its implicit stream may share a start.
    for (let at = oldPlace; at < old.count; at++) {
      const oldRow = oldOrder?.[at] ?? at
      if (old.start[oldRow] !== oldStart) break
      if (old.kind[oldRow] === table.kind[row] && newRows[oldRow] === -1) {
        oldRows[row] = oldRow
        newRows[oldRow] = row
        break
      }
    }
  }
}

/** The rows in the order of their starts; `null` when they are: only an integration point inside a phase comes late. */
function rowsByStart({ count, start }: NodeTable): Int32Array | null {
  let at = 1
  while (at < count && (start[at - 1] ?? 0) <= (start[at] ?? 0)) at++
  if (at >= count) return null
  const rows = Int32Array.from({ length: count }, (_, row) => row)
  return rows.sort((a, b) => (start[a] ?? 0) - (start[b] ?? 0) || a - b)
}

function reviveIds(table: NodeTable, found: readonly number[], change: Change, ids: Int32Array): void {
  if (!change.revivals?.length) return
  const byStart = new Map<string, number>()
  for (const { at, kind, id } of change.revivals) byStart.set(`${kind}:${at}`, id)
  for (const row of found) {
    const id = byStart.get(`${table.kind[row]}:${table.start[row]}`)
    if (id !== undefined) ids[row] = id
  }
}

type Claim = (row: number, oldRow: number) => void

function matchWords(
  table: NodeTable,
  found: readonly number[],
  lost: readonly number[],
  wordsOf: (row: number) => string,
  old: Census,
  ids: Int32Array,
  oldRows: Int32Array,
  newRows: Int32Array,
  claim: Claim,
): void {
  const waiting = new Map<string, number[]>()
  for (const oldRow of lost) {
    const object = old.objects[oldRow]
    if (!object) continue
    const key = `${old.table.kind[oldRow]}:${wordsOfNode(object)}`
    const rows = waiting.get(key)
    if (rows) rows.push(oldRow)
    else waiting.set(key, [oldRow])
  }
  for (const row of found) {
    if (ids[row] !== 0 || oldRows[row] !== -1) continue
    const rows = waiting.get(`${table.kind[row]}:${wordsOf(row)}`)
    if (!rows) continue
    // Among equals the one that stays with its parent comes first.
    const parent = table.parent[row] ?? -1
    const oldParent = parent >= 0 ? (oldRows[parent] ?? -1) : -1
    const same = rows.findIndex(oldRow => newRows[oldRow] === -1 && old.table.parent[oldRow] === oldParent)
    const at = same >= 0 ? same : rows.findIndex(oldRow => newRows[oldRow] === -1)
    const oldRow = rows[at]
    if (oldRow === undefined) continue
    claim(row, oldRow)
    rows.splice(at, 1)
  }
}

/** What a node is recognised by when its place is gone. */
export function wordsOfNode(node: PlanNode): string {
  switch (node.kind) {
    case 'task':
      return node.text
    case 'reference':
      return node.qualifier === null ? node.text : `${node.text} (${node.qualifier})`
    case 'executionStep':
      return node.prompts.join('\n')
    default:
      return node.name
  }
}

/** A node that was typed over keeps its id where it still begins at the replaced stretch. */
function matchStarts(
  table: NodeTable,
  found: readonly number[],
  lost: readonly number[],
  old: NodeTable,
  ranges: readonly ChangedRange[],
  ids: Int32Array,
  oldRows: Int32Array,
  newRows: Int32Array,
  claim: Claim,
): void {
  const rowAt = new Map<string, number>()
  for (const row of found) {
    if (ids[row] === 0 && oldRows[row] === -1) rowAt.set(`${table.kind[row]}:${table.start[row]}`, row)
  }
  for (const oldRow of lost) {
    if (newRows[oldRow] !== -1) continue
    const start = old.start[oldRow] ?? 0
    const range = ranges.find(({ fromOld, toOld }) => fromOld <= start && start <= toOld)
    if (!range) continue
    const kind = old.kind[oldRow]
    const row = rowAt.get(`${kind}:${range.from}`) ?? rowAt.get(`${kind}:${range.to}`)
    if (row === undefined || oldRows[row] !== -1) continue
    claim(row, oldRow)
  }
}
