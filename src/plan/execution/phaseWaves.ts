import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import type { NodeId, Phase, Plan, Stream } from '#plan/plan.ts'
import { readPlanJobs } from '#plan/schedule/planJobs.ts'

/** The streams of a phase that can run at the same time, wave after wave, each in the order of the plan. */
export interface PhaseWaves {
  readonly phase: Phase
  readonly waves: readonly (readonly Stream[])[]
  /** The streams of its own phase that a stream waits for. */
  readonly waits: ReadonlyMap<Stream, readonly Stream[]>
}

/** A stream is in a later wave than every stream of its own phase that it waits for. A guess holds nobody back here. */
export function readPhaseWaves(plan: Plan): readonly PhaseWaves[] {
  const waitsOf = waitsInPhase(plan)
  return plan.phases.map(phase => {
    const byId = new Map(phase.streams.map(stream => [stream.id, stream]))
    const waits = new Map(
      phase.streams.map(stream => [stream, (waitsOf.get(stream.id) ?? []).flatMap(id => byId.get(id) ?? [])]),
    )
    const waves: Stream[][] = []
    let left: readonly Stream[] = phase.streams
    const done = new Set<Stream>()
    while (left.length > 0) {
      // Circles were taken out of the waits.
      const ready = left.filter(stream => waits.get(stream)?.every(other => done.has(other)))
      const wave = ready.length > 0 ? ready : left
      waves.push([...wave])
      for (const stream of wave) done.add(stream)
      left = left.filter(stream => !done.has(stream))
    }
    return { phase, waves, waits }
  })
}

/** For each stream the streams of its phase that stand before it. */
function waitsInPhase(plan: Plan): ReadonlyMap<NodeId, readonly NodeId[]> {
  const dependencies = resolveDependencies(plan)
  const links = dependencies.links.filter(link => link.confidence !== 'guess')
  const { jobs } = readPlanJobs(plan, { ...dependencies, links }, 'streams', null)
  return new Map(
    jobs.map(({ node, phase, waits }) => [
      node,
      waits.flatMap(wait => {
        const other = jobs[wait.job]
        return other && other.phase === phase && other.kind === 'stream' ? [other.node] : []
      }),
    ]),
  )
}
