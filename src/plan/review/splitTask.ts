import { composeChanges, previewChange } from '#plan/change.ts'
import { addTask } from '#plan/edit/addTask.ts'
import { renameTask } from '#plan/edit/renameTask.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan, Task } from '#plan/plan.ts'
import type { Fix } from './finding.ts'
import { readTwoJobs, type TwoJobs } from './twoJobs.ts'

const priorities = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' } as const

/**
 * Two tasks instead of one, where that says the same: words without markup, nothing in the second job that points back at
 * the first, and no key, hours or dependencies that would have to be shared out.
 */
export function splitTask(task: Task, { first, second }: TwoJobs): Fix | null {
  const isPlain = /^[\p{L}\p{N} ,./'’-]+$/u.test(`${first} ${second}`)
  const pointsBack =
    /\b(?:it|its|them|their|they|this|that|these|those|both|each|same|there|which|respectively)\b/i.test(second)
  const isBare = task.key === null && task.estimate === null && task.dependencies.length === 0 && task.notes === null
  if (
    !isPlain ||
    pointsBack ||
    !isBare ||
    task.parallel ||
    task.optional ||
    (task.state !== null && task.state !== 'open')
  )
    return null
  // Three jobs would leave one task with two of them.
  if (readTwoJobs(first) !== null || readTwoJobs(second) !== null) return null
  const isUpper = first[0] !== first[0]?.toLowerCase()
  const written = isUpper ? `${second[0]?.toUpperCase()}${second.slice(1)}` : second
  const rated = task.priority === null ? written : `${written} (Priority: ${priorities[task.priority]})`
  return { label: 'Split into two tasks', edit: plan => split(plan, task.id, first, rated) }
}

function split(plan: Plan, id: NodeId, first: string, second: string): Outcome {
  const added = addTask(plan, { after: id }, second)
  if (!added.ok) return added
  const between = previewChange(plan, added.change)
  const renamed = renameTask(between, id, first)
  if (!renamed.ok) return renamed
  return { ok: true, change: composeChanges('Split task', added.change, renamed.change) }
}
