import { isBlank } from './headings.ts'

/** Where the parts of `Phase 1: Name` stand. */
export interface HeadingLabel {
  readonly labelFrom: number
  readonly labelTo: number
  readonly nameFrom: number
}

/**
 * Reads `<keyword> <label>` at the start of a heading: the label is a number (`1`, `3.1`) or, where `letters` are
 * allowed, one or two letters; after it the heading ends or one of `: . ) - – — (` follows, so that 'Phase 2 of the
 * moon' is prose. By character codes: it looks at every heading on every keystroke.
 */
export function readHeadingLabel(
  text: string,
  from: number,
  to: number,
  keyword: string,
  letters: boolean,
): HeadingLabel | null {
  if (!startsWithWord(text, from, to, keyword)) return null
  let at = from + keyword.length
  const blanks = at
  while (at < to && isBlank(text.charCodeAt(at))) at++
  if (at === blanks) return null
  const labelFrom = at
  const labelTo = isDigit(text.charCodeAt(at)) ? endOfNumber(text, at, to) : letters ? endOfLetters(text, at, to) : at
  if (labelTo === labelFrom) return null
  at = labelTo
  while (at < to && isBlank(text.charCodeAt(at))) at++
  if (at === to) return { labelFrom, labelTo, nameFrom: to }
  const code = text.charCodeAt(at)
  if (code === 40) return { labelFrom, labelTo, nameFrom: at }
  if (!isSeparator(code)) return null
  at++
  while (at < to && isBlank(text.charCodeAt(at))) at++
  return { labelFrom, labelTo, nameFrom: at }
}

/** `word` in any case, in small letters given. */
export function startsWithWord(text: string, from: number, to: number, word: string): boolean {
  if (to - from < word.length) return false
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    const here = text.charCodeAt(from + at)
    if (here !== code && (code < 97 || code > 122 || here + 32 !== code)) return false
  }
  return true
}

function endOfNumber(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isDigit(text.charCodeAt(at))) at++
  while (at + 1 < to && text.charCodeAt(at) === 46 && isDigit(text.charCodeAt(at + 1))) {
    at++
    while (at < to && isDigit(text.charCodeAt(at))) at++
  }
  return at
}

/** One or two letters that no further letter or digit follows. */
function endOfLetters(text: string, from: number, to: number): number {
  let at = from
  while (at < to && at - from < 3 && isLetter(text.charCodeAt(at))) at++
  return at - from > 2 || (at < to && isDigit(text.charCodeAt(at))) ? from : at
}

/** `:` `.` `)` `-` `–` `—` */
function isSeparator(code: number): boolean {
  return code === 58 || code === 46 || code === 41 || code === 45 || code === 0x2013 || code === 0x2014
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}
