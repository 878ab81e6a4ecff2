import {
  APOSTROPHE,
  BACKSLASH,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  GREATER,
  isSpace,
  LESS,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUOTE,
  SPACE,
} from './chars.ts'

/** CommonMark's cap on the characters of a link label. */
const LONGEST_LABEL = 999
const LINE_END = -1
const TEXT_END = -2

/** A place in a paragraph whose lines may be cut by quote marks and indentation. */
interface Cursor {
  readonly text: string
  /** Start and end of each line, in pairs. */
  readonly lines: readonly number[]
  line: number
  at: number
}

/** How many lines at the start of a paragraph are link reference definitions (CommonMark 0.31, section 4.7). */
export function countDefinitionLines(text: string, lines: readonly number[]): number {
  const cursor: Cursor = { text, lines, line: 0, at: lines[0] ?? 0 }
  const count = lines.length / 2
  let taken = 0
  while (taken < count && readDefinition(cursor)) {
    taken = cursor.line + 1
    moveToLine(cursor, taken)
  }
  return taken
}

function moveToLine(cursor: Cursor, line: number): void {
  cursor.line = line
  cursor.at = cursor.lines[line * 2] ?? 0
}

function peek(cursor: Cursor): number {
  if (cursor.at < (cursor.lines[cursor.line * 2 + 1] ?? 0)) return cursor.text.charCodeAt(cursor.at)
  return cursor.line + 1 < cursor.lines.length / 2 ? LINE_END : TEXT_END
}

function skipBlanks(cursor: Cursor): void {
  while (isSpace(peek(cursor))) cursor.at++
}

/** Skips white space with at most one line end, which is all a paragraph can hold; says whether there was any. */
function skipWhite(cursor: Cursor): boolean {
  const { line, at } = cursor
  skipBlanks(cursor)
  if (peek(cursor) === LINE_END) {
    moveToLine(cursor, cursor.line + 1)
    skipBlanks(cursor)
  }
  return cursor.line !== line || cursor.at !== at
}

function atLineEnd(cursor: Cursor): boolean {
  skipBlanks(cursor)
  return peek(cursor) < 0
}

/** Leaves the cursor on the definition's last line. */
function readDefinition(cursor: Cursor): boolean {
  if (!readLabel(cursor) || peek(cursor) !== COLON) return false
  cursor.at++
  skipWhite(cursor)
  if (!readDestination(cursor)) return false
  const { line, at } = cursor
  if (skipWhite(cursor) && readTitle(cursor) && atLineEnd(cursor)) return true
  cursor.line = line
  cursor.at = at
  return atLineEnd(cursor)
}

function readLabel(cursor: Cursor): boolean {
  if (peek(cursor) !== OPEN_BRACKET) return false
  cursor.at++
  let filled = false
  for (let size = 0; size <= LONGEST_LABEL; ) {
    const code = peek(cursor)
    if (code === TEXT_END || code === OPEN_BRACKET) return false
    if (code === LINE_END) {
      moveToLine(cursor, cursor.line + 1)
      continue
    }
    cursor.at++
    if (code === CLOSE_BRACKET) return filled
    if (!isSpace(code)) filled = true
    size++
    if (code === BACKSLASH) {
      const next = peek(cursor)
      if (next === OPEN_BRACKET || next === BACKSLASH || next === CLOSE_BRACKET) {
        cursor.at++
        size++
      }
    }
  }
  return false
}

function readDestination(cursor: Cursor): boolean {
  let code = peek(cursor)
  if (code === LESS) {
    for (;;) {
      cursor.at++
      code = peek(cursor)
      if (code < 0 || code === LESS) return false
      if (code === GREATER) {
        cursor.at++
        return true
      }
      if (code === BACKSLASH) {
        cursor.at++
        code = peek(cursor)
        if (code !== LESS && code !== GREATER && code !== BACKSLASH) cursor.at--
      }
    }
  }
  if (code === CLOSE_PAREN || code < 0 || isSpace(code)) return false
  let depth = 0
  for (;;) {
    code = peek(cursor)
    if (code < 0 || isSpace(code)) return depth === 0
    if (isControl(code)) return false
    if (code === OPEN_PAREN) depth++
    if (code === CLOSE_PAREN) {
      if (depth === 0) return true
      depth--
    }
    cursor.at++
    if (code === BACKSLASH) {
      code = peek(cursor)
      if (code === OPEN_PAREN || code === CLOSE_PAREN || code === BACKSLASH) cursor.at++
    }
  }
}

/** A NUL counts as the replacement character it is shown as. */
function isControl(code: number): boolean {
  return (code > 0 && code < SPACE) || code === 127
}

function readTitle(cursor: Cursor): boolean {
  const opener = peek(cursor)
  if (opener !== QUOTE && opener !== APOSTROPHE && opener !== OPEN_PAREN) return false
  const closer = opener === OPEN_PAREN ? CLOSE_PAREN : opener
  cursor.at++
  for (;;) {
    const code = peek(cursor)
    if (code === TEXT_END) return false
    if (code === LINE_END) {
      moveToLine(cursor, cursor.line + 1)
      continue
    }
    cursor.at++
    if (code === closer) return true
    if (code === BACKSLASH) {
      const next = peek(cursor)
      if (next === closer || next === BACKSLASH) cursor.at++
    }
  }
}
