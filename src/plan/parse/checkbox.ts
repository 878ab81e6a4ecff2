import { CLOSE_BRACKET, DASH, isSpace, OPEN_BRACKET, SLASH, STAR, TILDE } from './chars.ts'

const SQUARE_ROOT = 0x221a

/**
 * Whether a checkbox starts at `from` and is followed by white space or the end of the line (`docs/format.md`).
 * `[ ]*` is kiro's mark for an optional task.
 */
export function isCheckbox(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from) !== OPEN_BRACKET || from + 1 >= to) return false
  let at = from + 1
  const mark = text.charCodeAt(at)
  if (mark !== CLOSE_BRACKET) {
    if (!isMark(mark)) return false
    at++
    if (at >= to || text.charCodeAt(at) !== CLOSE_BRACKET) return false
  }
  at++
  if (at < to && text.charCodeAt(at) === STAR) at++
  return at >= to || isSpace(text.charCodeAt(at))
}

function isMark(code: number): boolean {
  return (
    isSpace(code) || (code | 32) === 120 || code === TILDE || code === SLASH || code === DASH || code === SQUARE_ROOT
  )
}
