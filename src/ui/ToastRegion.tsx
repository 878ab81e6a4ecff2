import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import styles from './ToastRegion.module.css'
import { dismissToast, readingTime, type Toast, useToasts } from './toasts.ts'

/** Where messages appear; one for the whole page, there from the start, so that it is listened to. */
export function ToastRegion() {
  const toasts = useToasts(state => state.toasts)
  const [held, setHeld] = useState(false)
  return (
    <section
      className={styles.region}
      aria-label="Messages"
      aria-live="polite"
      aria-relevant="additions"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toasts.map(toast => (
        <ToastCard key={toast.id} toast={toast} held={held} />
      ))}
    </section>
  )
}

function ToastCard({ toast, held }: { readonly toast: Toast; readonly held: boolean }) {
  const { id, message, action, tone } = toast
  const stays = held || tone === 'danger'

  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => dismissToast(id), readingTime(toast))
    return () => clearTimeout(timer)
  }, [id, stays, toast])

  return (
    <div className={styles.toast} data-tone={tone} role={tone === 'danger' ? 'alert' : undefined}>
      {tone === 'danger' && <Icon name="warning" />}
      <p className={styles.message}>{message}</p>
      {action && (
        <Button
          variant="quiet"
          size="small"
          className={styles.action}
          onClick={() => {
            dismissToast(id)
            action.onAct()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" size="small" label="Dismiss" onClick={() => dismissToast(id)} />
    </div>
  )
}
