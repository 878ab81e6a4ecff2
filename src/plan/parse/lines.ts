import { CR, LF } from './chars.ts'

/** The offset of the line end (\n, \r\n or a lone \r) at or after `from`, or of the text's end. */
export function lineEnd(text: string, from: number): number {
  const lf = text.indexOf('\n', from)
  return Math.min(lf < 0 ? text.length : lf, nextCr(text, from))
}

// The last answer of `nextCr`: in `searched` there is no CR in [searchedFrom, foundAt). Nearly every text has none at
// all, and is searched once instead of once for each of its lines.
let searched = ''
let searchedFrom = 0
let foundAt = 0

/** The offset of the CR at or after `from`, or of the text's end. */
function nextCr(text: string, from: number): number {
  if (text === searched && from >= searchedFrom && from <= foundAt) return foundAt
  const found = text.indexOf('\r', from)
  searched = text
  searchedFrom = from
  foundAt = found < 0 ? text.length : found
  return foundAt
}

/** The start of the line after the line end at `end`; the text's length after the last one. */
export function nextLine(text: string, end: number): number {
  if (end >= text.length) return text.length
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1
}
