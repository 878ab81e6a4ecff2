import type { Days, Hours, IntegrationPoint, Mode, Span } from '#plan/plan.ts'
import { readHeadingLabel } from './headingLabel.ts'

/** What the words of a heading say. Spans are offsets in the whole text. */
export interface PhaseHeading {
  readonly number: string
  readonly numberSpan: Span
  readonly name: Span
  readonly mode: Mode | null
  readonly days: Days | null
  /** `(Parallel - Day 1-2)` */
  readonly suffix: Span | null
}

export interface StreamHeading {
  readonly key: string
  readonly keySpan: Span
  readonly name: Span
}

export interface IntegrationHeading {
  readonly number: string
  readonly numberSpan: Span
  readonly name: Span
  readonly after: IntegrationPoint['after']
  readonly suffix: Span | null
}

const days = /^Days?[ \t]+(\d{1,6})(?:[ \t]*[-–—][ \t]*(\d{1,6}))?$/i
const modeAndDays = /^(Parallel|Sequential)?(?:[ \t]*[-–—,:][ \t]*)?(Days?[ \t]+[\d \t–—-]{1,40})?$/i
const after = /^After[ \t]+Phase[ \t]+(\d{1,6}(?:\.\d{1,6}){0,4})$/i

/** `Phase 1: Contract & Environment Setup (Parallel - Day 1-2)` */
export function readPhaseHeading(text: string, from: number, to: number): PhaseHeading | null {
  const start = readStart(text, from, to, 'phase', false)
  if (!start) return null
  const group = trailingGroup(text, start.name.from, start.name.to)
  const read = group ? readModeAndDays(text.slice(group.from + 1, group.to - 1).trim()) : null
  return {
    number: start.label,
    numberSpan: start.labelSpan,
    name: read && group ? trimEnd(text, start.name.from, group.from) : start.name,
    mode: read?.mode ?? null,
    days: read?.days ?? null,
    suffix: read ? group : null,
  }
}

/** `Stream A: API Contract Design` */
export function readStreamHeading(text: string, from: number, to: number): StreamHeading | null {
  const start = readStart(text, from, to, 'stream', true) ?? readStart(text, from, to, 'workstream', true)
  return start && { key: start.label, keySpan: start.labelSpan, name: start.name }
}

/** `Integration 1: Contract Validation (After Phase 1)` */
export function readIntegrationHeading(text: string, from: number, to: number): IntegrationHeading | null {
  const start = readStart(text, from, to, 'integration', false) ?? readStart(text, from, to, 'integration point', false)

  if (!start) return null
  const group = trailingGroup(text, start.name.from, start.name.to)
  const where = group ? readAfter(text.slice(group.from + 1, group.to - 1).trim()) : null
  return {
    number: start.label,
    numberSpan: start.labelSpan,
    name: where && group ? trimEnd(text, start.name.from, group.from) : start.name,
    after: where,
    suffix: where ? group : null,
  }
}

/** `(Parallel - Day 1-2)`, `(Day 2-5)`, `(Sequential)`; `null` when the words are something else. */
export function readModeAndDays(words: string): { mode: Mode | null; days: Days | null } | null {
  const match = modeAndDays.exec(words)
  if (!match || (!match[1] && !match[2])) return null
  const range = match[2] ? days.exec(match[2].trim()) : null
  if (match[2] && !range) return null
  const first = range ? Number(range[1]) : 0
  return {
    mode: match[1] ? (match[1].toLowerCase() as Mode) : null,
    days: range ? { from: first, to: range[2] ? Number(range[2]) : first } : null,
  }
}

function readAfter(words: string): IntegrationPoint['after'] {
  if (words.toLowerCase() === 'final') return 'final'
  const phase = after.exec(words)?.[1]
  return phase ? { phase } : null
}

function readStart(text: string, from: number, to: number, keyword: string, letters: boolean) {
  const read = readHeadingLabel(text, from, to, keyword, letters)
  return (
    read && {
      label: text.slice(read.labelFrom, read.labelTo),
      labelSpan: { from: read.labelFrom, to: read.labelTo },
      name: { from: read.nameFrom, to },
    }
  )
}

/** The last parenthesis of `[from, to)` when it closes the words: `( ... )`. Nested ones count as part of it. */
export function trailingGroup(text: string, from: number, to: number): Span | null {
  const start = trailingGroupFrom(text, from, to)
  return start < 0 ? null : { from: start, to }
}

/** Where that parenthesis opens; -1 when there is none. */
export function trailingGroupFrom(text: string, from: number, to: number): number {
  if (to <= from || text.charCodeAt(to - 1) !== 41) return -1
  let depth = 0
  for (let at = to - 1; at >= from; at--) {
    const code = text.charCodeAt(at)
    if (code === 41) depth++
    else if (code === 40 && --depth === 0) return at
  }
  return -1
}

export function trimEnd(text: string, from: number, to: number): Span {
  return { from, to: trimmedEnd(text, from, to) }
}

/** `to` without the blanks before it. */
export function trimmedEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--
  return end
}

/** Space, tab, CR or LF. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 10
}

const units = 'h|hrs?|hours?|d|days?|m|mins?|minutes?|w|wks?|weeks?'
const figure = String.raw`(\d{1,5}(?:\.\d{1,2})?)`
const hours = new RegExp(
  String.raw`^~?[ \t]*\[?[ \t]*${figure}(?:(?:[ \t]*(${units}))?[ \t]*(?:-|–|—|to)[ \t]*${figure})?[ \t]*\]?[ \t]*(${units})\b`,
  'i',
)

/**
 * `[4-8] hours`, `4-8 hours`, `4h-8h`, `6 hours`, `45 minutes`, `2 days` (of 8 hours), `1-2 weeks` (of 5 days).
 * `figures` is the part before the last unit, relative to the start of `words`. `null` when the words give no figure with
 * a unit.
 */
export function readHours(words: string): { hours: Hours; figures: Span } | null {
  const match = hours.exec(words)
  if (!match?.[1]) return null
  const unit = match[4] ?? 'h'
  const min = Number(match[1]) * hoursIn(match[2] ?? unit)
  const max = match[3] ? Number(match[3]) * hoursIn(unit) : min
  const whole = match[0].slice(0, match[0].length - unit.length)
  const lead = whole.length - whole.trimStart().length
  return { hours: { min, max }, figures: { from: lead, to: whole.trimEnd().length } }
}

function hoursIn(unit: string): number {
  const letter = unit.charAt(0).toLowerCase()
  if (letter === 'w') return 40
  if (letter === 'd') return 8
  return letter === 'm' ? 1 / 60 : 1
}
