/** The line break a new line at `at` gets: that of the line above, else the first of the text, else LF. */
export function lineBreakAt(text: string, at: number): string {
  const above = /(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, at - 2), at))?.[0]
  return above ?? /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
}

/** The lines of a stretch of whole lines, without their breaks; and the breaks, empty where the text ends. */
export interface Line {
  readonly words: string
  readonly end: string
}

export function linesOf(stretch: string): readonly Line[] {
  const lines: Line[] = []
  for (const [, words = '', end = ''] of stretch.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    if (words === '' && end === '') break
    lines.push({ words, end })
  }
  return lines
}

/** Whether the line that starts at `at` holds blanks only; the end of the text counts as blank. */
export function isBlankLine(text: string, at: number): boolean {
  const code = firstAfterBlanks(text, at)
  return Number.isNaN(code) || code === 10 || code === 13
}

function firstAfterBlanks(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++
  return text.charCodeAt(at)
}

/** The length of the line break that ends at `at`: 0 when there is none. */
export function lineBreakLength(text: string, at: number): number {
  const code = text.charCodeAt(at - 1)
  if (code === 10) return text.charCodeAt(at - 2) === 13 ? 2 : 1
  return code === 13 ? 1 : 0
}

/** Where the line above the line start `at` begins. */
export function lineStartBefore(text: string, at: number): number {
  let from = at - lineBreakLength(text, at)
  while (from > 0 && lineBreakLength(text, from) === 0) from--
  return Math.max(from, 0)
}
