import type { ComponentProps } from 'react'
import styles from './Field.module.css'
import { useFieldProps } from './fieldContext.ts'
import { Icon, type IconName } from './Icon.tsx'

type TextInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'className'> & {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Drawn inside, before the text. */
  readonly icon?: IconName
}

/** One line of text. Give it a Field around it or an `aria-label`. */
export function TextInput({ value, onChange, icon, ...rest }: TextInputProps) {
  return (
    <span className={styles.box}>
      {icon && (
        <span className={styles.lead}>
          <Icon name={icon} />
        </span>
      )}
      <input
        type="text"
        autoComplete="off"
        {...useFieldProps()}
        {...rest}
        className={styles.input}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </span>
  )
}
