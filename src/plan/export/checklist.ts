import type { Plan, Task } from '#plan/plan.ts'
import type { ExportOptions } from './exporter.ts'
import { type PlanPart, planParts } from './planParts.ts'

/** How a checklist is written down. */
export interface ChecklistStyle {
  heading(level: PlanPart['level'], title: string): string
  /** One task without its nested ones. */
  task(task: Task, words: string): string
  /** What one level of nesting is moved in by. */
  readonly indent: string
}

/** Task lists as GitHub draws them. It knows open and done only: started work is open, cancelled work is struck out. */
export const taskListStyle: ChecklistStyle = {
  heading: (level, title) => `${'#'.repeat(level)} ${title}`,
  task({ state }, words) {
    if (state === null) return `- ${words}`
    if (state === 'cancelled') return `- ~~${words}~~`
    return `- [${state === 'done' ? 'x' : ' '}] ${words}`
  },
  indent: '  ',
}

const plainBoxes = { open: '[ ]', active: '[~]', done: '[x]', cancelled: '[-]' } as const

/** For mails and notes: boxes, and headings without marks. */
export const wordsStyle: ChecklistStyle = {
  heading: (_level, title) => title,
  task: ({ state }, words) => (state === null ? `- ${words}` : `${plainBoxes[state]} ${words}`),
  indent: '    ',
}

/**
 * The tasks of the scope under their headings; a heading with nothing under it is left out. Notes under tasks stay
 * behind. Empty when there is nothing to list, else it ends in a line break.
 */
export function renderChecklist(plan: Plan, options: ExportOptions, style: ChecklistStyle): string {
  const parts = planParts(plan, options.scope).map(part => ({
    ...part,
    lines: taskLines(part.tasks, options, style, ''),
  }))
  const blocks: string[] = []
  parts.forEach(({ level, title, lines }, index) => {
    if (lines.length === 0 && !hasLinesBelow(parts, index)) return
    if (title !== null) blocks.push(style.heading(level, title))
    if (lines.length > 0) blocks.push(lines.join('\n'))
  })
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

/** Whether a part of a deeper level before the next of the same level has lines. */
function hasLinesBelow(parts: readonly { level: number; lines: readonly string[] }[], index: number): boolean {
  const level = parts[index]?.level ?? 0
  for (let next = index + 1; ; next++) {
    const part = parts[next]
    if (!part || part.level <= level) return false
    if (part.lines.length > 0) return true
  }
}

function taskLines(tasks: readonly Task[], options: ExportOptions, style: ChecklistStyle, indent: string): string[] {
  return tasks.flatMap(task => {
    const nested = taskLines(task.children, options, style, indent + style.indent)
    if (options.openOnly && nested.length === 0 && !isOpen(task)) return []
    return [indent + style.task(task, wordsOf(task, options)), ...nested]
  })
}

function isOpen({ state }: Task): boolean {
  return state === 'open' || state === 'active'
}

function wordsOf({ key, text, priority }: Task, { priorities }: ExportOptions): string {
  const named = key === null ? text : `${key} ${text}`
  return priorities && priority !== null ? `${named} (Priority: ${capitalised(priority)})` : named
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
