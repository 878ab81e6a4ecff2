import { memo, useRef } from 'react'
import { renameTask } from '#plan/edit/renameTask.ts'
import { toggleTask } from '#plan/edit/toggleTask.ts'
import type { NodeId, Task, TaskState } from '#plan/plan.ts'
import { useTask } from '#session/SessionContext.tsx'
import { Checkbox, type CheckState } from '#ui/Checkbox.tsx'
import { LineEditor } from '#ui/LineEditor.tsx'
import { AddTaskBelow } from './AddTask.tsx'
import { useBoard, useEditing } from './boardContext.ts'
import { CardMenu } from './CardMenu.tsx'
import { FindingMark } from './FindingMark.tsx'
import { PriorityBars } from './PriorityBars.tsx'
import styles from './TaskCard.module.css'
import { TaskText } from './TaskText.tsx'
import { useEdit } from './useEdit.ts'

interface TaskCardProps {
  readonly id: NodeId
  /** It lies in another card. */
  readonly nested?: boolean
}

/** A task, and in it the tasks under it. Its keys and its drag are the board's (useCardKeys, DragSurface). */
export const TaskCard = memo(function TaskCard({ id, nested = false }: TaskCardProps) {
  const task = useTask(id)
  const isAdding = useBoard(state => state.adding === `after:${id}`)
  if (!task) return null
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs, and cannot be laid out like this */}
      <div
        className={nested ? styles.nested : styles.card}
        role="group"
        aria-label={cardLabel(task)}
        aria-roledescription="card"
        tabIndex={-1}
        data-task-id={id}
        data-state={task.state ?? undefined}
      >
        <TaskFace task={task} />
        {task.notes !== null && <Notes text={task.notes} />}
        {task.children.length > 0 && (
          <ul className={styles.children} data-nested-tasks="">
            {task.children.map(child => (
              <li key={child.id}>
                <TaskCard id={child.id} nested />
              </li>
            ))}
          </ul>
        )}
      </div>
      {isAdding && <AddTaskBelow id={id} />}
    </>
  )
})

const boxes: Record<TaskState, CheckState> = {
  open: 'unchecked',
  active: 'mixed',
  done: 'checked',
  cancelled: 'crossed',
}

function TaskFace({ task }: { readonly task: Task }) {
  const { id, state, text } = task
  const run = useEdit()
  const face = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useEditing(id)
  return (
    <div className={styles.face} ref={face}>
      {state === null ? (
        <span className={styles.bullet} aria-hidden="true" />
      ) : (
        <Checkbox
          state={boxes[state]}
          label={state === 'cancelled' ? `${text} (cancelled)` : text}
          hideLabel
          tabIndex={-1}
          onToggle={() => run(toggleTask, id)}
        />
      )}
      {editing ? (
        <LineEditor
          value={text}
          label="Task"
          placeholder="Task"
          select={text.length}
          className={styles.editor ?? ''}
          onLeave={({ text: next, how }) => {
            if (how !== 'cancel' && next !== text && next !== '') run(renameTask, id, next)
            if (how !== 'leave') face.current?.parentElement?.focus()
            setEditing(false)
          }}
        />
      ) : (
        <p className={styles.text} onDoubleClick={() => setEditing(true)}>
          {task.key !== null && <span className={styles.key}>{task.key}</span>}
          <TaskText text={text} />
        </p>
      )}
      <FindingMark id={id} className={styles.mark} inCard />
      <PriorityBars priority={task.priority} />
      <span className={styles.menu}>
        <CardMenu id={id} />
      </span>
    </div>
  )
}

/** Markdown under the task that is no task; the text pane is where it is edited. */
function Notes({ text }: { readonly text: string }) {
  return (
    <details className={styles.notes} data-no-drag="">
      <summary tabIndex={-1} data-card-part="">
        Notes
      </summary>
      <pre className={styles.note}>{text}</pre>
    </details>
  )
}

const stateWords: Record<TaskState, string> = {
  open: '',
  active: ', in progress',
  done: ', done',
  cancelled: ', cancelled',
}

function cardLabel({ key, text, state, priority }: Task): string {
  const words = key === null ? text : `${key} ${text}`
  return `${words}${priority ? `, ${priority} priority` : ''}${state ? stateWords[state] : ''}`
}
