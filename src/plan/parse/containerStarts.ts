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
 * Opens the quote, item or footnote whose mark stands at the word, and says whether there was one. The first one on a
 * line closes what the line does not continue. Interrupting a paragraph, an item needs text and a number needs to be 1.
 */
export function openNextContainer(state: ReadState, isInterrupting: boolean): boolean {
  const { text, wordFrom } = state
  const code = text.charCodeAt(wordFrom)
  if (marks[code] !== 1) return false
  if (code === GREATER) {
    closeUnmatched(state)
    eatQuoteMark(state)
    pushContainer(state, BlockKind.quote, wordFrom, 0, GREATER)
    return true
  }
  if (code === DASH || code === STAR) {
    return !isThematicBreak(state, code) && openItem(state, wordFrom + 1, code, isInterrupting)
  }
  if (code === PLUS) return openItem(state, wordFrom + 1, code, isInterrupting)
  if (isDigit(code)) {
    let end = wordFrom + 1
    while (end - wordFrom < 9 && isDigit(text.charCodeAt(end))) end++
    const mark = text.charCodeAt(end)
    if (mark !== DOT && mark !== CLOSE_PAREN) return false
    if (isInterrupting && (end !== wordFrom + 1 || code !== 49)) return false
    return openItem(state, end + 1, mark, isInterrupting)
  }
  if (code === OPEN_BRACKET && text.charCodeAt(wordFrom + 1) === CARET) return openFootnote(state)
  return false
}

function openItem(state: ReadState, markTo: number, mark: number, isInterrupting: boolean): boolean {
  const { text, lineTo, wordFrom, wordColumn } = state
  if (markTo < lineTo && !isSpace(text.charCodeAt(markTo))) return false
  const markColumn = wordColumn + markTo - wordFrom
  const lead = wordColumn - state.column
  findWord(state, markTo, markColumn)
  const isEmpty = state.wordFrom === lineTo
  if (isEmpty && isInterrupting) {
    state.wordFrom = wordFrom
    state.wordColumn = wordColumn
    return false
  }
  const gap = state.wordColumn - markColumn
  const padding = isEmpty || gap > 4 ? 1 : gap
  closeUnmatched(state)
  pushContainer(state, BlockKind.item, wordFrom, lead + markTo - wordFrom + padding, mark)
  state.column = isEmpty ? state.wordColumn : markColumn + padding
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
  findWord(state, at + 2, wordColumn + at + 2 - wordFrom)
  pushContainer(state, BlockKind.quote, wordFrom, FOOTNOTE_INDENT, CARET)
  state.column = state.wordColumn
  return true
}
