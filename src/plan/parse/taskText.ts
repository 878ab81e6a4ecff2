import type { Hours, Priority } from '#plan/plan.ts'
import { startsWithWord } from './headingLabel.ts'
import { isBlank, readHours, trailingGroupFrom, trimmedEnd } from './headings.ts'
import { lineEnd } from './lines.ts'

/**
 * The words of a task, from after its box to the end of its first paragraph, and where each recognised field stands.
 * Offsets; `from === -1` says that the task has no such field. One object is filled again and again, because ten
 * thousand tasks are read at once: take out what you need before the next `readTaskText`.
 */
export interface TaskText {
  textFrom: number
  textTo: number
  keyFrom: number
  keyTo: number
  parallel: boolean
  priority: Priority | null
  /** `(Priority: High)` whole */
  priorityFrom: number
  priorityTo: number
  estimate: Hours | null
  estimateFrom: number
  estimateTo: number
  /** What stands after `depends on` or `blocked by` in a closing parenthesis. */
  dependenciesFrom: number
  dependenciesTo: number
}

const read: TaskText = {
  textFrom: 0,
  textTo: 0,
  keyFrom: -1,
  keyTo: -1,
  parallel: false,
  priority: null,
  priorityFrom: -1,
  priorityTo: -1,
  estimate: null,
  estimateFrom: -1,
  estimateTo: -1,
  dependenciesFrom: -1,
  dependenciesTo: -1,
}

// 'T012', 'SETUP-001', '1.2', '3.' ; each bounded, none can backtrack far.
const key =
  /^(?:\*\*)?(T\d{1,6}|[A-Z]{2,12}-\d{1,6}|\d{1,6}(?:\.\d{1,6}){1,4}|\d{1,6}(?=\.[ \t]))(?:\*\*)?[.:)]?(?=[ \t])/
const parallel = /^(?:\[P\]|\(P\))(?=[ \t]|$)/

/** Reads `[from, to)`, one or more lines. */
export function readTaskText(text: string, from: number, to: number): Readonly<TaskText> {
  read.textFrom = skipBlank(text, from, to)
  read.textTo = trimmedEnd(text, read.textFrom, to)
  read.keyFrom = -1
  read.parallel = false
  read.priority = null
  read.priorityFrom = -1
  read.estimate = null
  read.estimateFrom = -1
  read.dependenciesFrom = -1
  readKey(text)
  while (readClosingField(text));
  return read
}

/** `T012 [P]` at the start. Only a capital, a digit, a star or a bracket can begin one: most tasks need no look. */
function readKey(text: string): void {
  const first = text.charCodeAt(read.textFrom)
  if ((first >= 48 && first <= 57) || first === 42 || (first >= 65 && first <= 90 && mayBeKey(text, read.textFrom))) {
    const match = key.exec(text.slice(read.textFrom, Math.min(read.textTo, read.textFrom + 40)))
    if (match?.[1]) {
      read.keyFrom = read.textFrom + match[0].indexOf(match[1])
      read.keyTo = read.keyFrom + match[1].length
      read.textFrom = skipBlank(text, read.textFrom + match[0].length, read.textTo)
    }
  }
  const bracket = text.charCodeAt(read.textFrom)
  if (bracket !== 91 && bracket !== 40) return
  if (parallel.test(text.slice(read.textFrom, Math.min(read.textTo, read.textFrom + 4)))) {
    read.parallel = true
    read.textFrom = skipBlank(text, read.textFrom + 3, read.textTo)
  }
}

/** Takes the last parenthesis off the words when it is a field that was not read yet. */
function readClosingField(text: string): boolean {
  if (readPlainPriority(text)) return true
  const from = trailingGroupFrom(text, read.textFrom, read.textTo)
  if (from < 0) return false
  const to = read.textTo
  const priority = read.priority === null ? priorityIn(text, from + 1, to - 1) : null
  if (priority) {
    read.priority = priority
    read.priorityFrom = from
    read.priorityTo = to
  } else if (!readEstimateOrDependencies(text, from, to)) return false
  read.textTo = trimmedEnd(text, read.textFrom, from)
  return true
}

