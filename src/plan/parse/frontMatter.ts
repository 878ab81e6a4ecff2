import { APOSTROPHE, COLON, DASH, DOT, isLetter, isSpace, QUOTE, trimSpaces, UNDERSCORE } from './chars.ts'
import { lineEnd, nextLine } from './lines.ts'

/**
 * The end of the closing line of the front matter that starts at `start`; -1 when there is none. A text may as well
 * start with a thematic break, so the first filled line has to be a `key:`.
 */
export function frontMatterEnd(text: string, start: number): number {
  const firstEnd = lineEnd(text, start)
  if (!isRule(text, start, firstEnd, DASH)) return -1
  let hasKey = false
  let from = nextLine(text, firstEnd)
  while (from < text.length) {
    const to = lineEnd(text, from)
    if (isRule(text, from, to, DASH) || isRule(text, from, to, DOT)) return hasKey ? to : -1
    if (!hasKey && trimSpaces(text, from, to) > from) {
      if (!isKeyLine(text, from, to)) return -1
      hasKey = true
    }
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

function isKeyLine(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from)
  if (!isLetter(first) && first !== UNDERSCORE && first !== QUOTE && first !== APOSTROPHE && first < 128) return false
  for (let at = from + 1; at < to; at++) {
    if (text.charCodeAt(at) === COLON && (at + 1 === to || isSpace(text.charCodeAt(at + 1)))) return true
  }
  return false
}
