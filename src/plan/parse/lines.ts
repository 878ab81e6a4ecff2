import { CR, LF } from './chars.ts'

/** The offset of the line end (\n, \r\n or a lone \r) at or after `from`, or of the text's end. */
export function lineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === LF || code === CR) return at
    at++
  }
  return at
}

/** The start of the line after the line end at `end`; the text's length after the last one. */
export function nextLine(text: string, end: number): number {
  if (end >= text.length) return text.length
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1
}
