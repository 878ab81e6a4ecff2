/** What kind of node a row of `NodeTable` is. */
export const NodeKind = {
  phase: 1,
  stream: 2,
  reference: 3,
  task: 4,
  integrationPoint: 5,
  executionStep: 6,
} as const
export type NodeKind = (typeof NodeKind)[keyof typeof NodeKind]

/**
 * The nodes of a text as parallel arrays (index = row): parents before children, and in the order of their starts but
 * for an integration point that stands inside a phase.
 * Offsets are UTF-16 code units.
 */
export interface NodeTable {
  readonly count: number
  readonly kind: Uint8Array
  /** First character of the node itself: heading mark, list marker, reference word, command. Its anchor for identity. */
  readonly start: Int32Array
  /** After its last character, nested nodes included, without the last line break. */
  readonly end: Int32Array
  /** Row of the node that holds it; -1 at the top. */
  readonly parent: Int32Array
  /** Heading or item it is read from; -1 for an implicit phase or stream. */
  readonly block: Int32Array
  /** Index of its phase, stream, ... in the outline; what that is depends on the kind. */
  readonly detail: Int32Array
}

/** Grows by doubling, so that filling it stays linear. */
export class NodeTableBuilder {
  count = 0
  kind: Uint8Array
  start: Int32Array
  end: Int32Array
  parent: Int32Array
  block: Int32Array
  detail: Int32Array

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity)
    this.start = new Int32Array(capacity)
    this.end = new Int32Array(capacity)
    this.parent = new Int32Array(capacity)
    this.block = new Int32Array(capacity)
    this.detail = new Int32Array(capacity)
  }

  add(kind: NodeKind, start: number, end: number, parent: number, block: number, detail: number): number {
    const row = this.count++
    if (row === this.kind.length) this.grow()
    this.kind[row] = kind
    this.start[row] = start
    this.end[row] = end
    this.parent[row] = parent
    this.block[row] = block
    this.detail[row] = detail
    return row
  }

  private grow(): void {
    const capacity = this.kind.length * 2 + 16
    this.kind = copyInto(new Uint8Array(capacity), this.kind)
    this.start = copyInto(new Int32Array(capacity), this.start)
    this.end = copyInto(new Int32Array(capacity), this.end)
    this.parent = copyInto(new Int32Array(capacity), this.parent)
    this.block = copyInto(new Int32Array(capacity), this.block)
    this.detail = copyInto(new Int32Array(capacity), this.detail)
  }
}

function copyInto<T extends Uint8Array | Int32Array>(target: T, source: T): T {
  target.set(source)
  return target
}
