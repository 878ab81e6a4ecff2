import { type KeyboardEvent, useState } from 'react'
import { classNames } from './classNames.ts'
import styles from './Field.module.css'
import { useFieldProps } from './fieldContext.ts'
import { readNumber, stepped, within } from './readNumber.ts'

interface NumberInputProps {
  readonly value: number | undefined
  /** Called when the person is done: Enter, leaving, or an arrow key. What is no number is put back. */
  readonly onChange: (value: number | undefined) => void
  readonly min?: number
  readonly max?: number
  readonly step?: number
  /** "h", "days"; shown after the number. */
  readonly unit?: string
  readonly placeholder?: string
  /** Needed where no Field stands around it. */
  readonly label?: string
}

/** A number that may be missing. Takes a decimal point or comma; arrow keys step. */
export function NumberInput({ value, onChange, min, max, step = 1, unit, placeholder, label }: NumberInputProps) {
  const [draft, setDraft] = useState<string>()
  const field = useFieldProps()

  const settle = (next: number | undefined) => {
    setDraft(undefined)
    const settled = next === undefined ? undefined : within(next, min, max)
    if (settled !== value) onChange(settled)
  }
  const finish = () => {
    const typed = draft === undefined ? null : readNumber(draft)
    if (typed === null) setDraft(undefined)
    else settle(typed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction !== 0) {
      event.preventDefault()
      const from = (draft === undefined ? value : readNumber(draft)) ?? value
      settle(from === undefined ? (min ?? 0) : stepped(from, direction * step))
    } else if (event.key === 'Enter') {
      finish()
    } else if (event.key === 'Escape' && draft !== undefined) {
      event.stopPropagation()
      event.preventDefault()
      setDraft(undefined)
    }
  }

  return (
    <span className={styles.box} data-editing={draft === undefined ? undefined : ''}>
      <input
        {...field}
        className={classNames(styles.input, styles.number)}
        type="text"
        role="spinbutton"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-valuenow={value}
        aria-valuetext={value === undefined ? undefined : `${value}${unit ? ` ${unit}` : ''}`}
        aria-valuemin={min}
        aria-valuemax={max}
        placeholder={placeholder}
        value={draft ?? value ?? ''}
        onChange={event => setDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={finish}
      />
      {unit && <span className={styles.unit}>{unit}</span>}
    </span>
  )
}
