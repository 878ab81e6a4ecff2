import { renamePlan } from '#plan/edit/renamePlan.ts'
import { useRun } from '#session/SessionContext.tsx'
import { EditableText } from '#ui/EditableText.tsx'
import { showToast } from '#ui/toasts.ts'
import styles from './PlanTitle.module.css'
import { usePlanName } from './usePlanName.ts'

export function PlanTitle() {
  const name = usePlanName()
  const run = useRun()
  return (
    <h1 className={styles.title}>
      <EditableText
        value={name}
        label="Plan title"
        className={styles.text ?? ''}
        onCommit={text => {
          const outcome = run(renamePlan, text)
          if (!outcome.ok) showToast({ message: outcome.refusal.message, tone: 'danger' })
        }}
      />
    </h1>
  )
}
