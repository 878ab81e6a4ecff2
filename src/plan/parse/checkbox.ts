import { CLOSE_BRACKET, charSet, isSpace, OPEN_BRACKET, STAR } from './chars.ts'

const marks = charSet(' \txX~/-')
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
    if (marks[mark] !== 1 && mark !== SQUARE_ROOT) return false
    at++
    if (at >= to || text.charCodeAt(at) !== CLOSE_BRACKET) return false
  }
  at++
  if (at < to && text.charCodeAt(at) === STAR) at++
  return at >= to || isSpace(text.charCodeAt(at))
}
