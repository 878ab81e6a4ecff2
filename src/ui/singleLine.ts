/** Text as one line: every run of line breaks, with the blanks around it, is one space; no blanks at the ends. */
export function singleLine(text: string): string {
  return joinLines(text).trim()
}

/** As `singleLine`, but keeps the blanks at the ends: for a piece that is pasted into the middle of a text. */
export function joinLines(text: string): string {
  return text.replace(/[\t ]*[\n\v\f\r\u0085\u2028\u2029]+[\s]*/g, ' ').replaceAll('\t', ' ')
}
