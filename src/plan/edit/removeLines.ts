import type { Edit } from '#plan/change.ts'
import { lineEnd, nextLine } from '#plan/parse/lines.ts'
import type { Span } from '#plan/plan.ts'
import { isBlankLine, lineBreakAt, lineBreakLength, lineStartBefore } from './lineBreaks.ts'

/** The ways to take whole lines away: cleanly, and leaving a blank line between what would run together without them. */
export function waysToRemove(text: string, lines: Span): readonly Edit[] {
  const rest = lines.to < text.length ? lineBreakAt(text, lines.to) : ''
  return [
    { ...removedSpan(text, lines), insert: '' },
    { ...lines, insert: '' },
    { ...lines, insert: rest },
  ]
}

/**
 * What to delete so that these whole lines are gone: with the blank lines on one side where both sides have some (the
 * text's start counts as one), and with the line break above them where they end a text that has none at its end.
 */
export function removedSpan(text: string, { from, to }: Span): Span {
  const blankFrom = blankAbove(text, from)
  const isEnd = to === text.length
  const isOpenEnd = isEnd && lineBreakLength(text, to) === 0
  if (isEnd || (blankFrom < from && isBlankLine(text, to))) {
    return isOpenEnd ? { from: blankFrom - lineBreakLength(text, blankFrom), to } : { from: blankFrom, to }
  }
  return { from, to: from === 0 ? blankBelow(text, to) : to }
}

/** Where the blank lines that begin at `at` end. */
function blankBelow(text: string, at: number): number {
  let to = at
  while (to < text.length && isBlankLine(text, to)) to = nextLine(text, lineEnd(text, to))
  return to
}

/** Where the blank lines above `at` begin; `at` when there are none. */
function blankAbove(text: string, at: number): number {
  let from = at
  while (from > 0) {
    const above = lineStartBefore(text, from)
    if (text.slice(above, from).trim() !== '') break
    from = above
  }
  return from
}
