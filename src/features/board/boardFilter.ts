import type { Plan, Priority, Task } from '#plan/plan.ts'

export type Progress = 'all' | 'open' | 'done'

/** Which cards show. Streams, phases and gates always do. */
export interface TaskFilter {
  readonly text: string
  /** None chosen means any, also none at all. */
  readonly priorities: readonly Priority[]
  readonly progress: Progress
}

export const noFilter: TaskFilter = { text: '', priorities: [], progress: 'all' }

export function isFiltering({ text, priorities, progress }: TaskFilter): boolean {
  return text.trim() !== '' || priorities.length > 0 || progress !== 'all'
}

/** A task shows when it or a task nested in it meets every part of the filter; words may stand in any order. */
export function matchesFilter(task: Task, filter: TaskFilter): boolean {
  return matchesWords(task, filter, wordsOf(filter.text))
}

/** Nested tasks count; plain bullets do too, as they are cards as well. */
export function countMatches(plan: Plan, filter: TaskFilter): { readonly shown: number; readonly total: number } {
  const words = wordsOf(filter.text)
  const count = { shown: 0, total: 0 }
  const visit = (task: Task) => {
    count.total++
    if (meets(task, filter, words)) count.shown++
    task.children.forEach(visit)
  }
  for (const phase of plan.phases) for (const stream of phase.streams) stream.tasks.forEach(visit)
  return count
}

function matchesWords(task: Task, filter: TaskFilter, words: readonly string[]): boolean {
  return meets(task, filter, words) || task.children.some(child => matchesWords(child, filter, words))
}

function meets(task: Task, { priorities, progress }: TaskFilter, words: readonly string[]): boolean {
  if (priorities.length > 0 && !(task.priority && priorities.includes(task.priority))) return false
  if (progress === 'open' && task.state !== 'open' && task.state !== 'active') return false
  if (progress === 'done' && task.state !== 'done') return false
  if (words.length === 0) return true
  const text = `${task.key ?? ''} ${task.text}`.toLowerCase()
  return words.every(word => text.includes(word))
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean)
}
