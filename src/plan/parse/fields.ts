import type { Hours, Span } from '#plan/plan.ts'
import { BlockKind, type Blocks } from './blocks.ts'
import { isBlank, readHours, trailingGroup, trimEnd } from './headings.ts'
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

const label = /^\*\*([A-Za-z][A-Za-z ]{1,30}?)[ \t]*(?::\*\*|\*\*[ \t]*:)[ \t]*/
const estimateLabels = new Set([
  'estimated time',
  'estimate',
  'time estimate',
  'estimated duration',
  'estimated effort',
])
const dependencyLabels = new Set(['dependencies', 'dependency', 'depends on', 'blocked by'])

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
      if (mayBeField(text, from)) {
        const match = label.exec(text.slice(from, Math.min(lineTo, from + 60)))
        const name = match?.[1]?.toLowerCase()
        if (match && name !== undefined) {
          const value = trimEnd(text, from + match[0].length, lineTo)
          if (estimateValue === null && estimateLabels.has(name)) {
            const read = readHours(text.slice(value.from, value.to))
            estimateValue = value
            estimate = read?.hours ?? null
            estimateSpan = read && { from: value.from + read.figures.from, to: value.from + read.figures.to }
          } else if (dependencies === null && dependencyLabels.has(name)) dependencies = value
        }
      }
      from = lineTo + 1
    }
  }
  return { estimate, estimateSpan, estimateValue, dependencies }
}

/** `**E`, `**D`, `**B`, `**Ti`: a look at the first letters spares most lines the pattern. */
function mayBeField(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 42 || text.charCodeAt(at + 1) !== 42) return false
  const first = text.charCodeAt(at + 2) | 32
  return first === 101 || first === 100 || first === 98 || (first === 116 && (text.charCodeAt(at + 3) | 32) === 105)
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
  let depth = 0
  let start = from
  for (let at = from; at <= to; at++) {
    const code = at < to ? text.charCodeAt(at) : 44
    if (code === 40) depth++
    else if (code === 41) depth = Math.max(0, depth - 1)
    else if ((code === 44 || code === 59) && (depth === 0 || at === to)) {
      const reference = readReference(text, start, at)
      if (reference) references.push(reference)
      start = at + 1
    }
  }
  return references
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
  if (to - from > 4) return false
  return /^(?:none|n\/a|nil|[-–—.])\.?$/i.test(text.slice(from, to))
}
