/** Char codes of the characters Markdown's block structure is made of. */
export const TAB = 9
export const LF = 10
export const CR = 13
export const SPACE = 32
export const QUOTE = 34
export const HASH = 35
export const APOSTROPHE = 39
export const OPEN_PAREN = 40
export const CLOSE_PAREN = 41
export const STAR = 42
export const PLUS = 43
export const DASH = 45
export const DOT = 46
export const SLASH = 47
export const COLON = 58
export const LESS = 60
export const EQUALS = 61
export const GREATER = 62
export const QUESTION = 63
export const OPEN_BRACKET = 91
export const BACKSLASH = 92
export const CLOSE_BRACKET = 93
export const CARET = 94
export const UNDERSCORE = 95
export const BACKTICK = 96
export const PIPE = 124
export const TILDE = 126

/** Space or tab: the only white space inside a line that Markdown's blocks look at. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** A to Z, in either case. */
export function isLetter(code: number): boolean {
  const lower = code | 32
  return lower >= 97 && lower <= 122
}

/** The first offset at or after `from` that holds no space or tab; `to` when there is none. */
export function skipSpaces(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isSpace(text.charCodeAt(at))) at++
  return at
}

/** The offset after the last character between `from` and `to` that is no space or tab; `from` when there is none. */
export function trimSpaces(text: string, from: number, to: number): number {
  let at = to
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--
  return at
}

/** The first offset at or after `from` that does not hold `code`. */
export function skipRun(text: string, from: number, to: number, code: number): number {
  let at = from
  while (at < to && text.charCodeAt(at) === code) at++
  return at
}

/** Answers "is this code one of these ASCII characters?" by looking it up: `set[code] === 1`. */
export function charSet(characters: string): Uint8Array {
  const set = new Uint8Array(128)
  for (let index = 0; index < characters.length; index++) set[characters.charCodeAt(index)] = 1
  return set
}
