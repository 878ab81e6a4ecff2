import type { ComponentProps } from 'react'
import { classNames } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './IconButton.module.css'

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  readonly icon: IconName
  /** What pressing it does; read out, and shown on hover. */
  readonly label: string
  /** The key that does the same, shown on hover: "Ctrl+Z". */
  readonly hint?: string
  readonly size?: 'small' | 'medium'
}

export function IconButton({ icon, label, hint, size = 'medium', className, ...rest }: Props) {
  return (
    <button
      type="button"
      title={hint ? `${label} (${hint})` : label}
      {...rest}
      aria-label={label}
      className={classNames(styles.button, styles[size], className)}
    >
      <Icon name={icon} />
    </button>
  )
}
