import { isSpace } from './chars.ts'
import type { ReadState } from './readState.ts'

/**
 * Whether the rest of the line is three or more of `code` with nothing but white space between. What stopped one try
 * stops every later one before that place, so `- - - x` costs one look at the line, not one for each marker.
 */
export function isThematicBreak(state: ReadState, code: number): boolean {
  const { text, wordFrom, lineTo } = state
  if (wordFrom < state.noBreakBefore && code === state.noBreakCode) return false
  let count = 0
  for (let at = wordFrom; at < lineTo; at++) {
    const found = text.charCodeAt(at)
    if (found === code) count++
    else if (!isSpace(found)) {
      state.noBreakCode = code
      state.noBreakBefore = at
      return false
    }
  }
  return count > 2
}
