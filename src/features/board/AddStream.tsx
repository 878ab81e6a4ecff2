import { addStream } from '#plan/edit/addStream.ts'
import type { NodeId } from '#plan/plan.ts'
import { AddLine } from './AddLine.tsx'
import { useEdit } from './useEdit.ts'

export function AddStream({ phaseId }: { readonly phaseId: NodeId }) {
  const run = useEdit()
  return (
    <AddLine
      slot={`stream:${phaseId}`}
      label="Add stream"
      placeholder="Name of the stream"
      onAdd={name => run(addStream, phaseId, name).ok}
    />
  )
}
