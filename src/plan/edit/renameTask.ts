import type { Edit } from '#plan/change.ts'
import { type Outcome, refuse } from '#plan/outcome.ts'
import type { NodeId, NodeSpans, Plan, Reference, Span, Task } from '#plan/plan.ts'
import { escapeBlock } from './escapeBlock.ts'
import { modelOf, withTask } from './model.ts'
import { refuseEmpty, refuseMissing, refuseWords } from './refusals.ts'
import { settle } from './settle.ts'
import { wordsOfTask } from './taskWords.ts'
import { readTypedTask, type TypedTask } from './typedTask.ts'
import { oneLine, rewrapWords } from './words.ts'

/**
 * Writes a task's words, only where they differ. What is typed is read as a line of the file is: `(Priority: High)` at
 * its end sets the priority, a key at its start the key. Refuses empty words.
 */
export function renameTask(plan: Plan, id: NodeId, text: string): Outcome {
  const task = plan.nodes.get(id)
  const spans = plan.spans.get(id)
  if (task?.kind !== 'task' || !spans) return refuseMissing('task')
  const line = oneLine(text)
  if (readTypedTask(line).text === '') return refuseEmpty('task')
  const words = wordsOfTask(plan, id)
  if (!words) return refuse('no-words', 'This item has no line of words to change. Edit it in the text.')
  const typed = readTypedTask(task.state === null && task.key === null ? escapeBlock(line) : line)
  const own = spans.text ?? words
  const lead = leadEdits(plan, spans, words, task, typed)
  const fields = fieldEdits(plan, spans, own, typed)
  const meant = withTask(plan, modelOf(plan), id, before => renamed(before, typed))
  const isTight = own.from === own.to && /\S/.test(plan.text[own.from - 1] ?? '')
  const gap = isTight ? [{ from: own.from, to: own.from, insert: ' ' }] : []
  const ways = [
    [...gap, ...lead, rewrapWords(plan.text, own, typed.text), ...fields],
    [...gap, ...lead, { ...own, insert: typed.text }, ...fields],
  ]
  const outcome = settle('Rename task', plan, ways, meant)
  return outcome.ok ? outcome : refuseWords(line)
}

function renamed(task: Task, typed: TypedTask): Task {
  return {
    ...task,
    text: typed.text,
    key: typed.key ?? task.key,
    parallel: typed.parallelWords !== '' || task.parallel,
    priority: typed.priority ?? task.priority,
    estimate: typed.estimate ?? task.estimate,
    dependencies: typed.dependencies ? (typed.dependencies as readonly Reference[]) : task.dependencies,
  }
}

function leadEdits(plan: Plan, spans: NodeSpans, words: Span, task: Task, typed: TypedTask): readonly Edit[] {
  const edits: Edit[] = []
  const at = spans.text?.from ?? words.from
  const blanks = /^\s*/.exec(plan.text.slice(words.from, words.to))?.[0].length ?? 0
  const start = task.parallel ? words.from + blanks : at
  if (typed.key !== null) {
    edits.push(spans.key ? { ...spans.key, insert: typed.key } : { from: start, to: start, insert: typed.keyWords })
  }
  if (typed.parallelWords !== '' && !task.parallel) edits.push({ from: at, to: at, insert: typed.parallelWords })
  return edits
}

/** A field that the line has already is written where it stands; a new one goes behind the words. */
function fieldEdits(plan: Plan, spans: NodeSpans, own: Span, typed: TypedTask): readonly Edit[] {
  const old = {
    priority: spans.priority,
    estimate: spans.estimate && groupAround(plan.text, spans.estimate),
    dependencies: spans.dependencies && groupAround(plan.text, spans.dependencies),
  }
  return typed.fields.map(({ kind, words }) => {
    const group = old[kind]
    return group
      ? { ...group, insert: words.trimStart() }
      : { from: own.to, to: own.to, insert: ` ${words.trimStart()}` }
  })
}

function groupAround(text: string, { from, to }: Span): Span {
  return { from: text.lastIndexOf('(', from), to: text.indexOf(')', to) + 1 }
}
