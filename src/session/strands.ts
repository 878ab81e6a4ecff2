import type { NodeId, Phase, Stream } from '#plan/plan.ts'
import { usePlan } from '#session/SessionContext.tsx'

const known = new WeakMap<readonly Phase[], ReadonlyMap<NodeId, number>>()

/** The place of each stream in the plan, from 0; decides its colour. */
export function strandOrders(phases: readonly Phase[]): ReadonlyMap<NodeId, number> {
  let orders = known.get(phases)
  if (!orders) {
    orders = new Map(phases.flatMap(phase => phase.streams).map((stream, order) => [stream.id, order]))
    known.set(phases, orders)
  }
  return orders
}

export function useStrandOrder(id: NodeId): number {
  return usePlan(plan => strandOrders(plan.phases).get(id) ?? 0)
}

/** What stands in the badge: the letter or number, or the initial of a name that has none. */
export function strandLetter({ key, name }: Stream): string {
  return key ? key.slice(0, 4) : (/[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase() ?? '\u2022')
}

/** 'A: API Contract Design' */
export function streamTitle({ key, name }: Stream): string {
  return [key, name].filter(Boolean).join(': ') || 'Tasks'
}
