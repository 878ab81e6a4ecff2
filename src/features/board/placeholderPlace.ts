import type { Placeholder } from '#plan/plan.ts'

/** Where a placeholder stands, for a person: its line in plain words, the heading above it, how often elsewhere. */
export function placeholderPlace(text: string, { text: placeholder, spans }: Placeholder): string {
  const at = spans[0]?.from ?? 0
  const start = text.lastIndexOf('\n', at - 1) + 1
  const line = lineAt(text, start)
  const words = plainWords(line)
  const heading = line.startsWith('#') ? '' : headingAbove(text, start)
  const place = [words === placeholder ? '' : words, heading].filter(Boolean).join(', in ')
  const others = spans.length - 1
  if (others === 0) return place
  return `${place || placeholder}, and in ${others === 1 ? '1 other place' : `${others} other places`}`
}

function headingAbove(text: string, before: number): string {
  const at = before === 0 ? -1 : text.lastIndexOf('\n#', before - 1)
  if (at >= 0) return plainWords(lineAt(text, at + 1))
  return text.startsWith('#') ? plainWords(lineAt(text, 0)) : ''
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? text.length : end)
}

/** Without the marks of headings, lists, quotes and strong words, without a checkbox and a priority. */
function plainWords(line: string): string {
  return line
    .replace(/^[\s#>*+-]*(\[.?\]\s+)?/, '')
    .replaceAll('**', '')
    .replace(/\s*\(priority: \w+\)\s*$/i, '')
    .trim()
}
