import { useRef } from 'react'
import type { Samples } from '#plan/schedule/sampleSchedule.ts'
import type { Schedule } from '#plan/schedule/schedulePlan.ts'
import type { WorkCalendar } from '#plan/settings/calendar.ts'
import type { useForecast } from '#session/forecast/useForecast.ts'
import { Button } from '#ui/Button.tsx'
import styles from './ScheduleTruth.module.css'
import { finishWords, proofWords, rangeParts } from './timelineWords.ts'

interface ScheduleTruthProps {
  readonly forecast: ReturnType<typeof useForecast>
  readonly schedule: Schedule | null
  readonly samples: Samples | null
  readonly calendar: WorkCalendar
}

/** The one truth in words: when it is done, how sure that is, and how good. */
export function ScheduleTruth({ forecast, schedule, samples, calendar }: ScheduleTruthProps) {
  // The button that was pressed goes with its words; the focus waits in their place.
  const place = useRef<HTMLDivElement>(null)
  const keepFocus = (act: () => void) => () => {
    act()
    place.current?.focus()
  }
  const kept = { ...forecast, stop: keepFocus(forecast.stop), again: keepFocus(forecast.again) }
  return (
    <div className={styles.truth}>
      <div role="status">
        <h2>{schedule ? finishWords(schedule.makespan, calendar) : waitingWords(forecast.status)}</h2>
        {schedule && <p className={styles.proof}>{proofWords(schedule)}</p>}
      </div>
      <div ref={place} tabIndex={-1} className={styles.ranges}>
        <Ranges forecast={kept} samples={samples} calendar={calendar} />
      </div>
    </div>
  )
}

function waitingWords(status: ReturnType<typeof useForecast>['status']): string {
  return status === 'failed' || status === 'stopped' ? 'No schedule yet' : 'Working out the schedule'
}

function Ranges({ forecast, samples, calendar }: Omit<ScheduleTruthProps, 'schedule'>) {
  const { status, progress, stop, again } = forecast
  if (status === 'failed') {
    return (
      <p role="alert" className={styles.failure}>
        Working out the schedule broke off. Your plan is safe.{' '}
        <Button size="small" onClick={again}>
          Try again
        </Button>
      </p>
    )
  }
  if (status === 'stopped') {
    return (
      <p>
        Ranges were stopped.{' '}
        <Button size="small" onClick={again}>
          Work them out
        </Button>
      </p>
    )
  }
  if (!samples) {
    return (
      <p>
        <span>Working out ranges, {Math.floor(progress * 100)} %</span>{' '}
        <Button size="small" variant="quiet" onClick={stop}>
          Stop
        </Button>
      </p>
    )
  }
  return (
    <dl className={styles.parts}>
      {rangeParts(samples, calendar).map(({ percent, by, hours }) => (
        <div key={percent} className={styles.part}>
          <dt>{percent} % by</dt>
          <dd>
            {by} <span className={styles.hours}>({hours})</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