/** As the templates write it, and so nearly every task: one look instead of a search for the parenthesis. */
function readPlainPriority(text: string): boolean {
  const to = read.textTo
  if (read.priority !== null || text.charCodeAt(to - 1) !== 41) return false
  const plain = plainPriorityByEnd(text.charCodeAt(to - 2))
  if (plain === null) return false
  const from = to - plain.words.length
  if (from < read.textFrom || !text.endsWith(plain.words, to)) return false
  read.priority = plain.priority
  read.priorityFrom = from
  read.priorityTo = to
  read.textTo = trimmedEnd(text, read.textFrom, from)
  return true
}

interface PlainPriority {
  readonly priority: Priority
  readonly words: string
}

const plainCritical: PlainPriority = { priority: 'critical', words: '(Priority: Critical)' }
const plainHigh: PlainPriority = { priority: 'high', words: '(Priority: High)' }
const plainMedium: PlainPriority = { priority: 'medium', words: '(Priority: Medium)' }
const plainLow: PlainPriority = { priority: 'low', words: '(Priority: Low)' }

/** The one whose name ends in a letter's code. */
function plainPriorityByEnd(code: number): PlainPriority | null {
  if (code === 108) return plainCritical
  if (code === 104) return plainHigh
  if (code === 109) return plainMedium
  return code === 119 ? plainLow : null
}

function readEstimateOrDependencies(text: string, from: number, to: number): boolean {
  // '(Estimate: 4h)', '(effort', '(time', '(~2h)', '(2h)', '(depends on', '(blocked by': nothing else is worth a look.
  const first = text.charCodeAt(from + 1) | 32
  const isFigure = (first >= 48 && first <= 57) || first === 126
  const isLetter = first === 98 || first === 100 || first === 101 || first === 116
  if (!isFigure && !isLetter && first !== 32) return false
  const words = text.slice(from + 1, to - 1)
  const spent = read.estimate === null ? readEstimate(words) : null
  if (spent) {
    read.estimate = spent.hours
    read.estimateFrom = from + 1 + spent.offset + spent.figures.from
    read.estimateTo = from + 1 + spent.offset + spent.figures.to
    return true
  }
  const waits = read.dependenciesFrom < 0 ? /^(?:[Dd]epends on|[Bb]locked by):?[ \t]+/.exec(words) : null
  if (!waits) return false
  read.dependenciesFrom = from + 1 + waits[0].length
  read.dependenciesTo = to - 1
  return true
}

/** `Priority: High` */
function priorityIn(text: string, from: number, to: number): Priority | null {
  if ((text.charCodeAt(from) | 32) !== 112 || !startsWithWord(text, from, to, 'priority')) return null
  let at = skipBlank(text, from + 8, to)
  if (text.charCodeAt(at) !== 58) return null
  at = skipBlank(text, at + 1, to)
  const priority = priorityByLetter(text.charCodeAt(at) | 32)
  if (priority === null || trimmedEnd(text, at, to) - at !== priority.length) return null
  return startsWithWord(text, at, to, priority) ? priority : null
}

/** The one priority that begins with a small letter's code. */
function priorityByLetter(code: number): Priority | null {
  if (code === 99) return 'critical'
  if (code === 104) return 'high'
  if (code === 109) return 'medium'
  return code === 108 ? 'low' : null
}

/** `2h`, `Estimate: 2 days`; the whole parenthesis must be the estimate. */
function readEstimate(words: string) {
  if (words.length > 40) return null
  const offset = /^(?:(?:estimate|estimated|est\.?|effort|time)[ \t]*:?[ \t]*)?/i.exec(words)?.[0].length ?? 0
  const hours = readHours(words.slice(offset))
  const unit = hours ? words.slice(offset + hours.figures.to).trim() : ''
  // Without the label only hours count: '(30 minutes)' is more often a timeout than an estimate.
  if (!hours || !(offset > 0 ? /^[a-z]+$/i : /^h(?:rs?|ours?)?$/i).test(unit)) return null
  return { ...hours, offset }
}

/** The lines of a paragraph as one: each line break with the blanks around it is one space. */
export function joinLines(text: string, from: number, to: number): string {
  const words = text.slice(from, to)
  return lineEnd(text, from) < to
    ? words
        .split(/[\r\n]/)
        .map(line => line.slice(skipBlank(line, 0, line.length), trimmedEnd(line, 0, line.length)))
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
