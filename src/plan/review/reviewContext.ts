import type { Dependencies, DependencyLink } from '#plan/dependencies/dependencies.ts'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import type { ExecutionStep, IntegrationPoint, NodeId, Phase, Plan, Stream } from '#plan/plan.ts'
import type { Finding } from './finding.ts'

export interface PlacedStream {
  readonly stream: Stream
  readonly phase: Phase
  /** Place of the phase in the plan. */
  readonly phaseAt: number
}

/** What several rules need, worked out once. */
export interface ReviewContext {
  readonly plan: Plan
  readonly dependencies: Dependencies
  readonly streams: readonly PlacedStream[]
  readonly streamById: ReadonlyMap<NodeId, PlacedStream>
  /** Links from stream to stream, each pair as written; a task's link counts for its stream. */
  readonly streamLinks: readonly StreamLink[]
  /** Links of a stream, or of its task, to a whole phase. */
  readonly phaseLinks: readonly PhaseLink[]
  readonly commands: readonly PhaseCommands[]
  /** The phases whose heading says so, or whose streams the commands run side by side. */
  readonly parallelPhases: ReadonlySet<Phase>
  /** The first phase of each number. */
  readonly phaseByNumber: ReadonlyMap<string, number>
}

export interface StreamLink {
  readonly link: DependencyLink
  readonly from: PlacedStream
  readonly to: PlacedStream
}

export interface PhaseLink {
  readonly link: DependencyLink
  readonly from: PlacedStream
  readonly phase: Phase
  readonly phaseAt: number
}

/** The commands under one comment that names a phase. */
export interface PhaseCommands {
  readonly number: string
  /** What the comment calls the phase. */
  readonly name: string
  readonly steps: readonly ExecutionStep[]
}

/** One kind of finding. */
export type Rule = (context: ReviewContext) => readonly Finding[]

export function readContext(plan: Plan): ReviewContext {
  const dependencies = resolveDependencies(plan)
  const streams = plan.phases.flatMap((phase, phaseAt) => phase.streams.map(stream => ({ stream, phase, phaseAt })))
  const streamById = new Map(streams.map(placed => [placed.stream.id, placed]))
  const holder = (id: NodeId): PlacedStream | undefined => {
    for (let at: NodeId | undefined = id; at !== undefined; at = plan.parents.get(at)) {
      const placed = streamById.get(at)
      if (placed) return placed
    }
    return undefined
  }
  const streamLinks = dependencies.links.flatMap(link => {
    const from = holder(link.from)
    const to = link.to === null ? undefined : holder(link.to)
    return from && to && from !== to ? [{ link, from, to }] : []
  })
  const phaseById = new Map(plan.phases.map((phase, phaseAt) => [phase.id, { phase, phaseAt }]))
  const phaseLinks = dependencies.links.flatMap(link => {
    const placed = link.to === null ? undefined : phaseById.get(link.to)
    const from = placed && holder(link.from)
    return from ? [{ link, from, ...placed }] : []
  })
  const phaseByNumber = new Map<string, number>()
  for (const [at, { number }] of plan.phases.entries()) {
    if (number !== null && !phaseByNumber.has(number)) phaseByNumber.set(number, at)
  }
  const commands = readCommands(plan.execution)
  const parallelPhases = findParallelPhases(plan, commands)
  return { plan, dependencies, streams, streamById, streamLinks, phaseLinks, commands, parallelPhases, phaseByNumber }
}

function readCommands(execution: readonly ExecutionStep[]): readonly PhaseCommands[] {
  const found: { number: string; name: string; steps: ExecutionStep[] }[] = []
  let isOpen = false
  for (const step of execution) {
    if (step.comment !== null) {
      const named = /^Phase[ \t]+(\d{1,6}(?:\.\d{1,6}){0,4})\b[ \t]*:?[ \t]*(.*)$/i.exec(step.comment)
      isOpen = named !== null
      if (named) found.push({ number: named[1] ?? '', name: (named[2] ?? '').trim(), steps: [step] })
    } else if (isOpen) found.at(-1)?.steps.push(step)
  }
  return found
}

function findParallelPhases(plan: Plan, commands: readonly PhaseCommands[]): ReadonlySet<Phase> {
  const started = new Set(commands.flatMap(({ number, steps }) => (steps.some(step => step.parallel) ? [number] : [])))
  const isParallel = ({ mode, name, number }: Phase): boolean =>
    mode === null ? /\bparallel\b/i.test(name) || (number !== null && started.has(number)) : mode === 'parallel'
  return new Set(plan.phases.filter(isParallel))
}

/** 'Stream D', or the name where there is no letter. */
export function nameOf({ key, name }: Stream): string {
  return key === null ? `“${name}”` : `Stream ${key}`
}

/** The gate's place: the last phase whose work it may check. */
export function gateAt({ plan, phaseByNumber }: ReviewContext, { after }: IntegrationPoint): number {
  const last = plan.phases.length - 1
  return after === null || after === 'final' ? last : (phaseByNumber.get(after.phase) ?? last)
}

/** The last phase that somebody works in; -1 when nobody does. A phase still without tasks ends nothing. */
export function lastWorkedPhase({ streams }: ReviewContext): number {
  return streams.findLast(({ stream }) => stream.tasks.length > 0)?.phaseAt ?? -1
}
