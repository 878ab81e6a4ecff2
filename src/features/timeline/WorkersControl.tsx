import { type CSSProperties, useId } from 'react'
import type { WorkerCurve } from '#plan/schedule/workerCurve.ts'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { FinishCurve, finishWith } from './FinishCurve.tsx'
import { count, enoughWords, hoursWords } from './timelineWords.ts'
import styles from './WorkersControl.module.css'

interface WorkersControlProps {
  readonly workers: number
  /** `null` until it is worked out. */
  readonly curve: WorkerCurve | null
  readonly onChange: (workers: number) => void
}

/** A few more than help are on the slider, so that it is seen that they do not. */
const beyond = 3
const fewest = 8

/** How many people or agents there are, on a slider under the curve of the finish. */
export function WorkersControl({ workers, curve, onChange }: WorkersControlProps) {
  const id = useId()
  const most = Math.min(99, Math.max(workers, fewest, (curve?.enough ?? 0) + beyond))
  const finish = curve ? finishWith(curve, workers) : null
  return (
    <div className={styles.control} style={{ '--most': most - 1 } as CSSProperties}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          Workers
        </label>
        <output htmlFor={id} className={styles.value}>
          {workers}
        </output>
        <span className={styles.note}>people or agents</span>
      </div>
      <FinishCurve curve={curve} workers={workers} most={most} />
      <input
        id={id}
        className={styles.slider}
        type="range"
        min={1}
        max={most}
        step={1}
        value={workers}
        aria-valuetext={[count(workers, 'worker'), ...(finish === null ? [] : [hoursWords(finish)])].join(', ')}
        onChange={event => onChange(event.currentTarget.valueAsNumber)}
      />
      <p className={styles.words}>{curve ? `${enoughWords(curve)}.` : 'Working out what more workers change'}</p>
      {curve && (
        <VisuallyHidden>
          {curve.points.map(point => `${count(point.workers, 'worker')}: ${hoursWords(point.makespan)}`).join('; ')}
        </VisuallyHidden>
      )}
    </div>
  )
}
