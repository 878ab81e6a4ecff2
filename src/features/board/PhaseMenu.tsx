import { dependentsOf } from '#plan/dependencies/dependentsOf.ts'
import { addIntegrationPoint } from '#plan/edit/addIntegrationPoint.ts'
import { deletePhase } from '#plan/edit/deletePhase.ts'
import type { Phase } from '#plan/plan.ts'
import { dependenciesOf, useSession } from '#session/SessionContext.tsx'
import { MenuItem, MenuSeparator } from '#ui/Menu.tsx'
import { useBoardStore } from './boardContext.ts'
import { focusMenuOf } from './focusFirst.ts'
import { phaseTitle } from './streamChoices.ts'
import { useEdit, useEditWithUndo } from './useEdit.ts'

export function PhaseMenu({ phase, opener }: { readonly phase: Phase; readonly opener: HTMLElement }) {
  const session = useSession()
  const board = useBoardStore()
  const run = useEdit()
  const runWithUndo = useEditWithUndo()
  const { id, number } = phase

  const addGate = (after: string) => {
    const before = new Set(session.state.getState().plan.integrationPoints.map(gate => gate.id))
    if (!run(addIntegrationPoint, 'New integration point', { phase: after }).ok) return
    const added = session.state.getState().plan.integrationPoints.find(gate => !before.has(gate.id))
    if (added) board.setState({ editing: added.id })
  }
  const remove = () => {
    const { plan } = session.state.getState()
    if (dependentsOf(dependenciesOf(plan), plan, [id]).length > 0) {
      board.setState({ overlay: { kind: 'delete-phase', id, opener } })
      return
    }
    runWithUndo(
      `“${phaseTitle(phase)}” deleted`,
      runEdit => runEdit(deletePhase, id, 'keep'),
      () => focusMenuOf(id),
    )
  }

  return (
    <>
      <MenuItem icon="edit" onSelect={() => board.setState({ editing: id })}>
        Rename
      </MenuItem>
      <MenuItem icon="plus" onSelect={() => board.setState({ adding: `stream:${id}` })}>
        Add stream
      </MenuItem>
      {number !== null && (
        <MenuItem icon="gate" onSelect={() => addGate(number)}>
          Add integration point
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon="trash" danger onSelect={remove}>
        Delete phase
      </MenuItem>
    </>
  )
}
