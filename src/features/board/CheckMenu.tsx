import type { Task } from '#plan/plan.ts'
import { shortcut } from '#ui/keyboard.ts'
import { MenuItem, MenuSeparator } from '#ui/Menu.tsx'
import { useTaskActions } from './useTaskActions.ts'

/** For checks of gates and success criteria: no priority, no other stream to go to. */
export function CheckMenu({ task }: { readonly task: Task }) {
  const actions = useTaskActions(task)
  return (
    <>
      <MenuItem icon="edit" onSelect={actions.edit}>
        Edit text
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
      <MenuItem icon="plus" onSelect={actions.addBelow}>
        Add item below
      </MenuItem>
      <MenuItem icon="trash" danger onSelect={() => actions.remove('Item')}>
        Delete
      </MenuItem>
    </>
  )
}
