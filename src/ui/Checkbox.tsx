import styles from './Checkbox.module.css'

export type CheckState = 'unchecked' | 'mixed' | 'checked' | 'crossed'

interface CheckboxProps {
  readonly state: CheckState
  /** What it is about; shown beside the box unless `hideLabel`. */
  readonly label: string
  readonly hideLabel?: boolean
  readonly onToggle: () => void
  readonly disabled?: boolean
  /** -1 where a list moves focus by itself. */
  readonly tabIndex?: number
}

const marks: Record<CheckState, string> = {
  unchecked: '',
  mixed: 'M4.5 8h7',
  checked: 'M4.25 8.5l2.5 2.5 5-5.5',
  crossed: 'M5 5l6 6M11 5l-6 6',
}

/** A 16 px box with a 24 px target. `crossed` reads as not checked, so the label should say what the cross means. */
export function Checkbox({ state, label, hideLabel = false, onToggle, disabled = false, tabIndex }: CheckboxProps) {
  const mixed = state === 'mixed'
  return (
    <label className={styles.label}>
      <span className={styles.target}>
        <input
          type="checkbox"
          ref={box => {
            if (box) box.indeterminate = mixed
          }}
          className={styles.input}
          checked={state === 'checked'}
          disabled={disabled}
          tabIndex={tabIndex}
          aria-label={hideLabel ? label : undefined}
          onChange={event => {
            // The browser has cleared it; the state alone decides.
            event.currentTarget.indeterminate = mixed
            onToggle()
          }}
        />
        <svg className={styles.box} data-state={state} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="3.25" />
          <path d={marks[state]} />
        </svg>
      </span>
      {!hideLabel && <span className={styles.text}>{label}</span>}
    </label>
  )
}
