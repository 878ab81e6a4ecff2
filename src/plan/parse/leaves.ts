import { addBlock } from './blockRecords.ts'
import { BlockKind } from './blocks.ts'
import {
  BACKTICK,
  COLON,
  charSet,
  DASH,
  EQUALS,
  HASH,
  isSpace,
  LESS,
  PIPE,
  STAR,
  skipRun,
  skipSpaces,
  TILDE,
  trimSpaces,
  UNDERSCORE,
} from './chars.ts'
import { closeLeaf, closeUnmatched } from './closing.ts'
import { innermost } from './containers.ts'
import { htmlBodyFrom, htmlEnds, htmlKind } from './htmlBlocks.ts'
import { continueParagraph, extendLeaf, openParagraph, startTable, underlineParagraph } from './paragraphs.ts'
import { afterLine, type Leaf, type ReadState } from './readState.ts'
import { isThematicBreak } from './thematicBreak.ts'

/** What a line can start with, or underline a paragraph with, unless it is text. */
const marks = charSet('#`~<*-_|:=')

/** Reads what is left of a line when its containers are open: it starts a block or continues one. */
export function readLeaf(state: ReadState): void {
  const isLazy = state.matched < state.depth
  if (state.wordColumn - state.column > 3) {
    if (state.leaf === 'paragraph') continueParagraph(state)
    else if (state.leaf === 'indentedCode' && !isLazy) extendLeaf(state)
    else openLeaf(state, isLazy ? 'none' : 'indentedCode', BlockKind.indentedCode)
    return
  }
  const code = state.text.charCodeAt(state.wordFrom)
  if (marks[code] === 1 && readMark(state, code, isLazy)) return
  if (state.leaf === 'paragraph') continueParagraph(state)
  else if (state.leaf === 'table' && !isLazy) extendLeaf(state)
  else openParagraph(state)
}

/** Says whether the line is more than text. */
function readMark(state: ReadState, code: number, isLazy: boolean): boolean {
  if (state.leaf === 'paragraph' && !isLazy) {
    if ((code === PIPE || code === DASH || code === COLON) && startTable(state)) return true
    if ((code === DASH || code === EQUALS) && underlineParagraph(state, code)) return true
  }
  if (code === HASH) return openHeading(state)
  if (code === BACKTICK || code === TILDE) return openFence(state, code)
  if (code === LESS) return openHtml(state, isLazy)
  if ((code === STAR || code === DASH || code === UNDERSCORE) && isThematicBreak(state, code)) {
    openLeaf(state, 'none', BlockKind.thematicBreak)
    return true
  }
  return false
}

function openLeaf(state: ReadState, leaf: Leaf, kind: BlockKind): number {
  closeUnmatched(state)
  state.leaf = leaf
  state.leafIndex = addBlock(state.records, kind, innermost(state), state.lineFrom, state.wordFrom, state.lineTo)
  return state.leafIndex
}

function openHeading(state: ReadState): boolean {
  const { text, records, wordFrom, lineTo } = state
  const marksTo = skipRun(text, wordFrom, lineTo, HASH)
  const level = marksTo - wordFrom
  if (level > 6 || (marksTo < lineTo && !isSpace(text.charCodeAt(marksTo)))) return false
  const content = skipSpaces(text, marksTo, lineTo)
  const trimmedTo = trimSpaces(text, content, lineTo)
  let contentTo = trimmedTo
  while (contentTo > content && text.charCodeAt(contentTo - 1) === HASH) contentTo--
  if (contentTo > content && !isSpace(text.charCodeAt(contentTo - 1))) contentTo = trimmedTo
  const index = openLeaf(state, 'none', BlockKind.heading)
  records.content[index] = content
  records.contentTo[index] = trimSpaces(text, content, contentTo)
  records.detail[index] = level
  return true
}

function openFence(state: ReadState, code: number): boolean {
  const { text, records, wordFrom, lineTo } = state
  const marksTo = skipRun(text, wordFrom, lineTo, code)
  if (marksTo - wordFrom < 3) return false
  if (code === BACKTICK) for (let at = marksTo; at < lineTo; at++) if (text.charCodeAt(at) === BACKTICK) return false
  const index = openLeaf(state, 'fence', BlockKind.fence)
  state.fenceCode = code
  state.fenceLength = marksTo - wordFrom
  const content = Math.min(afterLine(state), text.length)
  records.content[index] = content
  records.contentTo[index] = content
  records.detail[index] = code
  return true
}

/** Reads a line inside a fence: its end, or code. */
export function continueFence(state: ReadState): void {
  const { text, records, leafIndex, wordFrom, lineTo } = state
  const marksTo = skipRun(text, wordFrom, lineTo, state.fenceCode)
  extendLeaf(state)
  if (marksTo - wordFrom < state.fenceLength || state.wordColumn - state.column > 3) return
  if (skipSpaces(text, marksTo, lineTo) !== lineTo) return
  records.contentTo[leafIndex] = state.lineFrom
  state.leaf = 'none'
}

function openHtml(state: ReadState, isLazy: boolean): boolean {
  const { text, wordFrom, lineTo } = state
  const isInParagraph = state.leaf === 'paragraph'
  const kind = htmlKind(text, wordFrom, lineTo, isInParagraph && !isLazy)
  if (kind === 0) return false
  // A tag alone on a lazy line stays in the quote or item, like the paragraph it ends.
  if (kind === 7 && isInParagraph && isLazy) state.matched = state.depth
  openLeaf(state, 'html', BlockKind.html)
  state.htmlKind = kind
  if (htmlEnds(text, kind, htmlBodyFrom(kind, wordFrom), lineTo)) closeLeaf(state)
  return true
}

/** Reads a line inside an HTML block: the last one if it holds the block's end. */
export function continueHtml(state: ReadState): void {
  extendLeaf(state)
  if (htmlEnds(state.text, state.htmlKind, state.wordFrom, state.lineTo)) closeLeaf(state)
}
