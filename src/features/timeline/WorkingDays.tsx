import { useState } from 'react'
import { weekdayNames } from '#plan/settings/calendar.ts'
import { classNames } from '#ui/classNames.ts'
import styles from './SettingsForm.module.css'

interface WorkingDaysProps {
  readonly days: readonly number[]
  readonly onChange: (days: readonly number[]) => void
}

/** The days of a week on which work is done; one at least. */
export function WorkingDays({ days, onChange }: WorkingDaysProps) {
  const [isLast, setLast] = useState(false)
  const toggle = (day: number) => {
    const next = days.includes(day) ? days.filter(other => other !== day) : [...days, day].sort((a, b) => a - b)
    setLast(next.length === 0)
    if (next.length > 0) onChange(next)
  }
  return (
    <fieldset className={styles.days}>
      <legend className={styles.legend}>Working days</legend>
      <div className={styles.week}>
        {weekdayNames.map((name, index) => (
          <label key={name} className={classNames(styles.day)}>
            <input
              type="checkbox"
              className={styles.box}
              checked={days.includes(index + 1)}
              onChange={() => toggle(index + 1)}
            />
            {name}
          </label>
        ))}
      </div>
      {isLast && (
        <p role="alert" className={styles.problem}>
          One working day must stay.
        </p>
      )}
    </fieldset>
  )
}
