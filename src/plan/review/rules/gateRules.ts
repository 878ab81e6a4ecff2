import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import { readStems } from '#plan/dependencies/words.ts'
import { moveTask } from '#plan/edit/moveTask.ts'
import type { IntegrationPoint, Task } from '#plan/plan.ts'
import { type CheckPhrases, readCheck } from '#plan/review/checkPhrases.ts'
import { type Finding, type Fix, findingAt } from '#plan/review/finding.ts'
import { indexMakers } from '#plan/review/makerIndex.ts'
import { gateAt, lastWorkedPhase, nameOf, type PlacedStream, type ReviewContext } from '#plan/review/reviewContext.ts'

/** A check of a gate that asks for what a stream of a later phase brings: the gate cannot be passed in time. */
export function findEarlyGates(context: ReviewContext): readonly Finding[] {
  const last = lastWorkedPhase(context)
  const checks = context.plan.integrationPoints.flatMap(point => {
    const at = gateAt(context, point)
    if (at >= last) return []
    return flattenTasks(point.checks).map(check => ({ point, at, check, read: readCheck(check.text) }))
  })
  if (checks.length === 0) return []
  const worked = context.streams.filter(({ stream }) => stream.tasks.length > 0)
  const findLate = indexMakers(worked, new Set(checks.flatMap(({ read }) => [...read.words])))
  const findTold = indexTasks(worked)
  return checks.flatMap(({ point, at, check, read }): Finding[] => {
    const late = [
      ...namedLate(context, check.text, at),
      ...read.phrases.flatMap(phrase => findLate(read, phrase, at) ?? []),
      ...findTold(read, at),
    ]
    const [first] = late
    if (first === undefined) return []
    const message = `${nameOf(first.stream)} does this work in a later phase, so this gate cannot be passed in time.`
    const fix = moveToLaterGate(context, point, check, late)
    return [findingAt('gate-checks-later-work', check.id, message, { others: [first.stream.id], fix })]
  })
}

/** Streams of later phases that the check names by letter or number: 'Stream D is finished'. */
function namedLate({ streams }: ReviewContext, text: string, at: number): readonly PlacedStream[] {
  const keys = [...text.matchAll(/\bstreams?[ \t]+([a-z]{1,2}|\d{1,6})\b/gi)].map(([, key]) => key?.toLowerCase())
  return keys.flatMap(key => {
    const called = streams.filter(({ stream }) => stream.key?.toLowerCase() === key)
    return called.length > 0 && called.every(({ phaseAt }) => phaseAt > at) ? called.slice(0, 1) : []
  })
}

/**
 * A task that a check only puts in other words: 'Crash logs are collected' after 'Collect crash logs'. It says every word
 * of it, two at least, and no task of the gate's own time does.
 */
function indexTasks(worked: readonly PlacedStream[]): (read: CheckPhrases, at: number) => readonly PlacedStream[] {
  const tasks = worked.flatMap(placed =>
    flattenTasks(placed.stream.tasks).map(task => ({ placed, words: wordsOf(task) })),
  )
  return ({ words, phrases }, at) => {
    if (words.size < 2 || phrases.length === 0) return []
    const said = [...words]
    const telling = tasks.filter(task => said.every(word => task.words.has(word)))
    return telling.every(({ placed }) => placed.phaseAt > at) ? telling.slice(0, 1).map(({ placed }) => placed) : []
  }
}

const known = new WeakMap<Task, ReadonlySet<string>>()

/** Read once for each task object: a task that an edit does not touch is the same object. */
function wordsOf(task: Task): ReadonlySet<string> {
  const words = known.get(task) ?? new Set(readStems(task.text))
  known.set(task, words)
  return words
}

/** To the first gate after all that the check asks for. A gate keeps its last check: without one it is never passed. */
function moveToLaterGate(
  context: ReviewContext,
  from: IntegrationPoint,
  check: Task,
  late: readonly PlacedStream[],
): Fix | null {
  const needed = Math.max(...late.map(({ phaseAt }) => phaseAt))
  const isLast = !from.checks.some(other => other !== check && other.state !== null)
  const isTop = from.checks.includes(check)
  if (isLast || !isTop) return null
  const [gate] = context.plan.integrationPoints
    .map(point => ({ point, at: gateAt(context, point) }))
    .filter(({ point, at }) => at >= needed && point.name !== '' && point.checks.length > 0)
    .sort((a, b) => a.at - b.at)
  if (!gate) return null
  return {
    label: `Move to “${gate.point.name}”`,
    edit: plan => moveTask(plan, check.id, { in: gate.point.id }),
  }
}
