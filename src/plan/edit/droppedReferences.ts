import { dependentsOf } from '#plan/dependencies/dependentsOf.ts'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import type { NodeId, Plan } from '#plan/plan.ts'

/** What happens to the dependencies that name what is deleted: they go too, or stay as words. */
export type ReferenceChoice = 'drop' | 'keep'

/** The references from outside that resolve to one of the nodes, and to nothing else. */
export function referencesTo(plan: Plan, ids: readonly NodeId[]): ReadonlySet<NodeId> {
  const dependencies = resolveDependencies(plan)
  const inside = new Set(dependentsOf(dependencies, plan, ids))
  const found = new Set<NodeId>()
  for (const { reference } of inside) {
    const links = dependencies.links.filter(link => link.reference === reference)
    if (links.every(link => inside.has(link))) found.add(reference)
  }
  return found
}
