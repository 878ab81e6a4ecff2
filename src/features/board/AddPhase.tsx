import { addPhase } from '#plan/edit/addPhase.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { AddLine } from './AddLine.tsx'
import styles from './AddPhase.module.css'
import { useEdit } from './useEdit.ts'

/** Not there for a file whose headings are no phases: it has nowhere to put one. */
export function AddPhase() {
  const run = useEdit()
  const isEmpty = usePlan(plan => plan.phases.length === 0)
  const hasPhases = usePlan(plan => plan.phases.some(phase => !phase.implicit))
  if (!isEmpty && !hasPhases) return null
  return (
    <div className={styles.add}>
      {isEmpty && (
        <p className={styles.empty}>This plan has no phase yet. A phase holds the streams that run at once.</p>
      )}
      <AddLine slot="phase" label="Add phase" placeholder="Name of the phase" onAdd={name => run(addPhase, name).ok} />
    </div>
  )
}
