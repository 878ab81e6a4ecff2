import { setPriority } from '#plan/edit/setPriority.ts'
import { setTaskState } from '#plan/edit/setTaskState.ts'
import type { Priority, Task, TaskState } from '#plan/plan.ts'
import { shortcut } from '#ui/keyboard.ts'
import { MenuChoice, MenuItem, MenuLabel, MenuSeparator, MenuSub } from '#ui/Menu.tsx'
import { useOpenOverlay } from './boardContext.ts'
import { PriorityBars, priorityNames } from './PriorityBars.tsx'
import { useEdit } from './useEdit.ts'
import { useTaskActions } from './useTaskActions.ts'

const priorities: readonly Priority[] = ['critical', 'high', 'medium', 'low']

const priorityOptions: readonly { value: Priority | 'none'; label: string; mark?: React.ReactNode }[] = [
  ...priorities.map(priority => ({
    value: priority,
    label: priorityNames[priority],
    mark: <PriorityBars priority={priority} decorative />,
  })),
  { value: 'none', label: 'None' },
]

const stateOptions: readonly { value: TaskState; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'active', label: 'Active' },
  { value: 'done', label: 'Done' },
  { value: 'cancelled', label: 'Cancelled' },
]

export function TaskMenu({ task, opener }: { readonly task: Task; readonly opener: HTMLElement }) {
  const run = useEdit()
  const openOverlay = useOpenOverlay()
  const actions = useTaskActions(task)
  return (
    <>
      <MenuItem icon="edit" hint="Enter" onSelect={actions.edit}>
        Edit text
      </MenuItem>
      <MenuSub label="Priority" icon="filter">
        <MenuLabel>Keys 1 to 4, 0 for none</MenuLabel>
        <MenuChoice
          label="Priority"
          value={task.priority ?? 'none'}
          options={priorityOptions}
          onChange={value => run(setPriority, task.id, value === 'none' ? null : value)}
        />
      </MenuSub>
      {task.state !== null && (
        <MenuSub label="State" icon="check">
          <MenuChoice
            label="State"
            value={task.state}
            options={stateOptions}
            onChange={state => run(setTaskState, task.id, state)}
          />
        </MenuSub>
      )}
      <MenuSeparator />
      <MenuItem icon="arrow-right" hint="M" onSelect={() => openOverlay({ kind: 'move-task', id: task.id, opener })}>
        Move to...
      </MenuItem>
      <MenuItem
        icon="chevron-up"
        hint={shortcut('Alt+↑')}
        disabled={!actions.moveUp}
        onSelect={() => actions.moveUp?.()}
      >
        Move up
      </MenuItem>
      <MenuItem
        icon="chevron-down"
        hint={shortcut('Alt+↓')}
        disabled={!actions.moveDown}
        onSelect={() => actions.moveDown?.()}
      >
        Move down
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon="plus" hint="N" onSelect={actions.addBelow}>
        Add task below
      </MenuItem>
      <MenuItem icon="copy" onSelect={actions.duplicate}>
        Duplicate
      </MenuItem>
      <MenuItem icon="trash" hint="Del" danger onSelect={() => actions.remove('Task')}>
        Delete
      </MenuItem>
    </>
  )
}
