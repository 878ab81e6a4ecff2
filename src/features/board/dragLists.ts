import type { NodeId, Plan, Task } from '#plan/plan.ts'
import type { ColumnHandle } from './dragGeometry.ts'
import type { Slot, SlotLists } from './dragSlots.ts'
import { streamPhrase } from './dragWords.ts'
import { streamOf } from './siblings.ts'

/** The lists of the board without the carried card, as the columns show them: what a filter hides is not in them. */
export function listsWithout(carried: NodeId, plan: Plan, columns: ReadonlyMap<NodeId, ColumnHandle>): SlotLists {
  return {
    streams: plan.phases.flatMap(phase => phase.streams.map(stream => stream.id)),
    othersIn: list => cardsOf(list, plan, columns).filter(id => id !== carried),
    parentOf: card => parentTask(plan, card),
  }
}

/** Where a card lies now; `null` when it is in no column or a filter hides it. */
export function slotOf(card: NodeId, plan: Plan, columns: ReadonlyMap<NodeId, ColumnHandle>): Slot | null {
  const stream = streamOf(plan, card)
  if (!stream) return null
  const list = { stream: stream.id, parent: parentTask(plan, card) }
  const index = cardsOf(list, plan, columns).indexOf(card)
  return index < 0 ? null : { ...list, index }
}

/** 'stream A: API contract', or the words of the card that the slot is nested in. */
export function listPhrase({ stream, parent }: Slot, plan: Plan): string {
  const card = parent === null ? undefined : taskOf(plan, parent)
  if (card) return `“${card.text}”`
  const node = plan.nodes.get(stream)
  return node?.kind === 'stream' ? streamPhrase(node) : 'this list'
}

export function taskOf(plan: Plan, id: NodeId): Task | undefined {
  const node = plan.nodes.get(id)
  return node?.kind === 'task' ? node : undefined
}

function cardsOf(
  { stream, parent }: Pick<Slot, 'stream' | 'parent'>,
  plan: Plan,
  columns: ReadonlyMap<NodeId, ColumnHandle>,
): readonly NodeId[] {
  if (parent === null) return columns.get(stream)?.ids() ?? []
  return taskOf(plan, parent)?.children.map(child => child.id) ?? []
}

function parentTask(plan: Plan, card: NodeId): NodeId | null {
  const parent = plan.parents.get(card)
  return parent !== undefined && taskOf(plan, parent) ? parent : null
}
