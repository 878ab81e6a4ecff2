import { deleteIntegrationPoint } from '#plan/edit/deleteIntegrationPoint.ts'
import type { IntegrationPoint } from '#plan/plan.ts'
import { MenuItem, MenuSeparator } from '#ui/Menu.tsx'
import { useBoardStore } from './boardContext.ts'
import { focusMenuOf } from './focusFirst.ts'
import { useEditWithUndo } from './useEdit.ts'

export function GateMenu({ gate }: { readonly gate: IntegrationPoint }) {
  const board = useBoardStore()
  const runWithUndo = useEditWithUndo()
  const { id, name } = gate
  return (
    <>
      <MenuItem icon="edit" onSelect={() => board.setState({ editing: id })}>
        Rename
      </MenuItem>
      <MenuItem icon="plus" onSelect={() => board.setState({ adding: `in:${id}` })}>
        Add item
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon="trash"
        danger
        onSelect={() =>
          runWithUndo(
            `“${name}” deleted`,
            run => run(deleteIntegrationPoint, id),
            () => focusMenuOf(id),
          )
        }
      >
        Delete integration point
      </MenuItem>
    </>
  )
}
