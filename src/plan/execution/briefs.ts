import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import type { ExecutionStep, NodeId, Phase, Plan, Stream } from '#plan/plan.ts'
import { readPlanJobs } from '#plan/schedule/planJobs.ts'

/** What one worker is asked to do. */
export interface Brief {
  readonly stream: NodeId
  /** 'Stream A: API Contract Design' */
  readonly title: string
  /** The author's own words for it where the commands have them, else the title. */
  readonly prompt: string
  /** Tasks that are not done, in the author's words. */
  readonly tasks: readonly string[]
}

/** Streams that can run at the same time. */
export interface Wave {
  /** 'Phase 1: Contract & Environment Setup (Day 1-2)'; the later waves of a phase say which they are. */
  readonly title: string
  readonly briefs: readonly Brief[]
}

/** The plan as work to hand out: wave after wave, in each a brief for every stream, in the order of the plan. */
export function briefPlan(plan: Plan): readonly Wave[] {
  const depth = depthInPhase(plan)
  const prompts = promptsByStream(plan)
  return plan.phases.flatMap(phase => {
    const waves: Stream[][] = []
    for (const stream of phase.streams) {
      const at = depth.get(stream.id) ?? 0
      waves[at] = [...(waves[at] ?? []), stream]
    }
    const filled = waves.filter(wave => wave.length > 0)
    return filled.map((streams, at) => ({
      title: titleOfPhase(phase) + (filled.length > 1 ? `, wave ${at + 1} of ${filled.length}` : ''),
      briefs: streams.map(stream => ({
        stream: stream.id,
        title: titleOf(stream),
        prompt: prompts.get(stream.id) ?? titleOf(stream),
        tasks: flattenTasks(stream.tasks).flatMap(task =>
          task.state === 'done' || task.state === 'cancelled' ? [] : [task.text],
        ),
      })),
    }))
  })
}

/** How many streams of its own phase stand before a stream, one behind the other. A guess holds nobody back here. */
function depthInPhase(plan: Plan): ReadonlyMap<NodeId, number> {
  const dependencies = resolveDependencies(plan)
  const links = dependencies.links.filter(link => link.confidence !== 'guess')
  const { jobs } = readPlanJobs(plan, { ...dependencies, links }, 'streams', null)
  const depth = new Map<NodeId, number>()
  const own = jobs.map(job => job.phase)
  const waiting = new Set(jobs.keys())
  // A job is known as soon as all it waits for are; circles were taken out when the jobs were read.
  while (waiting.size > 0) {
    const before = waiting.size
    for (const at of waiting) {
      const job = jobs[at]
      if (!job || job.waits.some(wait => waiting.has(wait.job))) continue
      const inner = job.waits.filter(wait => own[wait.job] === job.phase && jobs[wait.job]?.kind === 'stream')
      depth.set(job.node, Math.max(0, ...inner.map(wait => 1 + (depth.get(jobs[wait.job]?.node ?? job.node) ?? 0))))
      waiting.delete(at)
    }
    if (waiting.size === before) break
  }
  return depth
}

/** A phase whose commands hand out as many prompts as it has streams says them in the order of the streams. */
function promptsByStream(plan: Plan): ReadonlyMap<NodeId, string> {
  const found = new Map<NodeId, string>()
  for (const phase of plan.phases) {
    const prompts = stepsOf(plan, phase).flatMap(step => step.prompts)
    if (prompts.length !== phase.streams.length) continue
    for (const [at, stream] of phase.streams.entries()) found.set(stream.id, prompts[at] ?? titleOf(stream))
  }
  return found
}

/** The commands under a comment that names the phase, and those after it up to the next comment. */
function stepsOf(plan: Plan, phase: Phase): readonly ExecutionStep[] {
  if (phase.number === null) return []
  let number: string | null = null
  return plan.execution.filter(step => {
    if (step.comment !== null) number = /^Phase[ \t]+(\d{1,6}(?:\.\d{1,6}){0,4})\b/i.exec(step.comment)?.[1] ?? null
    return number === phase.number
  })
}

function titleOf(stream: Stream): string {
  if (stream.implicit) return stream.name || 'Tasks'
  return stream.key === null ? stream.name : `Stream ${stream.key}: ${stream.name}`
}

function titleOfPhase({ number, name, days }: Phase): string {
  const when = days === null ? '' : days.from === days.to ? ` (Day ${days.from})` : ` (Day ${days.from}-${days.to})`
  return (number === null ? name || 'Tasks' : `Phase ${number}: ${name}`) + when
}
