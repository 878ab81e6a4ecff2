import type { ComponentProps } from 'react'
import styles from './Button.module.css'
import { classNames } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'

interface ButtonLook {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** 24 px high for toolbars and cards, 28 px otherwise. */
  readonly size?: 'small' | 'medium'
  readonly icon?: IconName
}

/** A verb to press. Takes everything a `<button>` takes. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  className,
  children,
  ...rest
}: ButtonLook & ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className={buttonClass(variant, size, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** Looks like a button, goes to a place. */
export function ButtonLink({
  variant = 'secondary',
  size = 'medium',
  icon,
  className,
  children,
  ...rest
}: ButtonLook & ComponentProps<'a'>) {
  return (
    <a {...rest} className={buttonClass(variant, size, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

function buttonClass(variant: 'primary' | 'secondary' | 'quiet' | 'danger', size: 'small' | 'medium', extra?: string) {
  return classNames(styles.button, styles[variant], styles[size], extra)
}
