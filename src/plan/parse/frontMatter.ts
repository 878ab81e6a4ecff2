import { DASH, DOT, trimSpaces } from './chars.ts'
import { lineEnd, nextLine } from './lines.ts'

/** The end of the closing line of the front matter that starts at `start`; -1 when it has none. */
export function frontMatterEnd(text: string, start: number): number {
  const firstEnd = lineEnd(text, start)
  if (!isRule(text, start, firstEnd, DASH)) return -1
  let from = nextLine(text, firstEnd)
  while (from < text.length) {
    const to = lineEnd(text, from)
    if (isRule(text, from, to, DASH) || isRule(text, from, to, DOT)) return to
    from = nextLine(text, to)
  }
  return -1
}

function isRule(text: string, from: number, to: number, code: number): boolean {
  return (
    text.charCodeAt(from) === code &&
    text.charCodeAt(from + 1) === code &&
    text.charCodeAt(from + 2) === code &&
    trimSpaces(text, from, to) === from + 3
  )
}
