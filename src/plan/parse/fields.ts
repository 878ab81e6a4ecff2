import type { Hours, Span } from '#plan/plan.ts'
import { BlockKind, type Blocks } from './blocks.ts'
import { startsWithWord } from './headingLabel.ts'
import { isBlank, readHours, trailingGroup, trimEnd, trimmedEnd } from './headings.ts'
import { lineEnd } from './lines.ts'
import type { List } from './sections.ts'

/** The `**Label:** value` lines of a stream. */
export interface StreamFields {
  readonly estimate: Hours | null
  /** The figures, without unit. */
  readonly estimateSpan: Span | null
  /** The estimate's value whole, also when it is no figure. */
  readonly estimateValue: Span | null
  /** The value: `API Contract, Mock API`. */
  readonly dependencies: Span | null
}

const estimateLabels = ['estimated time', 'estimate', 'time estimate', 'estimated duration', 'estimated effort']
const dependencyLabels = ['dependencies', 'dependency', 'depends on', 'blocked by']

const fieldLabels = [...estimateLabels, ...dependencyLabels, 'tasks']

/** Reads the paragraphs between `firstBlock` and the first of the stream's lists. */
export function readFields(
  text: string,
  blocks: Blocks,
  firstBlock: number,
  endBlock: number,
  lists: readonly List[],
): StreamFields {
  let estimate: Hours | null = null
  let estimateSpan: Span | null = null
  let estimateValue: Span | null = null
  let dependencies: Span | null = null
  const end = Math.min(endBlock, lists[0]?.first ?? endBlock)
  for (let at = firstBlock; at < end; at++) {
    if (blocks.kind[at] !== BlockKind.paragraph || blocks.parent[at] !== -1) continue
    const to = blocks.to[at] ?? 0
    let from = blocks.from[at] ?? 0
    while (from < to) {
      const lineTo = Math.min(lineEnd(text, from), to)
      while (from < lineTo && isBlank(text.charCodeAt(from))) from++
      const labelTo = labelEnd(text, from, lineTo)
      if (labelTo >= 0) {
        if (estimateValue === null && isOneOf(text, from + 2, labelTo, estimateLabels)) {
          estimateValue = fieldValue(text, labelTo, lineTo)
          const read = readHours(text.slice(estimateValue.from, estimateValue.to))
          estimate = read?.hours ?? null
          estimateSpan = read && {
            from: estimateValue.from + read.figures.from,
            to: estimateValue.from + read.figures.to,
          }
        } else if (dependencies === null && isOneOf(text, from + 2, labelTo, dependencyLabels)) {
          dependencies = fieldValue(text, labelTo, lineTo)
        }
      }
      from = lineTo + 1
    }
  }
  return { estimate, estimateSpan, estimateValue, dependencies }
}

/** Whether every line of a paragraph is a field that is read here, or the `**Tasks:**` above a list. */
export function hasOnlyFields(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const lineTo = Math.min(lineEnd(text, at), to)
    const start = skipBlank(text, at, lineTo)
    const labelTo = labelEnd(text, start, lineTo)
    if (start < lineTo && (labelTo < 0 || !isOneOf(text, start + 2, labelTo, fieldLabels))) return false
    at = lineTo + 1
  }
  return true
}

/** Where the words of a `**Label:**` or `**Label**:` at `from` end; -1 when there is no label. */
function labelEnd(text: string, from: number, to: number): number {
  if (text.charCodeAt(from) !== 42 || text.charCodeAt(from + 1) !== 42) return -1
  const limit = Math.min(to, from + 34)
  for (let at = from + 2; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 58) return text.startsWith('**', at + 1) ? at : -1
    if (code === 42) return closesLabel(text, at, to) ? trimmedEnd(text, from, at) : -1
  }
  return -1
}

/** `**` and then, after blanks, `:`. */
function closesLabel(text: string, at: number, to: number): boolean {
  return text.charCodeAt(at + 1) === 42 && text.charCodeAt(skipBlank(text, at + 2, to)) === 58
}

/** What stands after the label's stars and colon: `:**`, or `**`, blanks and `:`. */
function fieldValue(text: string, labelTo: number, to: number): Span {
  const closing = skipBlank(text, labelTo, to)
  const at = text.charCodeAt(closing) === 58 ? closing + 3 : skipBlank(text, closing + 2, to) + 1
  return trimEnd(text, Math.min(skipBlank(text, at, to), to), to)
}

function isOneOf(text: string, from: number, to: number, words: readonly string[]): boolean {
  for (const word of words) if (word.length === to - from && startsWithWord(text, from, to, word)) return true
  return false
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(text.charCodeAt(at))) at++
  return at
}

/** One name in a dependency list. */
export interface ReferenceSpans {
  /** With its qualifier. */
  readonly whole: Span
  readonly text: Span
  readonly qualifier: Span | null
}

/** The names in `[from, to)`: separated by commas or semicolons outside parentheses; `None`, `N/A` and `-` are no name. */
export function readReferences(text: string, from: number, to: number): readonly ReferenceSpans[] {
  const references: ReferenceSpans[] = []
  forEachReference(text, from, to, reference => references.push(reference))
  return references
}

/** `readReferences` without the list, which thousands of streams would leave behind at every keystroke. */
export function forEachReference(
  text: string,
  from: number,
  to: number,
  visit: (reference: ReferenceSpans) => void,
): void {
  if (isNone(text, from, to)) return
  let depth = 0
  let start = from
  for (let at = from; at <= to; at++) {
    const code = at < to ? text.charCodeAt(at) : 44
    if (code === 40) depth++
    else if (code === 41) depth = Math.max(0, depth - 1)
    else if ((code === 44 || code === 59) && (depth === 0 || at === to)) {
      const reference = readReference(text, start, at)
      if (reference) visit(reference)
      start = at + 1
    }
  }
}

function readReference(text: string, from: number, to: number): ReferenceSpans | null {
  let start = from
  while (start < to && isBlank(text.charCodeAt(start))) start++
  const whole = trimEnd(text, start, to)
  if (whole.to === whole.from) return null
  const group = trailingGroup(text, whole.from, whole.to)
  const words = group && group.from > whole.from ? trimEnd(text, whole.from, group.from) : whole
  if (isNone(text, words.from, words.to)) return null
  return {
    whole,
    text: words,
    qualifier: group && group.from > whole.from ? { from: group.from + 1, to: group.to - 1 } : null,
  }
}

function isNone(text: string, from: number, to: number): boolean {
  if (to - from > 5) return false
  if (to - from === 4 && text.startsWith('None', from)) return true
  return /^(?:none|n\/a|nil|[-–—.])\.?$/i.test(text.slice(from, to))
}
