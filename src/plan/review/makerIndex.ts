import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import { addPosting, findAll } from '#plan/dependencies/postings.ts'
import { nameStems } from '#plan/dependencies/streamWords.ts'
import { BREAK, isGeneric, longestRead, readStems } from '#plan/dependencies/words.ts'
import type { Task } from '#plan/plan.ts'
import type { CheckPhrases } from './checkPhrases.ts'
import { type Thing, thingsOfName, thingsOfTask, withoutActivity } from './madeThings.ts'
import type { PlacedStream } from './reviewContext.ts'

/** Finds the stream of a later phase that a check waits for; `null` when there is none. */
export type LateMakerFinder = (check: CheckPhrases, phrase: readonly string[], gateAt: number) => PlacedStream | null

interface Maker extends Thing {
  readonly placed: PlacedStream
  /** Place of the stream in the plan. */
  readonly at: number
}

/** Words of thousands of tasks may end in one head; the first ones tell enough. */
const mostMakers = 300

/**
 * A thing is brought by the streams and tasks that name it by its head: 'endpoints' by 'Implement REST endpoints', not by
 * 'Create a specification with all endpoints'. When the best of them comes after the gate, and is a better one than any
 * before it, the check is about later work. Better: says more of the words, and fewer that the check does not say.
 */
export function indexMakers(streams: readonly PlacedStream[], sought: ReadonlySet<string>): LateMakerFinder {
  const makers = collectMakers(streams, sought)
  const { isSaid, isCommon, saysInStream, tasksSaying } = indexWords(streams, sought)

  const costOf = (maker: Maker, phrase: readonly string[], check: CheckPhrases): number => {
    const missing = phrase.filter(word => !maker.words.includes(word))
    if (!missing.every(word => isCommon(word) || saysInStream(maker.at, word))) return Number.POSITIVE_INFINITY
    return missing.length * 2 + maker.words.filter(word => !check.words.has(word) && !isGeneric(word)).length
  }
  /** A task before the gate speaks of the thing together with something of the check that is none of the later stream's. */
  const isOfEarlierTask = (phrase: readonly string[], check: CheckPhrases, later: Maker, gateAt: number): boolean => {
    const others = [...check.words].filter(word => !phrase.includes(word) && !saysInStream(later.at, word))
    return tasksSaying(phrase).some(({ words, phaseAt }) => phaseAt <= gateAt && others.some(word => words.has(word)))
  }
  return (check, phrase, gateAt) => {
    const thing = saidThing(phrase, isSaid)
    if (thing.every(isGeneric)) return null
    let before = Number.POSITIVE_INFINITY
    let after = Number.POSITIVE_INFINITY
    let best: Maker | null = null
    for (const maker of makers.get(thing.at(-1) ?? '') ?? []) {
      const isLater = maker.placed.phaseAt > gateAt
      if (maker.effort === 'looks' ? isLater : maker.effort === 'describes' && (isLater || check.asksToRun)) continue
      const cost = costOf(maker, thing, check)
      if (!isLater) before = Math.min(before, cost)
      else if (cost < after) {
        after = cost
        best = maker
      }
    }
    if (best === null || before <= after || isOfEarlierTask(thing, check, best, gateAt)) return null
    return best.placed
  }
}

/** The phrase up to its head: 'ingestion points' where no stream speaks of points is 'ingestion'. */
function saidThing(phrase: readonly string[], isSaid: (word: string) => boolean): readonly string[] {
  const words = [...withoutActivity(phrase)]
  while (words.length > 0 && !isSaid(words.at(-1) ?? '')) words.pop()
  return withoutActivity(words)
}

function collectMakers(
  streams: readonly PlacedStream[],
  sought: ReadonlySet<string>,
): ReadonlyMap<string, readonly Maker[]> {
  const makers = new Map<string, Maker[]>()
  const add = (things: readonly Thing[], placed: PlacedStream, at: number) => {
    for (const { words, effort } of things) {
      const head = words.at(-1) ?? ''
      if (!sought.has(head)) continue
      const known = makers.get(head)
      if (known === undefined) makers.set(head, [{ words, effort, placed, at }])
      else if (known.length < mostMakers) known.push({ words, effort, placed, at })
    }
  }
  for (const [at, placed] of streams.entries()) {
    add(thingsOfName(placed.stream), placed, at)
    for (const task of flattenTasks(placed.stream.tasks)) add(thingsOfTask(task), placed, at)
  }
  return makers
}

interface SaidTask {
  readonly words: ReadonlySet<string>
  readonly phaseAt: number
}

/** Which of the sought words stand where. */
function indexWords(streams: readonly PlacedStream[], sought: ReadonlySet<string>) {
  const inStreams = new Map<string, Set<number>>()
  const inTasks = new Map<string, number[]>()
  const tasks: SaidTask[] = []
  const sayInStream = (word: string, at: number) => {
    const known = inStreams.get(word)
    if (known) known.add(at)
    else inStreams.set(word, new Set([at]))
  }
  for (const [at, { stream, phaseAt }] of streams.entries()) {
    for (const word of nameStems(stream)) {
      if (sought.has(word)) sayInStream(word, at)
    }
    for (const task of flattenTasks(stream.tasks)) {
      const words = new Set(stemsOfTask(task).filter(word => sought.has(word)))
      if (words.size === 0) continue
      const place = tasks.push({ words, phaseAt }) - 1
      for (const word of words) {
        sayInStream(word, at)
        addPosting(inTasks, word, place)
      }
    }
  }
  return {
    isSaid: (word: string) => inStreams.has(word),
    saysInStream: (at: number, word: string) => inStreams.get(word)?.has(at) ?? false,
    /** What half of the streams say is what the whole plan is about: 'ML' in a plan for machine learning. */
    isCommon: (word: string) => (inStreams.get(word)?.size ?? 0) * 2 >= streams.length,
    tasksSaying: (words: readonly string[]) =>
      findAll(inTasks, words)
        .slice(0, mostMakers)
        .flatMap(at => tasks[at] ?? []),
  }
}

const known = new WeakMap<Task, readonly string[]>()

/** Read once for each task object: a task that an edit does not touch is the same object. */
function stemsOfTask(task: Task): readonly string[] {
  const present = known.get(task)
  if (present !== undefined) return present
  const stems = readStems(task.text.slice(0, longestRead)).filter(word => word !== BREAK)
  known.set(task, stems)
  return stems
}
