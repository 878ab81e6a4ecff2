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
  readonly commands: readonly PhaseCommands[]
}

export interface StreamLink {
  readonly link: DependencyLink
  readonly from: PlacedStream
  readonly to: PlacedStream
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
  return { plan, dependencies, streams, streamById, streamLinks, commands: readCommands(plan.execution) }
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

/** 'Stream D', or the name where there is no letter. */
export function nameOf({ key, name }: Stream): string {
  return key === null ? `“${name}”` : `Stream ${key}`
}

/** The gate's place: the last phase whose work it may check. */
export function gateAt(plan: Plan, { after }: IntegrationPoint): number {
  if (after === null || after === 'final') return plan.phases.length - 1
  const at = plan.phases.findIndex(({ number }) => number === after.phase)
  return at < 0 ? plan.phases.length - 1 : at
}

/** Its heading says so, or the commands run its streams side by side. */
export function claimsParallel({ commands }: ReviewContext, { mode, name, number }: Phase): boolean {
  if (mode !== null) return mode === 'parallel'
  if (/\bparallel\b/i.test(name)) return true
  return commands.some(group => group.number === number && group.steps.some(step => step.parallel))
}
