import { addPhase } from '#plan/edit/addPhase.ts'
import { AddLine } from './AddLine.tsx'
import { useEdit } from './useEdit.ts'

export function AddPhase() {
  const run = useEdit()
  return (
    <AddLine slot="phase" label="Add phase" placeholder="Name of the phase" onAdd={name => run(addPhase, name).ok} />
  )
}
