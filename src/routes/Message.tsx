import type { ReactNode } from 'react'
import styles from './Message.module.css'
import { useTitle } from './useTitle.ts'

interface MessageProps {
  /** What happened. */
  readonly title: string
  /** What is safe, and what to do. */
  readonly children: ReactNode
  readonly actions: ReactNode
}

/** A whole screen that says one thing. */
export function Message({ title, children, actions }: MessageProps) {
  useTitle(title)
  return (
    <main className={styles.page}>
      <div className={styles.message}>
        <h1 className={styles.title}>{title}</h1>
        {children}
        <div className={styles.actions}>{actions}</div>
      </div>
    </main>
  )
}
