import { classNames } from './classNames.ts'
import styles from './Field.module.css'
import { useFieldProps } from './fieldContext.ts'
import { Icon } from './Icon.tsx'

interface SelectProps<Value extends string> {
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly disabled?: boolean }[]
  readonly onChange: (value: Value) => void
  /** Needed where no Field stands around it. */
  readonly label?: string
  readonly disabled?: boolean
}

/** The platform's own list, in our box. */
export function Select<Value extends string>({ value, options, onChange, label, disabled }: SelectProps<Value>) {
  return (
    <span className={styles.box}>
      <select
        {...useFieldProps()}
        className={classNames(styles.input, styles.select)}
        aria-label={label}
        disabled={disabled}
        value={value}
        onChange={event => {
          const option = options[event.currentTarget.selectedIndex]
          if (option) onChange(option.value)
        }}
      >
        {options.map(option => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <span className={styles.chevron}>
        <Icon name="chevron-down" />
      </span>
    </span>
  )
}
