import type { NodeId, Phase, Plan, Task } from '#plan/plan.ts'

/** A plan as flat, changeable records by id: what a test does to it is done by hand, not by the code under test. */
export interface Sketch {
  title: string | null
  overview: string | null
  phases: NodeId[]
  points: NodeId[]
  criteria: NodeId[]
  execution: unknown
  nodes: Map<NodeId, SketchNode>
}

export interface SketchNode {
  /** Everything but ids and nested nodes. */
  fields: Record<string, unknown>
  /** Streams of a phase; tasks of a stream, a point or a task. */
  children: NodeId[]
  references: NodeId[]
}

export function sketchOf(plan: Plan): Sketch {
  const nodes = new Map<NodeId, SketchNode>()
  const addTask = (task: Task): NodeId => {
    const { id, kind, children, dependencies, notes, ...fields } = task
    nodes.set(id, {
      fields: { ...fields, notes: notes?.replace(/[ \t]*(?:\r\n|\r|\n)[ \t]*/g, '\n') ?? null },
      children: children.map(addTask),
      references: dependencies.map(addReference),
    })
    return id
  }
  const addReference = ({ id, text, qualifier }: Task['dependencies'][number]): NodeId => {
    nodes.set(id, { fields: { text, qualifier }, children: [], references: [] })
    return id
  }
  const addPhase = ({ id, kind, streams, ...fields }: Phase): NodeId => {
    nodes.set(id, { fields, children: streams.map(addStream), references: [] })
    return id
  }
  const addStream = ({ id, kind, tasks, dependencies, ...fields }: Phase['streams'][number]): NodeId => {
    nodes.set(id, { fields, children: tasks.map(addTask), references: dependencies.map(addReference) })
    return id
  }
  return {
    title: plan.title,
    overview: plan.overview,
    phases: plan.phases.map(addPhase),
    points: plan.integrationPoints.map(({ id, kind, checks, ...fields }) => {
      nodes.set(id, { fields, children: checks.map(addTask), references: [] })
      return id
    }),
    criteria: plan.criteria.map(addTask),
    execution: plan.execution.map(({ id, ...fields }) => fields),
    nodes,
  }
}

/** The list that holds a node. */
export function listOf(sketch: Sketch, id: NodeId): NodeId[] {
  const lists = [sketch.phases, sketch.points, sketch.criteria]
  for (const node of sketch.nodes.values()) lists.push(node.children, node.references)
  const list = lists.find(other => other.includes(id))
  if (!list) throw new Error(`No list holds ${id}`)
  return list
}

/** Takes a node and all it holds out of the sketch. */
export function dropNode(sketch: Sketch, id: NodeId): void {
  const list = listOf(sketch, id)
  list.splice(list.indexOf(id), 1)
  forget(sketch, id)
}

function forget(sketch: Sketch, id: NodeId): void {
  const node = sketch.nodes.get(id)
  for (const inner of [...(node?.children ?? []), ...(node?.references ?? [])]) forget(sketch, inner)
  sketch.nodes.delete(id)
}

/** The ids of a subtree, outermost first. */
export function subtree(sketch: Sketch, id: NodeId): NodeId[] {
  const node = sketch.nodes.get(id)
  return [id, ...(node?.children ?? []).flatMap(child => subtree(sketch, child)), ...(node?.references ?? [])]
}

/**
 * What stays the same when headings without `Phase` or `Stream` become streams, or stop to be: their names and tasks,
 * in the order of the text.
 */
export function boardOf(sketch: Sketch): unknown {
  const { title, overview, points, criteria, execution, nodes } = sketch
  const read = (id: NodeId): unknown => {
    const node = nodes.get(id)
    return [id, node?.fields, node?.children.map(read), node?.references.map(read)]
  }
  const column = (phase: SketchNode | undefined, id: NodeId): readonly unknown[] => {
    const node = nodes.get(id)
    if (!node || (node.fields.key === null && node.children.length === 0)) return []
    const { implicit, ...fields } = node.fields
    const tasks = node.children.map(read)
    return [[{ ...fields, name: implicit ? phase?.fields.name : fields.name }, tasks, node.references.map(read)]]
  }
  const columns = sketch.phases.flatMap((id): readonly unknown[] => {
    const phase = nodes.get(id)
    const streams = (phase?.children ?? []).flatMap(child => column(phase, child))
    return phase?.fields.number === null ? streams : [[id, phase?.fields, streams]]
  })
  return { title, overview, columns, points: points.map(read), criteria: criteria.map(read), execution }
}
