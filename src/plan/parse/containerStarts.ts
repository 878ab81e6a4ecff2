import { BlockKind } from './blocks.ts'
import {
  BACKSLASH,
  CARET,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  charSet,
  DASH,
  DOT,
  GREATER,
  isDigit,
  isSpace,
  OPEN_BRACKET,
  PLUS,
  STAR,
} from './chars.ts'
import { closeUnmatched } from './closing.ts'
import { eatQuoteMark, pushContainer } from './containers.ts'
import { findWord, type ReadState } from './readState.ts'
import { isThematicBreak } from './thematicBreak.ts'

const FOOTNOTE_INDENT = 4
const marks = charSet('>-*+0123456789[')

/**
 * Opens the quote or item whose mark stands at the word, and says whether there was one. The first one on a
 * line closes what the line does not continue. Interrupting a paragraph, an item needs text and a number needs to be 1.
 */
export function openNextContainer(state: ReadState, interrupting: boolean): boolean {
  const { text, wordFrom, lineTo } = state
  const code = text.charCodeAt(wordFrom)
  if (marks[code] !== 1) return false
  if (code === GREATER) {
    closeUnmatched(state)
    pushContainer(state, BlockKind.quote, 0, Math.min(wordFrom + 1, lineTo), GREATER)
    eatQuoteMark(state)
    return true
  }
  if (code === DASH || code === STAR) {
    return !isThematicBreak(state, code) && openItem(state, wordFrom + 1, code, interrupting)
  }
  if (code === PLUS) return openItem(state, wordFrom + 1, code, interrupting)
  if (isDigit(code)) {
    let end = wordFrom + 1
    while (end - wordFrom < 9 && isDigit(text.charCodeAt(end))) end++
    const mark = text.charCodeAt(end)
    if (mark !== DOT && mark !== CLOSE_PAREN) return false
    if (interrupting && (end !== wordFrom + 1 || code !== 49)) return false
    return openItem(state, end + 1, mark, interrupting)
  }
  if (code === OPEN_BRACKET && text.charCodeAt(wordFrom + 1) === CARET) return openFootnote(state)
  return false
}

function openItem(state: ReadState, markTo: number, mark: number, interrupting: boolean): boolean {
  const { text, lineTo, wordFrom, wordColumn } = state
  if (markTo < lineTo && !isSpace(text.charCodeAt(markTo))) return false
  const markColumn = wordColumn + markTo - wordFrom
  const lead = wordColumn - state.column
  findWord(state, markTo, markColumn)
  const contentFrom = state.wordFrom
  const contentColumn = state.wordColumn
  const empty = contentFrom === lineTo
  if (empty && interrupting) {
    state.wordFrom = wordFrom
    state.wordColumn = wordColumn
    return false
  }
  const gap = contentColumn - markColumn
  const padding = empty || gap > 4 ? 1 : gap
  state.wordFrom = wordFrom
  state.wordColumn = wordColumn
  closeUnmatched(state)
  pushContainer(state, BlockKind.item, lead + markTo - wordFrom + padding, contentFrom, mark)
  state.wordFrom = contentFrom
  state.wordColumn = contentColumn
  state.column = empty ? contentColumn : markColumn + padding
  return true
}

/** A footnote definition (`[^a]: text`) holds blocks as a quote does, so it is one, with `^` for its mark. */
function openFootnote(state: ReadState): boolean {
  const { text, lineTo, wordFrom, wordColumn } = state
  let at = wordFrom + 2
  const labelFrom = at
  for (; ; at++) {
    const code = text.charCodeAt(at)
    if (at >= lineTo || at - labelFrom > 999 || code === OPEN_BRACKET || isSpace(code)) return false
    if (code === CLOSE_BRACKET) break
    if (code === BACKSLASH) {
      const next = text.charCodeAt(at + 1)
      if (next === OPEN_BRACKET || next === BACKSLASH || next === CLOSE_BRACKET) at++
    }
  }
  if (at === labelFrom || text.charCodeAt(at + 1) !== COLON || at + 1 >= lineTo) return false
  closeUnmatched(state)
  pushContainer(state, BlockKind.quote, FOOTNOTE_INDENT, at + 2, CARET)
  findWord(state, at + 2, wordColumn + at + 2 - wordFrom)
  state.column = state.wordColumn
  return true
}
