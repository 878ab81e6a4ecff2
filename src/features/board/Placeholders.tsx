import { usePlan } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { useOpenOverlay } from './boardContext.ts'
import styles from './Placeholders.module.css'

/** Says how many words in brackets are left to fill in; nothing when there are none. */
export function Placeholders() {
  const count = usePlan(plan => plan.placeholders.length)
  const openOverlay = useOpenOverlay()
  if (count === 0) return null
  return (
    <div className={styles.strip}>
      <p>{count === 1 ? '1 placeholder to fill in' : `${count} placeholders to fill in`}</p>
      <Button
        size="small"
        aria-haspopup="dialog"
        onClick={event => openOverlay({ kind: 'placeholders', opener: event.currentTarget })}
      >
        Fill in...
      </Button>
    </div>
  )
}
