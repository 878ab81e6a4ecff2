import type { KeyboardEvent } from 'react'
import { deleteTask } from '#plan/edit/deleteTask.ts'
import { setPriority } from '#plan/edit/setPriority.ts'
import { toggleTask } from '#plan/edit/toggleTask.ts'
import type { NodeId, Priority } from '#plan/plan.ts'
import { useSession } from '#session/SessionContext.tsx'
import { useBoardStore } from './boardContext.ts'
import type { CardDrag } from './cardDrag.ts'
import { cardBeside, type Direction, focusCard } from './cardFocus.ts'
import { cardIdOf } from './dragGeometry.ts'
import { useEdit, useEditWithUndo } from './useEdit.ts'

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
}

const priorities: Readonly<Record<string, Priority | null>> = {
  1: 'critical',
  2: 'high',
  3: 'medium',
  4: 'low',
  0: null,
}

/** What the keys do on a focused card: one handler for the whole board. Returns it for `onKeyDown`. */
export function useCardKeys(drag: CardDrag): (event: KeyboardEvent<HTMLElement>) => void {
  const session = useSession()
  const board = useBoardStore()
  const run = useEdit()
  const runWithUndo = useEditWithUndo()

  /** `false`: the key means nothing on a card. */
  const press = (key: string, id: NodeId, card: HTMLElement, root: HTMLElement): boolean => {
    const { plan } = session.state.getState()
    const node = plan.nodes.get(id)
    if (node?.kind !== 'task') return false
    const priority = priorities[key]
    if (priority !== undefined) {
      run(setPriority, id, priority)
      return true
    }
    const direction = directions[key]
    if (direction) {
      const next = cardBeside(id, direction, plan, drag.columns)
      if (next !== null) focusCard(next, root, plan, drag.columns)
      return true
    }
    switch (key) {
      case 'Enter':
      case 'F2':
        board.setState({ editing: id })
        return true
      case ' ':
      case 'x':
        if (node.state !== null) run(toggleTask, id)
        return true
      case 'n':
        board.setState({ adding: `after:${id}` })
        return true
      case 'm':
        board.setState({ overlay: { kind: 'move-task', id, opener: card } })
        return true
      case 'g':
        return drag.lift(id, 'keyboard')
      case 'Delete':
      case 'Backspace':
        runWithUndo('Task deleted', edit => edit(deleteTask, id))
        return true
      default:
        return false
    }
  }

  return event => {
    const card = event.target
    if (!(card instanceof HTMLElement) || event.ctrlKey || event.metaKey) return
    const id = cardIdOf(card)
    if (id === null) return
    const handled =
      drag.carriedBy() === 'keyboard'
        ? carry(event.key, drag)
        : event.altKey
          ? moveAtOnce(event.key, id, drag)
          : press(event.key.length === 1 ? event.key.toLowerCase() : event.key, id, card, event.currentTarget)
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** While a card is carried every key is its own, Tab too: the place it would lie is where the person is. */
function carry(key: string, drag: CardDrag): boolean {
  const direction = directions[key]
  if (direction) drag.step(direction)
  else if (key === 'Enter' || key === ' ') drag.drop()
  else if (key === 'Escape') drag.cancel()
  return true
}

/** Alt with an arrow: lifted, carried one step and dropped in one go. */
function moveAtOnce(key: string, id: NodeId, drag: CardDrag): boolean {
  const direction = directions[key]
  if (!direction || drag.carriedBy() || !drag.lift(id, 'keyboard')) return false
  drag.step(direction)
  drag.drop()
  return true
}
