import type { BlockKind } from './blocks.ts'

/** `Blocks` while it grows: the same arrays, with room at the end. */
export interface BlockRecords {
  count: number
  kind: Uint8Array
  parent: Int32Array
  line: Int32Array
  from: Int32Array
  to: Int32Array
  content: Int32Array
  contentTo: Int32Array
  detail: Int32Array
  box: Int32Array
}

/** Room for one block in 32 characters, which fits a plan; a denser text grows by doubling. */
export function createRecords(textLength: number): BlockRecords {
  const room = 64 + (textLength >> 5)
  const int32 = () => new Int32Array(room)
  return {
    count: 0,
    kind: new Uint8Array(room),
    parent: int32(),
    line: int32(),
    from: int32(),
    to: int32(),
    content: int32(),
    contentTo: int32(),
    detail: int32(),
    box: int32(),
  }
}

function grow(records: BlockRecords): void {
  const room = records.kind.length * 2
  const int32 = (old: Int32Array) => {
    const array = new Int32Array(room)
    array.set(old)
    return array
  }
  const kind = new Uint8Array(room)
  kind.set(records.kind)
  records.kind = kind
  records.parent = int32(records.parent)
  records.line = int32(records.line)
  records.from = int32(records.from)
  records.to = int32(records.to)
  records.content = int32(records.content)
  records.contentTo = int32(records.contentTo)
  records.detail = int32(records.detail)
  records.box = int32(records.box)
}

/** Adds a block that is all content, from its first character to the end of its line; returns its index. */
export function addBlock(
  records: BlockRecords,
  kind: BlockKind,
  parent: number,
  line: number,
  from: number,
  to: number,
): number {
  const index = records.count
  if (index === records.kind.length) grow(records)
  records.count = index + 1
  records.kind[index] = kind
  records.parent[index] = parent
  records.line[index] = line
  records.from[index] = from
  records.to[index] = to
  records.content[index] = from
  records.contentTo[index] = to
  records.detail[index] = 0
  records.box[index] = -1
  return index
}

/** Reads a place that is known to exist. */
export function at(array: { readonly [index: number]: number }, index: number): number {
  return array[index] as number
}
