import type { NodeId, Plan, Stream, Task } from '#plan/plan.ts'

/** The tasks that stand beside this one in its list; nearest first. */
export interface Siblings {
  readonly before: readonly Task[]
  readonly after: readonly Task[]
}

/** `null` when there is no such task. */
export function siblingsOf(plan: Plan, id: NodeId): Siblings | null {
  const list = listOf(plan, id)
  const index = list.findIndex(task => task.id === id)
  if (index < 0) return null
  return { before: list.slice(0, index).reverse(), after: list.slice(index + 1) }
}

/** The stream a task stands in, however deep; `null` for checks and criteria. */
export function streamOf(plan: Plan, id: NodeId): Stream | null {
  for (let at = plan.parents.get(id); at !== undefined; at = plan.parents.get(at)) {
    const node = plan.nodes.get(at)
    if (node?.kind === 'stream') return node
  }
  return null
}

function listOf(plan: Plan, id: NodeId): readonly Task[] {
  const parent = plan.parents.get(id)
  const node = parent === undefined ? undefined : plan.nodes.get(parent)
  switch (node?.kind) {
    case 'stream':
      return node.tasks
    case 'task':
      return node.children
    case 'integrationPoint':
      return node.checks
    default:
      return plan.criteria
  }
}
