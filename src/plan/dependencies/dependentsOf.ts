import type { NodeId, Plan } from '#plan/plan.ts'
import type { Dependencies, DependencyLink } from './dependencies.ts'

/** The links that come from outside the given nodes and point into them: what would be left dangling without them. */
export function dependentsOf(
  dependencies: Dependencies,
  plan: Plan,
  nodeIds: readonly NodeId[],
): readonly DependencyLink[] {
  const inside = new Set(nodeIds)
  const isInside = (id: NodeId): boolean => {
    for (let node: NodeId | undefined = id; node !== undefined; node = plan.parents.get(node)) {
      if (inside.has(node)) return true
    }
    return false
  }
  return dependencies.links.filter(({ from, to }) => to !== null && isInside(to) && !isInside(from))
}
