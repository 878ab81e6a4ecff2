import type { Placeholder, Span } from '#plan/plan.ts'
import { BlockKind, type Blocks } from './blocks.ts'

// Bounded, and tried only at a bracket.
const figures = /^\d{1,5}(?:\.\d{1,2})?[ \t]*[-–][ \t]*\d{1,5}(?:\.\d{1,2})?$/

/** `[Project Name]`, `[4-8]`: words in brackets outside code that are no link, no checkbox and no marker. */
export function readPlaceholders(text: string, blocks: Blocks): readonly Placeholder[] {
  const found = new Map<string, Span[]>()
  let block = 0
  let at = text.indexOf('[')
  while (at >= 0) {
    const close = closingBracket(text, at)
    if (close < 0) {
      at = text.indexOf('[', at + 1)
      continue
    }
    while (block + 1 < blocks.count && (blocks.from[block + 1] ?? 0) <= at) block++
    const words = text.slice(at + 1, close)
    if (isPlaceholder(words) && !isLink(text, at, close) && !isCode(blocks, block, at) && !isCodeSpan(text, at)) {
      const key = text.slice(at, close + 1)
      const spans = found.get(key)
      const span = { from: at, to: close + 1 }
      if (spans) spans.push(span)
      else found.set(key, [span])
    }
    at = text.indexOf('[', close)
  }
  return [...found].map(([key, spans]) => ({ text: key, spans }))
}

/** On the same line, at most 120 characters on, with no bracket between. */
function closingBracket(text: string, open: number): number {
  const end = Math.min(text.length, open + 122)
  for (let at = open + 1; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 93) return at
    if (code === 91 || code === 10) return -1
  }
  return -1
}

function isPlaceholder(words: string): boolean {
  if (words.length < 3) return false
  const first = words.charCodeAt(0)
  if (first >= 48 && first <= 57) return figures.test(words)
  // Capital first and a small letter somewhere: '[Project Name]' but not '[WIP]', '[US1]', '[x]'.
  return first >= 65 && first <= 90 && /\p{Ll}/u.test(words)
}

function isLink(text: string, open: number, close: number): boolean {
  const next = text.charCodeAt(close + 1)
  const before = text.charCodeAt(open - 1)
  // '(' and '[' after it make a link, ':' a definition, '!' before it an image, '[' before it a wiki link.
  return next === 40 || next === 91 || next === 58 || before === 33 || before === 91 || before === 93 || before === 92
}

function isCode(blocks: Blocks, block: number, at: number): boolean {
  const kind = blocks.kind[block]
  const isCodeKind =
    kind === BlockKind.fence ||
    kind === BlockKind.indentedCode ||
    kind === BlockKind.html ||
    kind === BlockKind.frontMatter ||
    kind === BlockKind.definition
  return isCodeKind && at < (blocks.to[block] ?? 0)
}

/** An odd number of backticks before it on its line. */
function isCodeSpan(text: string, at: number): boolean {
  let ticks = 0
  for (let back = at - 1; back >= 0; back--) {
    const code = text.charCodeAt(back)
    if (code === 10) break
    if (code === 96) ticks++
  }
  return ticks % 2 === 1
}
