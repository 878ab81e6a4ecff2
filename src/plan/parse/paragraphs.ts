import { addBlock } from './blockRecords.ts'
import { BlockKind } from './blocks.ts'
import { EQUALS, LESS, OPEN_BRACKET, skipRun, skipSpaces, trimSpaces } from './chars.ts'
import { closeParagraph, closeUnmatched, dropCheckbox, markCheckbox } from './closing.ts'
import { innermost } from './containers.ts'
import { htmlKind } from './htmlBlocks.ts'
import type { ReadState } from './readState.ts'
import { countDelimiterCells, countHeaderCells } from './tables.ts'

export function openParagraph(state: ReadState): void {
  // A lazy line right below a table ends it, but heads no table itself.
  const canHead = state.leaf !== 'table'
  closeUnmatched(state)
  const { text, records, lineFrom, lineTo, wordFrom } = state
  const parent = innermost(state)
  const index = addBlock(records, BlockKind.paragraph, parent, lineFrom, wordFrom, lineTo)
  state.leaf = 'paragraph'
  state.leafIndex = index
  state.headerFrom = canHead ? wordFrom : -1
  state.headerLine = lineFrom
  state.beforeHeaderTo = -1
  if (state.definitionLines.length > 0) state.definitionLines.length = 0
  if (text.charCodeAt(wordFrom) !== OPEN_BRACKET) return
  const isBoxed = index === parent + 1 && markCheckbox(state, parent, wordFrom, lineTo)
  if (!isBoxed) state.definitionLines.push(wordFrom, lineTo)
}

export function continueParagraph(state: ReadState): void {
  const { records, leafIndex, lineFrom, lineTo, wordFrom, definitionLines } = state
  state.headerFrom = state.wordColumn - state.column > 3 ? -1 : wordFrom
  state.headerLine = lineFrom
  state.beforeHeaderTo = records.to[leafIndex] as number
  records.to[leafIndex] = lineTo
  records.contentTo[leafIndex] = lineTo
  records.detail[leafIndex] = 1
  if (definitionLines.length > 0) definitionLines.push(wordFrom, lineTo)
}

/** Makes the paragraph a setext heading if the line underlines it and more than link definitions are above. */
export function underlineParagraph(state: ReadState, code: number): boolean {
  const { text, records, wordFrom, lineTo } = state
  if (skipSpaces(text, skipRun(text, wordFrom, lineTo, code), lineTo) !== lineTo || !closeParagraph(state)) return false
  const index = state.leafIndex
  dropCheckbox(state, index)
  records.kind[index] = BlockKind.heading
  records.detail[index] = code === EQUALS ? 1 : 2
  records.contentTo[index] = trimSpaces(text, records.from[index] as number, records.contentTo[index] as number)
  records.to[index] = lineTo
  return true
}

/** Starts a table if the line is a delimiter row and the paragraph's last line a header of as many cells. */
export function startTable(state: ReadState): boolean {
  const { text, records, headerFrom, headerLine, beforeHeaderTo, wordFrom, lineTo, definitionLines } = state
  if (headerFrom < 0) return false
  const cells = countDelimiterCells(text, wordFrom, lineTo)
  const headerTo = records.to[state.leafIndex] as number
  if (cells === 0 || cells !== countHeaderCells(text, headerFrom, headerTo)) return false
  if (beforeHeaderTo >= 0) {
    records.to[state.leafIndex] = beforeHeaderTo
    records.contentTo[state.leafIndex] = beforeHeaderTo
    definitionLines.length = Math.max(0, definitionLines.length - 2)
    const parent = records.parent[state.leafIndex] as number
    closeParagraph(state)
    state.leafIndex = addBlock(records, BlockKind.table, parent, headerLine, headerFrom, lineTo)
  } else dropCheckbox(state, state.leafIndex)
  const index = state.leafIndex
  state.leaf = 'table'
  records.kind[index] = BlockKind.table
  if (text.charCodeAt(headerFrom) === LESS && htmlKind(text, headerFrom, headerTo, false) === 7) {
    // A tag could not interrupt the paragraph, but the table did, and then the tag is read first.
    state.leaf = 'html'
    state.htmlKind = 7
    records.kind[index] = BlockKind.html
  }
  extendLeaf(state)
  return true
}

/** The line belongs to the leaf as it is. */
export function extendLeaf({ records, leafIndex, lineTo }: ReadState): void {
  records.to[leafIndex] = lineTo
  records.contentTo[leafIndex] = lineTo
}
