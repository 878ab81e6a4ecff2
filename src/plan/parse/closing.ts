import { addBlock } from './blockRecords.ts'
import { BlockKind } from './blocks.ts'
import { CR, LF } from './chars.ts'
import { isCheckbox } from './checkbox.ts'
import { closeContainers } from './containers.ts'
import { countDefinitionLines } from './definitions.ts'
import type { ReadState } from './readState.ts'

/** Closes what the line is not part of: the leaf, and the containers the line did not continue. */
export function closeUnmatched(state: ReadState): void {
  closeLeaf(state)
  closeContainers(state, state.matched)
}

export function closeLeaf(state: ReadState): void {
  if (state.leaf === 'paragraph') closeParagraph(state)
  else if (state.leaf === 'fence') closeEmptyFence(state)
  state.leaf = 'none'
}

/** A fence that nothing follows: its content would start past its end. */
function closeEmptyFence({ records, leafIndex }: ReadState): void {
  const to = records.to[leafIndex] as number
  if ((records.content[leafIndex] as number) > to) {
    records.content[leafIndex] = to
    records.contentTo[leafIndex] = to
  }
}

/**
 * Cuts the link definitions off the paragraph's start. `leafIndex` is then the paragraph; the result says whether one
 * is left.
 */
export function closeParagraph(state: ReadState): boolean {
  const { text, records, leafIndex, definitionLines } = state
  state.leaf = 'none'
  if (definitionLines.length === 0) return true
  const taken = countDefinitionLines(text, definitionLines)
  if (taken === 0) return true
  const to = records.to[leafIndex] as number
  const definitionsTo = definitionLines[taken * 2 - 1] as number
  records.kind[leafIndex] = BlockKind.definition
  records.to[leafIndex] = definitionsTo
  records.contentTo[leafIndex] = definitionsTo
  if (taken * 2 === definitionLines.length) return false
  const from = definitionLines[taken * 2] as number
  const parent = records.parent[leafIndex] as number
  state.leafIndex = addBlock(records, BlockKind.paragraph, parent, lineStart(text, from), from, to)
  if (leafIndex === parent + 1) markCheckbox(state, parent, from, definitionLines[taken * 2 + 1] as number)
  return true
}

function lineStart(text: string, offset: number): number {
  let from = offset
  while (from > 0) {
    const code = text.charCodeAt(from - 1)
    if (code === LF || code === CR) break
    from--
  }
  return from
}

/** Gives an item the checkbox its first paragraph starts with; says whether there was one. */
export function markCheckbox({ text, records }: ReadState, parent: number, from: number, lineTo: number): boolean {
  if (parent < 0 || (records.kind[parent] as number) !== BlockKind.item || !isCheckbox(text, from, lineTo)) return false
  records.box[parent] = from
  return true
}

/** A heading or a table has no checkbox: takes it back from the item when a paragraph turns out to be one. */
export function dropCheckbox({ records }: ReadState, index: number): void {
  const parent = records.parent[index] as number
  if (parent >= 0 && (records.box[parent] as number) === (records.from[index] as number)) records.box[parent] = -1
}
