import type { Edit } from '#plan/change.ts'
import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, Plan, Priority, Span } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import { modelOf, withTask } from './model.ts'
import { refuseMissing } from './refusals.ts'
import { settle } from './settle.ts'
import { wordsOfTask } from './taskWords.ts'

const names: Record<Priority, string> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' }

/** Writes the word of a priority, the whole `(Priority: High)`, or takes that away (`null`). */
export function setPriority(plan: Plan, id: NodeId, priority: Priority | null): Outcome {
  const task = plan.nodes.get(id)
  if (task?.kind !== 'task') return refuseMissing('task')
  const label = priority ? 'Set priority' : 'Remove priority'
  if (task.priority === priority) return changeOf(label, plan, [])
  const words = wordsOfTask(plan, id)
  if (!words) return refuse('no-words', 'This item has no line of words that could carry a priority.')
  const token = plan.spans.get(id)?.priority
  const edit = token ? changedToken(plan.text, token, priority) : newToken(words, priority)
  const meant = withTask(plan, modelOf(plan), id, before => ({ ...before, priority }))
  return settle(label, plan, [[edit]], meant)
}

function newToken(words: Span, priority: Priority | null): Edit {
  return { from: words.to, to: words.to, insert: priority ? ` (Priority: ${names[priority]})` : '' }
}

function changedToken(text: string, { from, to }: Span, priority: Priority | null): Edit {
  if (priority) {
    const match = /([a-z]+)\s*\)$/i.exec(text.slice(from, to))
    const start = from + (match?.index ?? 0)
    return { from: start, to: start + (match?.[1]?.length ?? 0), insert: names[priority] }
  }
  let start = from
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--
  return { from: start, to, insert: '' }
}
