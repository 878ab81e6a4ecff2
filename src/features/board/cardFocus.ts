import type { NodeId, Plan, Task } from '#plan/plan.ts'
import { type ColumnHandle, cardIdOf, cardSelector } from './dragGeometry.ts'
import { taskOf } from './dragLists.ts'
import { streamOf } from './siblings.ts'

type Columns = ReadonlyMap<NodeId, ColumnHandle>

/** Frames a column may take to render a card that was out of sight. */
const patience = 12

/** Scrolls to a card, or an item of a checklist, and gives it the focus; a long column is asked to render it first. */
export function focusCard(id: NodeId, board: HTMLElement, plan: Plan, columns: Columns, frames = patience): void {
  const card = board.querySelector<HTMLElement>(cardSelector(id))
  if (card) {
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return
  }
  const item = board.querySelector<HTMLElement>(`[data-check="${id}"] button`)
  if (item) {
    item.focus()
    return
  }
  const stream = streamOf(plan, id)
  const column = stream && columns.get(stream.id)
  const index = column?.ids().indexOf(outermost(id, plan)) ?? -1
  if (!column || index < 0 || frames === 0) return
  if (frames === patience) column.reveal(index)
  requestAnimationFrame(() => focusCard(id, board, plan, columns, frames - 1))
}

/** Every card of a column in the order they are read, nested ones with their cards. */
export function cardsInOrder(column: ColumnHandle, plan: Plan): readonly NodeId[] {
  const ids: NodeId[] = []
  const visit = (task: Task | undefined) => {
    if (!task) return
    ids.push(task.id)
    task.children.forEach(visit)
  }
  for (const id of column.ids()) visit(taskOf(plan, id))
  return ids
}

/** The card that has the focus, or holds what has it. */
export function focusedCard(board: HTMLElement): NodeId | null {
  const focused = document.activeElement
  return focused && board.contains(focused) ? cardIdOf(focused.closest('[data-task-id]')) : null
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

/** The card that an arrow key goes to from `id`; `null` when there is none. Columns without cards are passed over. */
export function cardBeside(id: NodeId, direction: Direction, plan: Plan, columns: Columns): NodeId | null {
  const stream = streamOf(plan, id)
  const column = stream && columns.get(stream.id)
  if (!column) return null
  const cards = cardsInOrder(column, plan)
  const at = cards.indexOf(id)
  switch (direction) {
    case 'up':
      return cards[at - 1] ?? null
    case 'down':
      return cards[at + 1] ?? null
    case 'first':
      return cards[0] ?? null
    case 'last':
      return cards.at(-1) ?? null
    default:
      return besideColumn(column, stream.id, outermost(id, plan), direction === 'right' ? 1 : -1, plan, columns)
  }
}

function besideColumn(
  column: ColumnHandle,
  stream: NodeId,
  card: NodeId,
  by: 1 | -1,
  plan: Plan,
  columns: Columns,
): NodeId | null {
  const streams = plan.phases.flatMap(phase => phase.streams.map(each => each.id))
  const height = column.ids().indexOf(card)
  for (let at = streams.indexOf(stream) + by; ; at += by) {
    const next = streams[at]
    if (next === undefined) return null
    const cards = columns.get(next)?.ids() ?? []
    const found = cards[Math.min(height, cards.length - 1)]
    if (found !== undefined) return found
  }
}

function outermost(id: NodeId, plan: Plan): NodeId {
  const parent = plan.parents.get(id)
  return parent !== undefined && taskOf(plan, parent) ? outermost(parent, plan) : id
}
