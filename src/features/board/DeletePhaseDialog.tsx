import { deletePhase } from '#plan/edit/deletePhase.ts'
import type { NodeId } from '#plan/plan.ts'
import { usePhase } from '#session/SessionContext.tsx'
import { DependentsDialog } from './DependentsDialog.tsx'
import { focusMenuOf } from './focusFirst.ts'
import { phaseTitle } from './streamChoices.ts'
import { useEditWithUndo } from './useEdit.ts'

export function DeletePhaseDialog({ id, onClose }: { readonly id: NodeId; readonly onClose: () => void }) {
  const phase = usePhase(id)
  const runWithUndo = useEditWithUndo()
  if (!phase) return null
  const title = phaseTitle(phase)
  return (
    <DependentsDialog
      ids={[id]}
      title={`Delete “${title}” with its ${phase.streams.length} streams?`}
      onClose={onClose}
      onDelete={references =>
        runWithUndo(
          `“${title}” deleted`,
          run => run(deletePhase, id, references),
          () => focusMenuOf(id),
        )
      }
    />
  )
}
