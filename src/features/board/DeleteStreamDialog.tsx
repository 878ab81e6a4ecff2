import { deleteStream } from '#plan/edit/deleteStream.ts'
import type { NodeId } from '#plan/plan.ts'
import { useStream } from '#session/SessionContext.tsx'
import { streamTitle } from '#session/strands.ts'
import { DependentsDialog } from './DependentsDialog.tsx'
import { focusMenuOf } from './focusFirst.ts'
import { useEditWithUndo } from './useEdit.ts'

export function DeleteStreamDialog({ id, onClose }: { readonly id: NodeId; readonly onClose: () => void }) {
  const stream = useStream(id)
  const runWithUndo = useEditWithUndo()
  if (!stream) return null
  const title = streamTitle(stream)
  return (
    <DependentsDialog
      ids={[id]}
      title={`Delete the stream “${title}”?`}
      onClose={onClose}
      onDelete={references =>
        runWithUndo(
          `“${title}” deleted`,
          run => run(deleteStream, id, references),
          () => focusMenuOf(id),
        )
      }
    />
  )
}
