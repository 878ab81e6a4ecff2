import type { Edit } from '#plan/change.ts'
import type { Span } from '#plan/plan.ts'

/** What a person typed, as one line: line breaks with the blanks around them are one space. */
export function oneLine(typed: string): string {
  return typed.replace(/[ \t]*[\r\n]+[ \t\r\n]*/g, ' ').trim()
}

/**
 * Replaces words that may run over several lines by `words`, touching only what differs: line breaks outside of it stay
 * where they are.
 */
export function rewrapWords(text: string, span: Span, words: string): Edit {
  const { joined, offsets } = joinWithOffsets(text, span)
  let start = 0
  while (start < words.length && start < joined.length && words[start] === joined[start]) start++
  if (cutsCharacter(words, start)) start--
  let end = 0
  const most = Math.min(words.length, joined.length) - start
  while (end < most && words[words.length - end - 1] === joined[joined.length - end - 1]) end++
  if (cutsCharacter(words, words.length - end)) end--
  const last = joined.length - end
  return {
    from: offsets[start] ?? span.to,
    to: last === start ? (offsets[start] ?? span.to) : (offsets[last] ?? span.to),
    insert: words.slice(start, words.length - end),
  }
}

/** The words as one line, and for each of its characters (and its end) where that stands. */
function joinWithOffsets(text: string, { from, to }: Span): { joined: string; offsets: readonly number[] } {
  let joined = ''
  const offsets: number[] = []
  let end = from
  for (const line of text.slice(from, to).matchAll(/[^\r\n]+/g)) {
    const words = line[0].replace(/^[ \t]+|[ \t]+$/g, '')
    if (words === '') continue
    const start = from + line.index + line[0].indexOf(words)
    if (joined !== '') {
      offsets.push(end)
      joined += ' '
    }
    for (let at = 0; at < words.length; at++) offsets.push(start + at)
    joined += words
    end = start + words.length
  }
  offsets.push(end)
  return { joined, offsets }
}

/** Whether an offset lies between the two halves of a character beyond U+FFFF. */
export function cutsCharacter(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}
