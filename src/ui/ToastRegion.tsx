import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import styles from './ToastRegion.module.css'
import { dismissToast, readingTime, type Toast, useToasts } from './toasts.ts'

/** Where messages appear; one for the whole page, there from the start, so that it is listened to. */
export function ToastRegion() {
  const toasts = useToasts(state => state.toasts)
  const cameFrom = useRef<HTMLElement>(null)
  const noteOrigin = ({ relatedTarget: from, currentTarget: region }: FocusEvent) => {
    if (from instanceof HTMLElement && !region.contains(from)) cameFrom.current = from
  }

  return createPortal(
    <section className={styles.region} aria-label="Messages" onFocus={noteOrigin}>
      <ul className={styles.list} aria-live="polite" aria-relevant="additions">
        {toasts.map(toast => toast.tone === 'plain' && <ToastCard key={toast.id} toast={toast} cameFrom={cameFrom} />)}
      </ul>
      <ul className={styles.list} aria-live="assertive" aria-relevant="additions">
        {toasts.map(toast => toast.tone === 'danger' && <ToastCard key={toast.id} toast={toast} cameFrom={cameFrom} />)}
      </ul>
    </section>,
    document.body,
  )
}

interface ToastCardProps {
  readonly toast: Toast
  /** Where the focus returns to when the message goes with the focus in it. */
  readonly cameFrom: RefObject<HTMLElement | null>
}

function ToastCard({ toast, cameFrom }: ToastCardProps) {
  const { id, message, action, tone } = toast
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const stays = pointed || focused || toast.stays
  const card = useRef<HTMLLIElement>(null)

  useLayoutEffect(() => {
    const node = card.current
    return () => {
      if (node?.contains(document.activeElement)) cameFrom.current?.focus()
    }
  }, [cameFrom])

  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => dismissToast(id), readingTime(toast))
    return () => clearTimeout(timer)
  }, [id, stays, toast])

  return (
    <li
      ref={card}
      className={styles.toast}
      data-tone={tone}
      data-toast=""
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
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
    </li>
  )
}
