import { addBlock, at } from './blockRecords.ts'
import { BlockKind } from './blocks.ts'
import { CR, LF } from './chars.ts'
import { isCheckbox } from './checkbox.ts'
import { closeContainers } from './containers.ts'
import { countDefinitionLines } from './definitions.ts'
import { Leaf, type ReadState } from './readState.ts'

/** Closes what the line is not part of: the leaf, and the containers the line did not continue. */
export function closeUnmatched(state: ReadState): void {
  closeLeaf(state)
  closeContainers(state, state.matched)
}

export function closeLeaf(state: ReadState): void {
  if (state.leaf === Leaf.paragraph) closeParagraph(state)
  else if (state.leaf === Leaf.fence) closeEmptyFence(state)
  state.leaf = Leaf.none
}

/** A fence that nothing follows: its content would start past its end. */
function closeEmptyFence({ records, leafIndex }: ReadState): void {
  const to = at(records.to, leafIndex)
  if (at(records.content, leafIndex) > to) {
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
  state.leaf = Leaf.none
  if (definitionLines.length === 0) return true
  const taken = countDefinitionLines(text, definitionLines)
  if (taken === 0) return true
  const to = at(records.to, leafIndex)
  const definitionsTo = at(definitionLines, taken * 2 - 1)
  records.kind[leafIndex] = BlockKind.definition
  records.to[leafIndex] = definitionsTo
  records.contentTo[leafIndex] = definitionsTo
  if (taken * 2 === definitionLines.length) return false
  const from = at(definitionLines, taken * 2)
  const parent = at(records.parent, leafIndex)
  state.leafIndex = addBlock(records, BlockKind.paragraph, parent, lineStart(text, from), from, to)
  if (leafIndex === parent + 1) markCheckbox(state, parent, from, at(definitionLines, taken * 2 + 1))
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
  if (parent < 0 || at(records.kind, parent) !== BlockKind.item || !isCheckbox(text, from, lineTo)) return false
  records.box[parent] = from
  return true
}

/** A heading or a table has no checkbox: takes it back from the item when a paragraph turns out to be one. */
export function dropCheckbox({ records }: ReadState, index: number): void {
  const parent = at(records.parent, index)
  if (parent >= 0 && at(records.box, parent) === at(records.from, index)) records.box[parent] = -1
}
