import {
  APOSTROPHE,
  BACKTICK,
  CLOSE_BRACKET,
  COLON,
  DASH,
  DOT,
  EQUALS,
  GREATER,
  isDigit,
  isLetter,
  isSpace,
  LESS,
  QUESTION,
  QUOTE,
  SLASH,
  skipSpaces,
  UNDERSCORE,
} from './chars.ts'

/** CommonMark 0.31, section 4.6: start condition 1. */
const rawNames = new Set(['pre', 'script', 'style', 'textarea'])

/** CommonMark 0.31, section 4.6: start condition 6. */
const blockNames = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li ' +
    'link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th ' +
    'thead title tr track ul'
  ).split(' '),
)
const LONGEST_NAME = 10

/**
 * The kind (1 to 7, as CommonMark numbers them) of the HTML block that starts at `from`, a `<`; 0 for none.
 * Kind 7, any complete tag alone on its line, cannot interrupt a paragraph.
 */
export function htmlKind(text: string, from: number, to: number, isInterrupting: boolean): number {
  const first = text.charCodeAt(from + 1)
  if (first === QUESTION) return 3
  if (first === 33) {
    if (text.startsWith('--', from + 2)) return 2
    if (text.startsWith('[CDATA[', from + 2)) return 5
    return isLetter(text.charCodeAt(from + 2)) ? 4 : 0
  }
  const closing = first === SLASH
  const nameFrom = from + (closing ? 2 : 1)
  if (nameFrom >= to || !isLetter(text.charCodeAt(nameFrom))) return 0
  let nameTo = nameFrom + 1
  while (nameTo < to && isNamePart(text.charCodeAt(nameTo))) nameTo++
  const after = text.charCodeAt(nameTo)
  if (nameTo < to && after !== SLASH && after !== GREATER && !isSpace(after)) return 0
  if (nameTo - nameFrom <= LONGEST_NAME) {
    const name = text.slice(nameFrom, nameTo).toLowerCase()
    if (after !== SLASH && !closing && rawNames.has(name)) return 1
    if (blockNames.has(name)) return after !== SLASH || text.charCodeAt(nameTo + 1) === GREATER ? 6 : 0
  }
  return !isInterrupting && isWholeTag(text, nameTo, to, closing) ? 7 : 0
}

function isNamePart(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === DASH
}

/** Whether a tag whose name ends at `from` closes, and only white space follows it on the line. */
function isWholeTag(text: string, from: number, to: number, closing: boolean): boolean {
  let at = from
  while (!closing) {
    at = skipSpaces(text, at, to)
    const code = text.charCodeAt(at)
    if (at < to && (isLetter(code) || code === COLON || code === UNDERSCORE)) {
      at = skipAttribute(text, at + 1, to)
      if (at < 0) return false
      continue
    }
    if (code === SLASH) at++
    break
  }
  if (closing) at = skipSpaces(text, at, to)
  return at < to && text.charCodeAt(at) === GREATER && skipSpaces(text, at + 1, to) === to
}

/** The offset after an attribute, its name already begun; -1 when it cannot be one. */
function skipAttribute(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isAttributeNamePart(text.charCodeAt(at))) at++
  for (;;) {
    at = skipSpaces(text, at, to)
    if (at >= to || text.charCodeAt(at) !== EQUALS) return at
    at = skipSpaces(text, at + 1, to)
    const code = text.charCodeAt(at)
    if (at >= to || code === LESS || code === EQUALS || code === GREATER || code === BACKTICK) return -1
    if (code === QUOTE || code === APOSTROPHE) {
      at++
      while (at < to && text.charCodeAt(at) !== code) at++
      const after = text.charCodeAt(at + 1)
      return at + 1 < to && (after === SLASH || after === GREATER || isSpace(after)) ? at + 1 : -1
    }
    while (at < to && !endsBareValue(text.charCodeAt(at))) at++
  }
}

function isAttributeNamePart(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === DASH || code === DOT || code === COLON || code === UNDERSCORE
}

function endsBareValue(code: number): boolean {
  return (
    isSpace(code) ||
    code === QUOTE ||
    code === APOSTROPHE ||
    code === SLASH ||
    code === LESS ||
    code === EQUALS ||
    code === GREATER ||
    code === BACKTICK
  )
}

/** Whether a line of an HTML block, from `from` to `to`, holds what ends the block. Kinds 6 and 7 end at a blank line. */
export function htmlEnds(text: string, kind: number, from: number, to: number): boolean {
  if (kind > 5) return false
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === GREATER) {
      const before = at - 1 < from ? 0 : text.charCodeAt(at - 1)
      const second = at - 2 < from ? 0 : text.charCodeAt(at - 2)
      if (kind === 4) return true
      if (kind === 3 && before === QUESTION) return true
      if (kind === 2 && before === DASH && second === DASH) return true
      if (kind === 5 && before === CLOSE_BRACKET && second === CLOSE_BRACKET) return true
    } else if (kind === 1 && code === LESS && text.charCodeAt(at + 1) === SLASH) {
      let nameTo = at + 2
      while (nameTo < to && nameTo - at < LONGEST_NAME && isLetter(text.charCodeAt(nameTo))) nameTo++
      if (text.charCodeAt(nameTo) === GREATER && rawNames.has(text.slice(at + 2, nameTo).toLowerCase())) return true
    }
  }
  return false
}

/** Where to look for the end on the opening line: `<!-->` and `<?>` already close themselves. */
export function htmlBodyFrom(kind: number, from: number): number {
  if (kind === 2 || kind === 4) return from + 2
  if (kind === 3) return from + 1
  return kind === 5 ? from + 9 : from + 2
}
