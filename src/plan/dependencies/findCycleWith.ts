import type { NodeId, Plan } from '#plan/plan.ts'
import type { Cycle, Dependencies } from './dependencies.ts'
import { buildWaitGraph, findWay } from './waitGraph.ts'

/**
 * The cycle that a new link would close if `from` waited for `to`, beginning with `from`; `null` when the link is safe.
 * Cycles that are there already do not count. A node cannot wait for itself nor for a node that holds it.
 */
export function findCycleWith(plan: Plan, dependencies: Dependencies, from: NodeId, to: NodeId): Cycle | null {
  if (from === to) return [from]
  const graph = buildWaitGraph(dependencies.links, plan.parents, [from, to])
  const start = graph.indices.get(from)
  const end = graph.indices.get(to)
  if (start === undefined || end === undefined) return null
  const way = findWay(graph, end * 2 + 1, start * 2, () => true)
  return way === null ? null : [from, ...way]
}
