import type { Edit } from '#plan/change.ts'
import { lineBreakAt, lineBreakLength } from './lineBreaks.ts'

/** Whole lines at `at`. A file without a final line break stays without. */
export function insertLines(text: string, at: number, lines: readonly string[]): Edit {
  const end = lineBreakAt(text, at)
  const isOpenEnd = at === text.length && at > 0 && lineBreakLength(text, at) === 0
  return { from: at, to: at, insert: isOpenEnd ? end + lines.join(end) : lines.join(end) + end }
}
