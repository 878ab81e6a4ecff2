import type { ReactNode } from 'react'
import { classNames } from './classNames.ts'
import styles from './PlaceButton.module.css'

interface PlaceButtonProps {
  readonly onClick: () => void
  readonly title?: string
  readonly isStrong?: boolean
  readonly children: ReactNode
}

/** A name in a list or table that leads to what it names; its words stand where they would without a button. */
export function PlaceButton({ onClick, title, isStrong = false, children }: PlaceButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles.button, isStrong && styles.strong)}
      title={title}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
