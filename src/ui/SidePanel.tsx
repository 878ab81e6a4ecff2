import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './IconButton.tsx'
import styles from './SidePanel.module.css'

interface SidePanelProps {
  readonly title: ReactNode
  readonly onClose: () => void
  /** Icon buttons beside the close button. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/**
 * The 360 px at the right that belong to the thing selected: a flex item as high as its row, a bottom sheet under
 * 640 px. It takes no focus by itself; closing gives focus back to where it came in from.
 */
export function SidePanel({ title, onClose, actions, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const headingId = useId()

  const close = () => {
    const inside = panel.current?.contains(document.activeElement)
    onClose()
    if (inside && cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
  }
  const closeNow = useRef(close)
  useEffect(() => {
    closeNow.current = close
  })

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closeNow.current()
    }
    const node = panel.current
    node?.addEventListener('keydown', onKeyDown)
    return () => node?.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-labelledby={headingId}
      onFocus={event => {
        const from = event.relatedTarget
        if (from && !event.currentTarget.contains(from)) cameFrom.current = from
      }}
    >
      <header className={styles.header}>
        <h2 className={styles.title} id={headingId}>
          {title}
        </h2>
        <div className={styles.actions}>
          {actions}
          <IconButton icon="close" label="Close panel" hint="Esc" onClick={close} />
        </div>
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  )
}
