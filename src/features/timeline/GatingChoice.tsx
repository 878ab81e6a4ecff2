import { useId } from 'react'
import type { Gating } from '#plan/schedule/planJobs.ts'
import type { Schedule } from '#plan/schedule/schedulePlan.ts'
import styles from './GatingChoice.module.css'
import { hoursWords, savedWords } from './timelineWords.ts'

interface GatingChoiceProps {
  readonly schedules: Readonly<Record<Gating, Schedule>> | null
  readonly gating: Gating
  readonly onChange: (gating: Gating) => void
}

/** Both ways to start streams side by side, with what each comes to. */
export function GatingChoice({ schedules, gating, onChange }: GatingChoiceProps) {
  const name = useId()
  const phases = schedules?.phases.makespan
  const streams = schedules?.streams.makespan
  const options = [
    { value: 'phases', label: 'Phases wait for gates', result: phases === undefined ? '' : hoursWords(phases) },
    {
      value: 'streams',
      label: 'Streams start when they can',
      result:
        phases === undefined || streams === undefined ? '' : `${hoursWords(streams)}, ${savedWords(phases, streams)}`,
    },
  ] as const
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>When streams start</legend>
      {options.map(({ value, label, result }) => (
        <label key={value} className={styles.option}>
          <input
            className={styles.radio}
            type="radio"
            name={name}
            checked={gating === value}
            onChange={() => onChange(value)}
          />
          <span className={styles.dot} aria-hidden="true" />
          <span className={styles.label}>{label}:</span> <span className={styles.result}>{result}</span>
        </label>
      ))}
    </fieldset>
  )
}
