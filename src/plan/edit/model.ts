import type { ExecutionStep, IntegrationPoint, NodeId, Phase, Plan, Reference, Stream, Task } from '#plan/plan.ts'

/** What a plan says, without where it says it. Edits work out here what they mean, and compare it with what is read. */
export interface Model {
  readonly title: string | null
  readonly overview: string | null
  readonly phases: readonly Phase[]
  readonly integrationPoints: readonly IntegrationPoint[]
  readonly execution: readonly ExecutionStep[]
  readonly criteria: readonly Task[]
}

/** Changes a list of siblings. */
export type Splice = (tasks: readonly Task[]) => readonly Task[]

/** The holder of a task list; `null` is the success criteria. */
export type TaskHolder = NodeId | null

export function modelOf(plan: Plan): Model {
  const { title, overview, phases, integrationPoints, execution, criteria } = plan
  return { title, overview, phases, integrationPoints, execution, criteria }
}

/** The list that holds a task: of a task, a stream or an integration point, or the criteria. */
export function holderOf(plan: Plan, id: NodeId): TaskHolder {
  return plan.parents.get(id) ?? null
}

export function tasksIn(plan: Plan, holder: TaskHolder): readonly Task[] {
  if (holder === null) return plan.criteria
  const node = plan.nodes.get(holder)
  switch (node?.kind) {
    case 'task':
      return node.children
    case 'stream':
      return node.tasks
    case 'integrationPoint':
      return node.checks
    default:
      return []
  }
}

/** The model with the task list of `holder` changed. */
export function withTasks(plan: Plan, model: Model, holder: TaskHolder, splice: Splice): Model {
  if (holder === null) return { ...model, criteria: splice(model.criteria) }
  const node = plan.nodes.get(holder)
  switch (node?.kind) {
    case 'task':
      return withTask(plan, model, holder, task => ({ ...task, children: splice(task.children) }))
    case 'stream':
      return withStream(plan, model, holder, stream => ({ ...stream, tasks: splice(stream.tasks) }))
    case 'integrationPoint':
      return withIntegrationPoint(model, holder, point => ({ ...point, checks: splice(point.checks) }))
    default:
      return model
  }
}

export function withTask(plan: Plan, model: Model, id: NodeId, update: (task: Task) => Task): Model {
  return withTasks(plan, model, holderOf(plan, id), tasks => replaceOne(tasks, id, update))
}

export function withStream(plan: Plan, model: Model, id: NodeId, update: (stream: Stream) => Stream): Model {
  const phase = plan.parents.get(id)
  return phase === undefined
    ? model
    : withPhase(model, phase, ({ streams, ...rest }) => ({ ...rest, streams: replaceOne(streams, id, update) }))
}

export function withPhase(model: Model, id: NodeId, update: (phase: Phase) => Phase): Model {
  return { ...model, phases: replaceOne(model.phases, id, update) }
}

export function withIntegrationPoint(
  model: Model,
  id: NodeId,
  update: (point: IntegrationPoint) => IntegrationPoint,
): Model {
  return { ...model, integrationPoints: replaceOne(model.integrationPoints, id, update) }
}

export function replaceOne<Node extends { readonly id: NodeId }>(
  nodes: readonly Node[],
  id: NodeId,
  update: (node: Node) => Node,
): readonly Node[] {
  return nodes.map(node => (node.id === id ? update(node) : node))
}

/** The model with one reference changed or, by `null`, gone. */
export function withReference(
  plan: Plan,
  model: Model,
  id: NodeId,
  update: (reference: Reference) => Reference | null,
): Model {
  const holder = plan.parents.get(id)
  const change = <Holder extends { readonly dependencies: readonly Reference[] }>(node: Holder): Holder => ({
    ...node,
    dependencies: node.dependencies.flatMap(reference => (reference.id === id ? (update(reference) ?? []) : reference)),
  })
  if (holder === undefined) return model
  return plan.nodes.get(holder)?.kind === 'task'
    ? withTask(plan, model, holder, change)
    : withStream(plan, model, holder, change)
}
