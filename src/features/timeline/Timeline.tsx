import { useCallback, useMemo, useState } from 'react'
import { useForecast } from '#session/forecast/useForecast.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { useSettings } from '#session/useSettings.ts'
import { NARROW, useMediaQuery } from '#ui/useMediaQuery.ts'
import { FactsBar } from './FactsBar.tsx'
import { GatingChoice } from './GatingChoice.tsx'
import { NothingToSchedule } from './NothingToSchedule.tsx'
import { createPointed } from './pointed.ts'
import { ScheduleNotes } from './ScheduleNotes.tsx'
import { ScheduleTruth } from './ScheduleTruth.tsx'
import { SettingsPopover } from './SettingsPopover.tsx'
import styles from './Timeline.module.css'
import { Legend } from './TimelineBar.tsx'
import { TimelineTools } from './TimelineTools.tsx'
import { Timetable } from './Timetable.tsx'
import { type Grouping, timelineRows } from './timelineRows.ts'
import { useAxisEnd } from './useAxisEnd.ts'
import { WorkersControl } from './WorkersControl.tsx'

/** When each stream runs, with the workers there are: a timetable, and what changes it. It fills its container. */
export function Timeline() {
  const hasStreams = usePlan(plan => plan.phases.some(phase => phase.streams.length > 0))
  return hasStreams ? <PlanTimeline /> : <NothingToSchedule />
}

function PlanTimeline() {
  const forecast = useForecast()
  const { settings, failure, change } = useSettings()
  const plan = usePlan(now => now)
  const isNarrow = useMediaQuery(NARROW)
  const [grouping, setGrouping] = useState<Grouping>('phase')
  const [zoom, setZoom] = useState(1)
  const [pointed] = useState(createPointed)
  // The table asks what scrolls as soon as it is there, so it is shown after that.
  const [view, setView] = useState<HTMLElement | null>(null)
  const [body, setBody] = useState<HTMLElement | null>(null)
  const scroller = isNarrow ? view : body

  const schedule = forecast.schedules?.[settings.gating] ?? null
  // Ranges of what was asked before would contradict the bars.
  const samples = forecast.status === 'idle' ? forecast.samples : null
  const rows = useMemo(
    () => (schedule ? timelineRows(plan, schedule, samples, grouping) : []),
    [plan, schedule, samples, grouping],
  )
  const end = useAxisEnd(schedule?.makespan ?? 0, samples?.finish.p90 ?? 0)
  const mostZoom = Math.min(150, Math.max(8, end / settings.hoursPerDay / 4))
  const zoomBy = useCallback(
    (factor: number) => setZoom(now => Math.min(mostZoom, Math.max(1, now * factor))),
    [mostZoom],
  )

  return (
    <div ref={setView} className={styles.view}>
      <div className={styles.sheet}>
        <div className={styles.top}>
          <div className={styles.head}>
            <div className={styles.truth}>
              <ScheduleTruth forecast={forecast} schedule={schedule} samples={samples} calendar={settings} />
              <GatingChoice
                schedules={forecast.schedules}
                gating={settings.gating}
                onChange={gating => change({ gating })}
              />
            </div>
            <WorkersControl
              workers={settings.workers}
              curve={forecast.curve}
              onChange={workers => change({ workers })}
            />
          </div>
          <ScheduleNotes schedule={schedule} failure={failure} />
          <div className={styles.tools}>
            <TimelineTools
              grouping={grouping}
              onGrouping={setGrouping}
              zoom={zoom}
              mostZoom={mostZoom}
              onZoom={zoomBy}
            />
            <Legend />
            <SettingsPopover hoursPerTask={schedule?.hoursPerTask ?? null} />
          </div>
        </div>
        <div ref={setBody} className={styles.scroller}>
          {schedule && scroller && (
            <Timetable
              key={isNarrow ? 'narrow' : 'wide'}
              rows={rows}
              end={end}
              zoom={zoom}
              calendar={settings}
              isNarrow={isNarrow}
              scroller={scroller}
              pointed={pointed}
              onZoom={zoomBy}
            />
          )}
        </div>
      </div>
      <FactsBar rows={rows} pointed={pointed} calendar={settings} isNarrow={isNarrow} />
    </div>
  )
}
