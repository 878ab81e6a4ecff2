import type { Outcome } from '#plan/outcome.ts'
import type { Plan, Reference, Task } from '#plan/plan.ts'
import { escapeBlock } from './escapeBlock.ts'
import { insertLines } from './insertLines.ts'
import { modelOf, withTasks } from './model.ts'
import type { Place } from './place.ts'
import { refuseEmpty, refuseNoPlace } from './refusals.ts'
import { settleOnBoard } from './settle.ts'
import { findSlot } from './slot.ts'
import { readTypedTask } from './typedTask.ts'
import { waysAround } from './waysAround.ts'
import { oneLine } from './words.ts'

/**
 * Writes a new item, in the style of its neighbours. What is typed is read as a line of the file is: it may carry a
 * priority, a key, an estimate. Refuses empty words.
 */
export function addTask(plan: Plan, place: Place, text: string): Outcome {
  const line = oneLine(text)
  if (readTypedTask(line).text === '') return refuseEmpty('task')
  const slot = findSlot(plan, place)
  if (!slot) return refuseNoPlace()
  const { indent, marker, gap, boxed } = slot.style
  const words = boxed ? line : escapeBlock(line)
  const written = `${indent}${marker}${gap}${boxed ? '[ ] ' : ''}${words}`
  const meant = withTasks(plan, modelOf(plan), slot.holder, tasks =>
    tasks.toSpliced(slot.index, 0, newTask(words, boxed)),
  )
  const ways = waysAround(slot, [written]).map(lines => [insertLines(plan.text, slot.at, lines)])
  return settleOnBoard('Add task', plan, ways, meant)
}

function newTask(words: string, boxed: boolean): Task {
  const typed = readTypedTask(words)
  return {
    kind: 'task',
    id: 0 as Task['id'],
    text: typed.text,
    state: boxed ? 'open' : null,
    priority: typed.priority,
    key: typed.key,
    parallel: typed.parallelWords !== '',
    optional: false,
    estimate: typed.estimate,
    dependencies: (typed.dependencies ?? []) as readonly Reference[],
    children: [],
    notes: null,
  }
}
