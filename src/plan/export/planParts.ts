import type { IntegrationPoint, NodeId, Phase, Plan, Stream, Task } from '#plan/plan.ts'

/** A heading of the plan and the tasks right under it, in reading order: a gate follows the phase it closes. */
export interface PlanPart {
  /** `null` for the success criteria and the plan's own title. */
  readonly id: NodeId | null
  readonly level: 1 | 2 | 3
  /** `null` for a phase or stream that the file does not spell out. */
  readonly title: string | null
  readonly tasks: readonly Task[]
}

/** The whole plan for `null`; a phase with its streams; one stream; one integration point. Empty when it is gone. */
export function planParts(plan: Plan, scope: NodeId | null): readonly PlanPart[] {
  if (scope === null) return wholePlan(plan)
  const node = plan.nodes.get(scope)
  if (node?.kind === 'phase') return phaseParts(node)
  if (node?.kind === 'stream') return [streamPart(node)]
  if (node?.kind === 'integrationPoint') return [gatePart(node)]
  return []
}

function wholePlan(plan: Plan): PlanPart[] {
  const numbers = new Set(plan.phases.map(phase => phase.number))
  const gatesAfter = (phase: string | null) =>
    plan.integrationPoints.filter(point => phaseBefore(point, numbers) === phase).map(gatePart)
  return [
    { id: null, level: 1, title: plan.title, tasks: [] },
    ...plan.phases.flatMap(phase => [...phaseParts(phase), ...(phase.number ? gatesAfter(phase.number) : [])]),
    ...gatesAfter(null),
    { id: null, level: 2, title: 'Success criteria', tasks: plan.criteria },
  ]
}

/** `null`: the gate stands at the end. */
function phaseBefore({ after }: IntegrationPoint, numbers: ReadonlySet<string | null>): string | null {
  return after !== null && after !== 'final' && numbers.has(after.phase) ? after.phase : null
}

function phaseParts(phase: Phase): PlanPart[] {
  return [{ id: phase.id, level: 2, title: phaseLabel(phase), tasks: [] }, ...phase.streams.map(streamPart)]
}

function streamPart(stream: Stream): PlanPart {
  return { id: stream.id, level: 3, title: streamLabel(stream), tasks: stream.tasks }
}

function gatePart(point: IntegrationPoint): PlanPart {
  const title = point.number === null ? point.name : `Integration ${point.number}: ${point.name}`
  return { id: point.id, level: 2, title, tasks: point.checks }
}

function phaseLabel({ number, name, implicit }: Phase): string | null {
  if (implicit) return null
  return number === null ? name : `Phase ${number}: ${name}`
}

function streamLabel({ key, name, implicit }: Stream): string | null {
  if (implicit) return null
  return key === null ? name : `Stream ${key}: ${name}`
}
