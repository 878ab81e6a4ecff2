import { applyChange, type Edit, makeChange } from '#plan/change.ts'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import { addDependency } from '#plan/edit/addDependency.ts'
import { addTask } from '#plan/edit/addTask.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Phase, Plan, Stream, Task } from '#plan/plan.ts'
import type { Finding, FindingCode } from './finding.ts'

/** A plan with one known defect, and what a right review says of it and did not say before. */
export interface Planting {
  readonly before: Plan
  /** Nodes that the defect does not touch keep their ids. */
  readonly after: Plan
  /** The finding stands where the defect was planted. */
  readonly isPlanted: (finding: Finding) => boolean
  /** Other kinds of findings that are true only because of it, and where. */
  readonly follows?: readonly Consequence[]
}

export interface Consequence {
  readonly code: FindingCode
  /** The node it may be about. */
  readonly node: NodeId
}

/** A number from 0 up to, not including, 1. */
export type Chance = () => number

/** Puts one defect in at a random place; `null` where the plan has no place for it. */
export type Plant = (plan: Plan, chance: Chance) => Planting | null

export interface Placed {
  readonly stream: Stream
  readonly phase: Phase
  readonly at: number
}

export function placedStreams(plan: Plan): readonly Placed[] {
  return plan.phases.flatMap((phase, at) =>
    phase.streams.flatMap(stream => (stream.implicit ? [] : [{ stream, phase, at }])),
  )
}

/** Streams whose letter is theirs alone, so that 'Stream X' means them. */
export function letteredStreams(plan: Plan): readonly (Placed & { readonly key: string })[] {
  const placed = placedStreams(plan)
  return placed.flatMap(one => {
    const { key } = one.stream
    const isAlone = placed.filter(other => other.stream.key === key).length === 1
    return key !== null && isAlone ? [{ ...one, key }] : []
  })
}

/** Each pair of a list with each other element, in random order. */
export function pairsOf<First, Second>(
  firsts: readonly First[],
  seconds: readonly Second[],
  chance: Chance,
): readonly (readonly [First, Second])[] {
  return shuffled(
    firsts.flatMap(first => seconds.map(second => [first, second] as const)),
    chance,
  )
}

export function shuffled<Value>(values: readonly Value[], chance: Chance): readonly Value[] {
  return values
    .map(value => ({ value, order: chance() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value)
}

export function pick<Value>(values: readonly Value[], chance: Chance): Value | undefined {
  return values[Math.floor(chance() * values.length)]
}

export function edited(plan: Plan, edits: readonly Edit[]): Plan {
  return applyChange(plan, makeChange('Plant', plan.text.length, edits))
}

export function applied(plan: Plan, outcome: Outcome): Plan | null {
  return outcome.ok && !outcome.change.set.empty ? applyChange(plan, outcome.change) : null
}

export function streamIn(plan: Plan, id: NodeId): Stream | null {
  const node = plan.nodes.get(id)
  return node?.kind === 'stream' ? node : null
}

/** The stream waits for these words too; also where the edit of the app would refuse a circle. */
export function withWait(plan: Plan, id: NodeId, words: string): { after: Plan; reference: NodeId } | null {
  const count = streamIn(plan, id)?.dependencies.length ?? 0
  const last = streamIn(plan, id)?.dependencies.at(-1)
  const end = last && plan.spans.get(last.id)?.whole.to
  const after =
    end === undefined
      ? applied(plan, addDependency(plan, id, words))
      : edited(plan, [{ from: end, to: end, insert: `, ${words}` }])
  const written = after && streamIn(after, id)?.dependencies
  const reference = written?.at(-1)
  return after && written?.length === count + 1 && reference?.text === words ? { after, reference: reference.id } : null
}

/** The stream with one more task at its end. */
export function withTaskIn(plan: Plan, id: NodeId, words: string): { after: Plan; task: Task } | null {
  const after = applied(plan, addTask(plan, { in: id }, words))
  const task = after && streamIn(after, id)?.tasks.at(-1)
  return after && task?.text === words ? { after, task } : null
}

/** Whether a stream or one of its tasks waits for another stream or one of its tasks. */
export function waitsFor(plan: Plan, from: NodeId, to: NodeId): boolean {
  const inside = (id: NodeId | null, stream: NodeId): boolean => {
    for (let at = id ?? undefined; at !== undefined; at = plan.parents.get(at)) if (at === stream) return true
    return false
  }
  return resolveDependencies(plan).links.some(link => inside(link.from, from) && inside(link.to, to))
}

export function hasCycle(plan: Plan): boolean {
  return resolveDependencies(plan).cycles.length > 0
}
