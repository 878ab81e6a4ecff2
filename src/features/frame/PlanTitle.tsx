import { renamePlan } from '#plan/edit/renamePlan.ts'
import { useSession } from '#session/SessionContext.tsx'
import { EditableText } from '#ui/EditableText.tsx'
import { showToast } from '#ui/toasts.ts'
import styles from './PlanTitle.module.css'
import { usePlanName } from './usePlanName.ts'

export function PlanTitle() {
  const name = usePlanName()
  const session = useSession()
  return (
    <h1 className={styles.title}>
      <EditableText
        value={name}
        label="Plan title"
        className={styles.text ?? ''}
        onCommit={text => {
          const outcome = session.run(renamePlan, text)
          if (outcome.ok) return
          const { code, message } = outcome.refusal
          if (code === 'only-shown') showToast({ message, action: { label: 'Keep a copy', onAct: session.keep } })
          else showToast({ message, tone: 'danger' })
        }}
      />
    </h1>
  )
}
