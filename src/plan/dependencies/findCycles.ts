import type { Lookup, NodeId } from '#plan/plan.ts'
import type { Cycle, DependencyLink } from './dependencies.ts'
import { buildWaitGraph, findWay, type WaitGraph } from './waitGraph.ts'

/**
 * One cycle for every group of nodes that wait for each other, in the order of the text. The groups are the strongly
 * connected components (R. Tarjan, Depth-first search and linear graph algorithms, 1972), the cycle the shortest one
 * through a first member. Partial links count: while nothing has started, there is no part to start from.
 */
export function findCycles(links: readonly DependencyLink[], parents: Lookup<NodeId>): readonly Cycle[] {
  const graph = buildWaitGraph(links, parents)
  const component = findComponents(graph)
  const cycles: Cycle[] = []
  const seen = new Set<number>()
  for (const { from } of links) {
    const start = (graph.indices.get(from) ?? -1) * 2
    const group = component[start]
    if (group === undefined || seen.has(group)) continue
    const way = findWay(graph, start, start, vertex => component[vertex] === group)
    if (way === null) continue
    seen.add(group)
    cycles.push(way)
  }
  return cycles
}

/** For each vertex the number of its component. Iterative, because a chain may be as long as the plan. */
function findComponents({ waits }: WaitGraph): readonly number[] {
  const order = new Array<number>(waits.length).fill(-1)
  const low = new Array<number>(waits.length).fill(0)
  const component = new Array<number>(waits.length).fill(-1)
  const open: number[] = []
  let visited = 0
  let components = 0
  for (let root = 0; root < waits.length; root += 1) {
    if (order[root] !== -1) continue
    const path: { readonly vertex: number; step: number }[] = []
    const enter = (vertex: number) => {
      order[vertex] = low[vertex] = visited++
      open.push(vertex)
      path.push({ vertex, step: 0 })
    }
    enter(root)
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const { vertex } = at
      const next = waits[vertex]?.[at.step++]
      if (next !== undefined) {
        if (order[next] === -1) enter(next)
        else if (component[next] === -1) low[vertex] = Math.min(low[vertex] ?? 0, order[next] ?? 0)
        continue
      }
      path.pop()
      const parent = path.at(-1)?.vertex
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[vertex] ?? 0)
      if (low[vertex] !== order[vertex]) continue
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component[member] = components
        if (member === vertex) break
      }
      components += 1
    }
  }
  return component
}
