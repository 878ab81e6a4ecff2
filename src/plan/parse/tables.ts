import { BACKSLASH, COLON, DASH, isSpace, PIPE, skipRun, skipSpaces } from './chars.ts'

/** The number of columns a table's delimiter row (`--- | :-:`) declares; 0 when the line is none. */
export function countDelimiterCells(text: string, from: number, to: number): number {
  let cells = 0
  let marked = false
  let at = from
  if (text.charCodeAt(at) === PIPE) {
    marked = true
    at = skipSpaces(text, at + 1, to)
  }
  for (;;) {
    if (at >= to) return marked ? cells : 0
    if (text.charCodeAt(at) === COLON) {
      marked = true
      at++
    }
    const dashesTo = skipRun(text, at, to, DASH)
    if (dashesTo === at) return 0
    cells++
    at = dashesTo
    if (at < to && text.charCodeAt(at) === COLON) {
      marked = true
      at++
    }
    at = skipSpaces(text, at, to)
    if (at < to) {
      if (text.charCodeAt(at) !== PIPE) return 0
      marked = true
      at = skipSpaces(text, at + 1, to)
    }
  }
}

/** The number of cells of the row a table could start with; 0 for a line that is a single `|`. */
export function countHeaderCells(text: string, from: number, to: number): number {
  let cells = 0
  let opens = text.charCodeAt(from) !== PIPE
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) continue
    if (opens) cells++
    opens = code === PIPE
    if (code === BACKSLASH && at + 1 < to) {
      const next = text.charCodeAt(at + 1)
      if (next === BACKSLASH || next === PIPE) at++
    }
  }
  return cells
}
