import type { Dependencies, DependencyLink } from '#plan/dependencies/dependencies.ts'
import type { IntegrationPoint, NodeId, Phase, Plan } from '#plan/plan.ts'
import { assumedHoursPerTask, hoursOfStream, type StreamHours } from './streamHours.ts'

/**
 * `phases`: a phase starts when the gates and all streams of the one before are done, as the plan is written.
 * `streams`: a stream starts when what it depends on is there.
 */
export type Gating = 'phases' | 'streams'

/** A stream; or a gate, or the end of a phase without one, which take no time of their own. */
export interface PlanJob {
  readonly node: NodeId
  readonly kind: 'stream' | 'gate' | 'phase'
  readonly phase: NodeId | null
  /** `null` for what takes no time. */
  readonly estimate: StreamHours | null
  readonly waits: readonly JobWait[]
}

export interface JobWait {
  /** Index of the other job. */
  readonly job: number
  /** A part of it is enough to start. */
  readonly isPartial: boolean
  /** `order`: the plan says so by its phases; `dependency`: by a reference. */
  readonly reason: 'order' | 'dependency'
}

export interface PlanJobs {
  readonly jobs: readonly PlanJob[]
  /** Dependencies left out because with them nothing could start: they close a circle, or turn the phases round. */
  readonly ignored: readonly DependencyLink[]
  /** What a task without any estimate takes. */
  readonly hoursPerTask: number
}

/** What there is to schedule in a plan: its streams and gates, and what each waits for. */
export function readPlanJobs(
  plan: Plan,
  dependencies: Dependencies,
  gating: Gating,
  hoursPerTask: number | null,
): PlanJobs {
  const rate = hoursPerTask ?? assumedHoursPerTask(plan)
  const rows: { job: Omit<PlanJob, 'waits'>; waits: JobWait[] }[] = []
  const indexOf = new Map<NodeId, number>()
  const add = (job: Omit<PlanJob, 'waits'>) => {
    indexOf.set(job.node, rows.length)
    rows.push({ job, waits: [] })
  }
  const { afterPhase, atEnd } = placeGates(plan)
  const addGate = (gate: IntegrationPoint, phase: Phase | null) =>
    add({ node: gate.id, kind: 'gate', phase: phase?.id ?? null, estimate: null })
  for (const phase of plan.phases) {
    for (const stream of phase.streams) {
      add({ node: stream.id, kind: 'stream', phase: phase.id, estimate: hoursOfStream(stream, rate) })
    }
    const gates = afterPhase.get(phase.id) ?? []
    for (const gate of gates) addGate(gate, phase)
    // Else each stream of the next phase would wait for each of this one, and big phases for millions of others.
    if (gates.length === 0 && gating === 'phases') {
      add({ node: phase.id, kind: 'phase', phase: phase.id, estimate: null })
    }
  }
  for (const gate of atEnd) addGate(gate, null)

  const wait = (from: NodeId, to: NodeId, reason: JobWait['reason'], isPartial = false) => {
    const waiting = rows[indexOf.get(from) ?? -1]
    const job = indexOf.get(to)
    if (!waiting || job === undefined || rows[job] === waiting) return
    const known = waiting.waits.findIndex(other => other.job === job)
    if (known < 0) waiting.waits.push({ job, isPartial, reason })
    // All of it is needed as soon as one reference says so.
    else if (!isPartial) waiting.waits[known] = { job, isPartial, reason: waiting.waits[known]?.reason ?? reason }
  }

  let before: readonly NodeId[] = []
  for (const phase of plan.phases) {
    const streams = phase.streams.map(stream => stream.id)
    for (const [at, stream] of streams.entries()) {
      if (gating === 'phases') for (const other of before) wait(stream, other, 'order')
      const previous = streams[at - 1]
      if (phase.mode === 'sequential' && previous !== undefined) wait(stream, previous, 'order')
    }
    const ends = afterPhase.get(phase.id)?.map(gate => gate.id) ?? (gating === 'phases' ? [phase.id] : [])
    for (const end of ends) {
      for (const stream of streams) wait(end, stream, 'order')
      if (gating === 'phases') for (const other of before) wait(end, other, 'order')
    }
    before = ends
  }
  const all = plan.phases.flatMap(phase => phase.streams.map(stream => stream.id))
  for (const gate of atEnd) for (const stream of all) wait(gate.id, stream, 'order')

  const ignored: DependencyLink[] = []
  /** The jobs that stand for a node: a task's stream, all streams of a phase. */
  const holdersOf = (id: NodeId): readonly NodeId[] => {
    for (let node: NodeId | undefined = id; node !== undefined; node = plan.parents.get(node)) {
      if (indexOf.has(node)) return [node]
      const found = plan.nodes.get(node)
      if (found?.kind === 'phase') return found.streams.map(stream => stream.id)
    }
    return []
  }
  const waitsOf = (job: number) => rows[job]?.waits ?? []
  for (const link of dependencies.links) {
    if (link.to === null) continue
    const targets = holdersOf(link.to)
    for (const from of holdersOf(link.from)) {
      const closesCircle = targets.some(to => to !== from && reaches(waitsOf, indexOf.get(to), indexOf.get(from)))
      if (closesCircle) ignored.push(link)
      else for (const to of targets) wait(from, to, 'dependency', link.partial)
    }
  }
  return { jobs: rows.map(({ job, waits }) => ({ ...job, waits })), ignored, hoursPerTask: rate }
}

/** A gate stands after the phase it names; those that name none, or the end, stand at the end. */
export function placeGates({ phases, integrationPoints }: Plan) {
  const byNumber = new Map(phases.map(phase => [phase.number, phase.id]))
  const afterPhase = new Map<NodeId, readonly IntegrationPoint[]>()
  const atEnd: IntegrationPoint[] = []
  for (const gate of integrationPoints) {
    const phase = gate.after !== null && gate.after !== 'final' ? byNumber.get(gate.after.phase) : undefined
    if (phase === undefined) atEnd.push(gate)
    else afterPhase.set(phase, [...(afterPhase.get(phase) ?? []), gate])
  }
  return { afterPhase, atEnd }
}

/** Whether `from` waits for `to`, directly or by others. */
function reaches(
  waitsOf: (job: number) => readonly JobWait[],
  from: number | undefined,
  to: number | undefined,
): boolean {
  if (from === undefined || to === undefined) return false
  const seen = new Set([from])
  const open = [from]
  for (let job = open.pop(); job !== undefined; job = open.pop()) {
    if (job === to) return true
    for (const wait of waitsOf(job)) {
      if (seen.has(wait.job)) continue
      seen.add(wait.job)
      open.push(wait.job)
    }
  }
  return false
}
