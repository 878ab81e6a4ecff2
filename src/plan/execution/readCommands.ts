import { readingOf } from '#plan/parse/parsePlan.ts'
import type { NodeId, Phase, Plan, Span } from '#plan/plan.ts'
import { plainLine } from './shellWords.ts'
import { titleOfPhase } from './titles.ts'

/** A command of the plan's text that hands prompts to a tool. */
export interface Command {
  /** From the start of its first line, comments not counted, to after its last character. */
  readonly span: Span
  /** The double-quoted words as they stand in the text, with their quotes. */
  readonly prompts: readonly Prompt[]
  readonly parallel: boolean
  /** What stands before the first prompt: `claude --parallel \` and a line break. */
  readonly head: string
  /** What stands after the last prompt. */
  readonly tail: string
}

export interface Prompt {
  /** As a shell reads them. */
  readonly words: string
  readonly raw: string
}

/** The commands under one comment, and under those after it that say nothing of their own. */
export interface CommandGroup {
  /** What the comment says: 'Phase 1: Parallel foundation'. */
  readonly label: string
  /** The number of a phase that the comment names, also of one that the plan does not have. */
  readonly number: string | null
  readonly phase: NodeId | null
  readonly commands: readonly Command[]
  /** There are lines that start something, but not by prompts that could be exchanged one by one. */
  readonly hasOwnForm: boolean
  /** There are lines beside the commands: `git pull`. */
  readonly hasOthers: boolean
  /** From the start of its comment to after its last command. */
  readonly span: Span
}

const phaseLabel = /^Phase[ \t]+(\d{1,6}(?:\.\d{1,6}){0,4})\b/i

/** The commands of a plan, by the phase that their comment names. Those at the top without one are the first phase's. */
export function readCommandGroups(plan: Plan): readonly CommandGroup[] {
  const { text, table, details, rowOf } = readingOf(plan)
  const found: (Omit<CommandGroup, 'phase'> & { commands: Command[]; span: Span; isLeading: boolean })[] = []
  for (const step of plan.execution) {
    const spans = details.commands[table.detail[rowOf(step.id)] ?? -1]
    if (!spans) continue
    const from = afterComments(text, spans.start, spans.end)
    const read = readCommand(text.slice(from, spans.end), from, step.parallel)
    const label = step.comment ?? ''
    let group = found.at(-1)
    if (!group || step.comment !== null) {
      const number = phaseLabel.exec(label)?.[1] ?? null
      group = {
        label,
        number,
        commands: [],
        hasOwnForm: false,
        hasOthers: false,
        span: { from: spans.start, to: spans.end },
        isLeading: number === null && found.every(other => other.isLeading),
      }
      found.push(group)
    }
    if (typeof read === 'object') group.commands.push(read)
    found[found.length - 1] = {
      ...group,
      hasOwnForm: group.hasOwnForm || read === 'own form',
      hasOthers: group.hasOthers || read === 'other',
      span: { from: group.span.from, to: spans.end },
    }
  }
  const taken = new Set<Phase>()
  const phases = found.map(({ number, label }) => {
    const fitting = plan.phases.filter(phase => isNamed(phase, number, label))
    const phase = fitting.find(each => !taken.has(each)) ?? fitting[0]
    if (phase) taken.add(phase)
    return phase
  })
  const first = plan.phases[0]
  return found.map(({ isLeading, ...group }, at) => {
    const phase = phases[at] ?? (isLeading && first && !taken.has(first) ? first : undefined)
    return { ...group, phase: phase?.id ?? null }
  })
}

function isNamed(phase: Phase, number: string | null, label: string): boolean {
  if (phase.number !== null || number !== null) return phase.number === number
  const words = label.toLowerCase()
  return words !== '' && [titleOfPhase(phase), phase.name].some(name => plainLine(name).toLowerCase() === words)
}

/** Lines that prepare or report, whatever they quote. */
const helpers = new Set(
  'cd cp docker echo export git mkdir mv npm pnpm printf pwd rm sleep source wait yarn'.split(' '),
)

/** A command that can be written with other prompts; one that cannot, because more stands in it; or a line beside it. */
function readCommand(source: string, from: number, parallel: boolean): Command | 'own form' | 'other' {
  const first = /^\s*([^\s"]*)/.exec(source)?.[1] ?? ''
  if (helpers.has(first)) return 'other'
  const prompts: Prompt[] = []
  const open = source.indexOf('"')
  const head = source.slice(0, open < 0 ? source.length : open)
  if (open < 0) return /['`$(){};&|<>]/.test(source) ? 'own form' : 'other'
  if (first === '' || /['`$(){};&|<>#]/.test(head)) return 'own form'
  let at = open
  while (source[at] === '"') {
    const end = closingQuote(source, at)
    if (end < 0) return 'own form'
    const raw = source.slice(at, end + 1)
    prompts.push({ words: raw.slice(1, -1).replace(/\\([\s\S])/g, '$1'), raw })
    at = end + 1
    const gap = /^(?:[ \t]+|[ \t]*\\[ \t]*\r?\n[ \t]*)+(?=")/.exec(source.slice(at))?.[0]
    if (gap === undefined) break
    at += gap.length
  }
  const tail = source.slice(at)
  if (/["'`$\\\n]/.test(tail)) return 'own form'
  return { span: { from, to: from + source.length }, prompts, parallel, head, tail }
}

function closingQuote(source: string, open: number): number {
  let at = open + 1
  while (at < source.length && source[at] !== '"') at += source[at] === '\\' ? 2 : 1
  return at < source.length ? at : -1
}

function afterComments(text: string, start: number, end: number): number {
  let at = start
  while (at < end && text.slice(at, lineTo(text, at)).trim().startsWith('#')) at = lineTo(text, at) + 1
  return at
}

/** As the commands are read: a line ends at its LF. */
function lineTo(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
