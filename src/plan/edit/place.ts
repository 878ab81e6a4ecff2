import type { NodeId } from '#plan/plan.ts'

/**
 * Where a task goes. `before` and `after` name a task (or check or criterion); `in` names a stream or an integration
 * point, or the success criteria, and means the end of its list.
 */
export type Place =
  | { readonly before: NodeId }
  | { readonly after: NodeId }
  | { readonly in: NodeId }
  | { readonly in: 'criteria' }
