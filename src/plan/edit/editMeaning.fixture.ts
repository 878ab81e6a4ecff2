import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan, PlanNode, Task } from '#plan/plan.ts'
import type { Place } from './place.ts'
import { dropNode, listOf, type Sketch, type SketchNode } from './sketch.fixture.ts'

export function pick<Kind extends PlanNode['kind']>(
  plan: Plan,
  kind: Kind,
  at: number,
): Extract<PlanNode, { kind: Kind }> | null {
  const nodes: Extract<PlanNode, { kind: Kind }>[] = []
  for (const id of plan.nodes.keys()) {
    const node = plan.nodes.get(id)
    if (node?.kind === kind) nodes.push(node as Extract<PlanNode, { kind: Kind }>)
  }
  return nodes[at % nodes.length] ?? null
}

export function pickPlace(plan: Plan, at: number, side: number): Place | null {
  const task = pick(plan, 'task', at)
  const holder = pick(plan, at % 4 === 0 ? 'integrationPoint' : 'stream', at)
  const places: (Place | null)[] = [
    task && { before: task.id },
    task && { after: task.id },
    holder && { in: holder.id },
    side % 8 === 3 ? { in: 'criteria' } : task && { after: task.id },
  ]
  return places[side % 4] ?? null
}

export function placeIn(sketch: Sketch, place: Place): [list: NodeId[], index: number] {
  if ('in' in place) {
    const list = place.in === 'criteria' ? sketch.criteria : nodeOf(sketch, place.in).children
    return [list, list.length]
  }
  const id = 'before' in place ? place.before : place.after
  const list = listOf(sketch, id)
  return [list, list.indexOf(id) + ('after' in place ? 1 : 0)]
}

/** The new node at a place; complains when there is none. */
export function newIn(before: Sketch, after: Sketch, place: Place): NodeId {
  const [list, index] = placeIn(after, place)
  const id = 'in' in place ? list.at(-1) : list['before' in place ? index - 1 : index]
  if (id === undefined || before.nodes.has(id)) throw new Error('No task was added there')
  return id
}

export function nodeOf(sketch: Sketch, id: NodeId): SketchNode {
  const node = sketch.nodes.get(id)
  if (!node) throw new Error(`No node ${id}`)
  return node
}

export function setField(id: NodeId, field: string, value: unknown): (sketch: Sketch) => void {
  return sketch => {
    nodeOf(sketch, id).fields[field] = value
  }
}

/** What typed words say as a line of a file. In a plain bullet a backslash may keep them from being a block. */
export function readTyped(words: string, isPlain: boolean, text: unknown): Task {
  const written =
    isPlain && typeof text === 'string' && text.includes('\\') ? words.trim().replace(/(?=[^\d\s])/, '\\') : words
  const read = [words, written].map(line => parsePlan(`- [ ] ${line.trim()}`).phases[0]?.streams[0]?.tasks[0])
  const found = read.find(task => task?.text === text) ?? read[0]
  if (!found) throw new Error(`${words} is no task`)
  return found
}

/** Takes the references from the plan after the edit, if they say what was typed. */
export function takeReferences(sketch: Sketch, after: Sketch, id: NodeId, typed: Task): void {
  const node = nodeOf(sketch, id)
  for (const old of node.references) sketch.nodes.delete(old)
  node.references = nodeOf(after, id).references
  node.references.forEach((reference, at) => {
    const { text = null, qualifier = null } = typed.dependencies[at] ?? {}
    sketch.nodes.set(reference, { fields: { text, qualifier }, children: [], references: [] })
  })
  if (node.references.length !== typed.dependencies.length) throw new Error('Other dependencies than typed')
}

/** Gives a copy the fields of its original; ids come from the plan after the edit. */
export function copyNode(sketch: Sketch, after: Sketch, original: NodeId, copy: NodeId): void {
  const { fields, children, references } = nodeOf(sketch, original)
  const target = nodeOf(after, copy)
  sketch.nodes.set(copy, { fields: { ...fields }, children: target.children, references: target.references })
  if (target.children.length !== children.length) throw new Error('The copy has other nested tasks')
  if (target.references.length !== references.length) throw new Error('The copy has other dependencies')
  for (const [at, child] of [...children, ...references].entries()) {
    const inner = [...target.children, ...target.references][at]
    if (inner === undefined || sketch.nodes.has(inner)) throw new Error('The copy shares nodes')
    copyNode(sketch, after, child, inner)
  }
}

/** Dropped references are those that are gone; which ones that are is pinned by deleteStream.test.ts. */
export function dropMissingReferences(sketch: Sketch, after: Sketch): void {
  for (const [id, node] of [...sketch.nodes])
    if ('qualifier' in node.fields && !after.nodes.has(id)) dropNode(sketch, id)
}
