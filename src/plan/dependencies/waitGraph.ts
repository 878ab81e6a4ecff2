import type { Lookup, NodeId } from '#plan/plan.ts'
import type { DependencyLink } from './dependencies.ts'

/**
 * What must wait for what, with a start and an end for every node of the links: a start waits for the start of the node
 * around it and for the end of what it links to, an end for its own start and for the ends of the nodes inside. So a
 * task that waits for a task of another stream does not make the streams wait for each other, and a stream that waits
 * for its own phase can never start. Vertex 2i is the start of `nodes[i]`, 2i + 1 its end.
 */
export interface WaitGraph {
  readonly nodes: readonly NodeId[]
  readonly indices: ReadonlyMap<NodeId, number>
  /** For each vertex the vertices it waits for. */
  readonly waits: readonly (readonly number[])[]
}

export function buildWaitGraph(
  links: readonly DependencyLink[],
  parents: Lookup<NodeId>,
  alsoKnown: readonly NodeId[] = [],
): WaitGraph {
  const nodes: NodeId[] = []
  const indices = new Map<NodeId, number>()
  const waits: number[][] = []
  const know = (id: NodeId): number => {
    const present = indices.get(id)
    if (present !== undefined) return present
    let index = -1
    let inner = -1
    for (let node: NodeId | undefined = id; node !== undefined; node = parents.get(node)) {
      const knownOuter = indices.get(node)
      const outer = knownOuter ?? nodes.push(node) - 1
      if (knownOuter === undefined) {
        indices.set(node, outer)
        waits[outer * 2] = []
        waits[outer * 2 + 1] = [outer * 2]
      }
      if (inner === -1) index = outer
      else {
        waits[inner * 2]?.push(outer * 2)
        waits[outer * 2 + 1]?.push(inner * 2 + 1)
      }
      if (knownOuter !== undefined) break
      inner = outer
    }
    return index
  }
  for (const id of alsoKnown) know(id)
  for (const { from, to } of links) {
    if (to !== null) waits[know(from) * 2]?.push(know(to) * 2 + 1)
  }
  return { nodes, indices, waits }
}

/**
 * The shortest way from one vertex to another along the waits, breadth first: the nodes whose links it follows, in
 * order. `null` when there is none. The way has at least one step, so `from` may be `to`.
 */
export function findWay(
  graph: WaitGraph,
  from: number,
  to: number,
  isOpen: (vertex: number) => boolean,
): readonly NodeId[] | null {
  const cameFrom = new Map<number, number>()
  const queue = [from]
  for (const vertex of queue) {
    for (const next of graph.waits[vertex] ?? []) {
      if (cameFrom.has(next) || !isOpen(next)) continue
      cameFrom.set(next, vertex)
      if (next === to) return linksAlong(graph, cameFrom, from, to)
      queue.push(next)
    }
  }
  return null
}

/** Every step from a start to an end is a link; all other steps stay within a node or move to the one around it. */
function linksAlong(graph: WaitGraph, cameFrom: ReadonlyMap<number, number>, from: number, to: number): NodeId[] {
  const way: NodeId[] = []
  let vertex = to
  do {
    const previous = cameFrom.get(vertex) ?? from
    const holder = graph.nodes[previous >> 1]
    if (previous % 2 === 0 && vertex % 2 === 1 && holder !== undefined) way.push(holder)
    vertex = previous
  } while (vertex !== from)
  return way.reverse()
}
