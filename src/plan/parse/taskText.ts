import type { Hours, Priority, Span } from '#plan/plan.ts'
import { isBlank, readHours, trailingGroup, trimEnd } from './headings.ts'

/** The words of a task, from after its box to the end of its first paragraph, and where each recognised field stands. */
export interface TaskText {
  readonly text: Span
  readonly key: Span | null
  readonly parallel: boolean
  readonly priority: Priority | null
  readonly prioritySpan: Span | null
  readonly estimate: Hours | null
  readonly estimateSpan: Span | null
  /** What stands after `depends on` in a closing parenthesis. */
  readonly dependencies: Span | null
}

const priorities: readonly Priority[] = ['critical', 'high', 'medium', 'low']

// 'T012', 'SETUP-001', '1.2', '3.' ; each bounded, none can backtrack far.
const key =
  /^(?:\*\*)?(T\d{1,6}|[A-Z]{2,12}-\d{1,6}|\d{1,6}(?:\.\d{1,6}){1,4}|\d{1,6}(?=\.[ \t]))(?:\*\*)?[.:)]?(?=[ \t])/
const parallel = /^(?:\[P\]|\(P\))(?=[ \t]|$)/

/** Reads `[from, to)`, one or more lines. */
export function readTaskText(text: string, from: number, to: number): TaskText {
  let start = skipBlank(text, from, to)
  let end = trimEnd(text, start, to).to

  let keySpan: Span | null = null
  let isParallel = false
  const first = text.charCodeAt(start)
  // Only a capital, a digit or a '*' can begin a key: most tasks need no look.
  if ((first >= 48 && first <= 57) || first === 42 || (first >= 65 && first <= 90 && mayBeKey(text, start))) {
    const match = key.exec(text.slice(start, Math.min(end, start + 40)))
    if (match?.[1]) {
      const at = start + match[0].indexOf(match[1])
      keySpan = { from: at, to: at + match[1].length }
      start = skipBlank(text, start + match[0].length, end)
    }
  }
  const bracket = text.charCodeAt(start)
  if ((bracket === 91 || bracket === 40) && parallel.test(text.slice(start, Math.min(end, start + 4)))) {
    isParallel = true
    start = skipBlank(text, start + 3, end)
  }

  let priority: Priority | null = null
  let prioritySpan: Span | null = null
  let estimate: Hours | null = null
  let estimateSpan: Span | null = null
  let dependencies: Span | null = null
  for (;;) {
    const group: Span | null = trailingGroup(text, start, end)
    if (!group) break
    const words: string = text.slice(group.from + 1, group.to - 1)
    const named: Priority | null = priority === null ? readPriority(words) : null
    const spent: ReturnType<typeof readEstimate> =
      estimate === null && dependencies === null && !named ? readEstimate(words) : null
    const waits: RegExpExecArray | null =
      dependencies === null && !named && !spent ? /^[Dd]epends on:?[ \t]+/.exec(words) : null
    if (named) {
      priority = named
      prioritySpan = group
    } else if (spent) {
      estimate = spent.hours
      const lead = group.from + 1 + spent.offset
      estimateSpan = { from: lead + spent.figures.from, to: lead + spent.figures.to }
    } else if (waits) {
      dependencies = { from: group.from + 1 + waits[0].length, to: group.to - 1 }
    } else break
    end = trimEnd(text, start, group.from).to
  }
  return {
    text: { from: start, to: end },
    key: keySpan,
    parallel: isParallel,
    priority,
    prioritySpan,
    estimate,
    estimateSpan,
    dependencies,
  }
}

/** `Priority: High` */
export function readPriority(words: string): Priority | null {
  if (words.length > 40 || !/^priority[ \t]*:/i.test(words)) return null
  const name = words
    .slice(words.indexOf(':') + 1)
    .trim()
    .toLowerCase()
  return priorities.find(priority => priority === name) ?? null
}

/** `2h`, `Estimate: 2 days`; the whole parenthesis must be the estimate. */
function readEstimate(words: string) {
  if (words.length > 40) return null
  const offset = /^(?:(?:estimate|estimated|est\.?|effort|time)[ \t]*:?[ \t]*)?/i.exec(words)?.[0].length ?? 0
  const read = readHours(words.slice(offset))
  const unit = read ? words.slice(offset + read.figures.to).trim() : ''
  // Without the label only hours count: '(30 minutes)' is more often a timeout than an estimate.
  if (!read || !(offset > 0 ? /^[a-z]+$/i : /^h(?:rs?|ours?)?$/i).test(unit)) return null
  return { ...read, offset }
}

/** The lines of a paragraph as one: each line break with the blanks around it is one space. */
export function joinLines(text: string, from: number, to: number): string {
  const words = text.slice(from, to)
  return words.includes('\n') || words.includes('\r')
    ? words
        .split(/[\r\n]/)
        .map(line => line.trim())
        .filter(line => line !== '')
        .join(' ')
    : words
}

function mayBeKey(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  return (next >= 48 && next <= 57) || (next >= 65 && next <= 90)
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(text.charCodeAt(at))) at++
  return at
}
