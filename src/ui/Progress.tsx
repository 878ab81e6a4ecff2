import styles from './Progress.module.css'

interface ProgressProps {
  readonly value: number
  readonly max: number
  /** "Progress of Payments"; read out before the value. */
  readonly label: string
  /** How the value is read: "3 of 8 tasks". */
  readonly valueText?: string
}

/** A bar 3 px high in the strand's colour, or the accent. */
export function Progress({ value, max, label, valueText }: ProgressProps) {
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={valueText ?? `${value} of ${max}`}
    >
      <div className={styles.bar} style={{ transform: `scaleX(${max > 0 ? value / max : 0})` }} />
    </div>
  )
}

/** The same as a ring, 16 px wide unless `size` says otherwise. */
export function ProgressRing({ value, max, label, valueText, size = 16 }: ProgressProps & { readonly size?: number }) {
  return (
    <svg
      className={styles.ring}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={valueText ?? `${value} of ${max}`}
    >
      <circle className={styles.rest} cx="8" cy="8" r="6.5" />
      {value > 0 && (
        <circle
          className={styles.arc}
          cx="8"
          cy="8"
          r="6.5"
          pathLength={100}
          strokeDasharray={`${max > 0 ? (100 * value) / max : 0} 200`}
        />
      )}
      {max > 0 && value >= max && <path className={styles.tick} d="M5.25 8.25L7.25 10.25 10.75 6.25" />}
    </svg>
  )
}
