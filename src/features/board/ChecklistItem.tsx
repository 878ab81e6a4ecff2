import type { KeyboardEvent } from 'react'
import { moveTask } from '#plan/edit/moveTask.ts'
import { renameTask } from '#plan/edit/renameTask.ts'
import { toggleTask } from '#plan/edit/toggleTask.ts'
import type { NodeId, TaskState } from '#plan/plan.ts'
import { useSession, useTask } from '#session/SessionContext.tsx'
import { Checkbox, type CheckState } from '#ui/Checkbox.tsx'
import { classNames } from '#ui/classNames.ts'
import { EditableText } from '#ui/EditableText.tsx'
import { AddTaskBelow } from './AddTask.tsx'
import { useEditing } from './boardContext.ts'
import { NodeMenu } from './CardMenu.tsx'
import styles from './ChecklistItem.module.css'
import editable from './editableName.module.css'
import { FindingMark } from './FindingMark.tsx'
import { siblingsOf } from './siblings.ts'
import { useEdit } from './useEdit.ts'

const boxes: Record<TaskState, CheckState> = {
  open: 'unchecked',
  active: 'mixed',
  done: 'checked',
  cancelled: 'crossed',
}

/** A check of a gate or a success criterion. Alt with an arrow moves it. */
export function ChecklistItem({ id }: { readonly id: NodeId }) {
  const task = useTask(id)
  const run = useEdit()
  const session = useSession()
  const [editing, setEditing] = useEditing(id)
  if (!task) return null

  const move = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const siblings = siblingsOf(session.state.getState().plan, id)
    const [above, below] = [siblings?.before[0], siblings?.after[0]]
    if (event.key === 'ArrowUp' && above) run(moveTask, id, { before: above.id })
    if (event.key === 'ArrowDown' && below) run(moveTask, id, { after: below.id })
  }

  return (
    <li className={styles.item} onKeyDown={move} data-check={id}>
      <div className={styles.row} data-state={task.state ?? undefined}>
        {task.state === null ? (
          <span className={styles.bullet} aria-hidden="true" />
        ) : (
          <Checkbox
            state={boxes[task.state]}
            label={task.state === 'cancelled' ? `${task.text} (cancelled)` : task.text}
            hideLabel
            onToggle={() => run(toggleTask, id)}
          />
        )}
        <div className={classNames(styles.text, editable.name)}>
          <EditableText
            value={task.text}
            label="Item"
            editing={editing}
            onEditingChange={setEditing}
            onCommit={text => run(renameTask, id, text)}
          />
        </div>
        <FindingMark id={id} />
        <NodeMenu id={id} label={`Actions of “${task.text}”`} className={styles.menu} />
      </div>
      {task.children.length > 0 && (
        <ul className={styles.nested}>
          {task.children.map(child => (
            <ChecklistItem key={child.id} id={child.id} />
          ))}
        </ul>
      )}
      <AddTaskBelow id={id} placeholder="New item" />
    </li>
  )
}
