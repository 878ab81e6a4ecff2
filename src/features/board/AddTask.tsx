import { addTask } from '#plan/edit/addTask.ts'
import type { NodeId } from '#plan/plan.ts'
import { useSession } from '#session/SessionContext.tsx'
import { AddLine } from './AddLine.tsx'
import { useBoardStore } from './boardContext.ts'
import type { AddSlot } from './boardStore.ts'
import { siblingsOf } from './siblings.ts'
import { useEdit } from './useEdit.ts'

interface AddTaskProps {
  /** A stream's, gate's or the criteria's end. */
  readonly place: { readonly in: NodeId | 'criteria' }
  readonly label?: string
  readonly placeholder?: string
}

export function AddTask({ place, label = 'Add task', placeholder = 'New task' }: AddTaskProps) {
  const run = useEdit()
  const slot: AddSlot = place.in === 'criteria' ? 'in:criteria' : `in:${place.in}`
  return (
    <AddLine
      slot={slot}
      label={label}
      placeholder={placeholder}
      keepsGoing
      onAdd={text => run(addTask, place, text).ok}
    />
  )
}

/** Stands below every card and shows nothing until its menu's "Add task below" was chosen. */
export function AddTaskBelow({ id, placeholder = 'New task' }: { readonly id: NodeId; readonly placeholder?: string }) {
  const run = useEdit()
  const session = useSession()
  const board = useBoardStore()
  const add = (text: string, how: 'enter' | 'leave') => {
    const added = run(addTask, { after: id }, text).ok
    const next = siblingsOf(session.state.getState().plan, id)?.after[0]
    if (added && next && how === 'enter') board.setState({ adding: `after:${next.id}` })
    return added
  }
  const done = () => {
    if (board.getState().adding === null) board.setState({ reveal: id })
  }
  return (
    <AddLine slot={`after:${id}`} label="Add task below" placeholder={placeholder} onAdd={add} onDone={done} hidden />
  )
}
