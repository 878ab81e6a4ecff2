import type { NodeId, Plan } from '#plan/plan.ts'
import type { Schedule } from '#plan/schedule/schedulePlan.ts'
import type { SettingsState } from '#session/planSettings.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { streamTitle } from '#session/strands.ts'
import { Icon } from '#ui/Icon.tsx'
import styles from './ScheduleNotes.module.css'
import { count, hoursWords, listed } from './timelineWords.ts'

interface ScheduleNotesProps {
  readonly schedule: Schedule | null
  readonly failure: SettingsState['failure']
}

/** What the schedule takes for granted, and what it had to leave out. */
export function ScheduleNotes({ schedule, failure }: ScheduleNotesProps) {
  const plan = usePlan(now => now)
  const notes = schedule ? notesOf(plan, schedule) : []
  return (
    <>
      {failure && (
        <p className={styles.failure} role="alert">
          <Icon name="warning" />
          <span>These settings count in this tab, but are not kept. {failure.message}</span>
        </p>
      )}
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label="Assumptions">
          {notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function notesOf(plan: Plan, schedule: Schedule): readonly string[] {
  const assumed = schedule.jobs.filter(job => job.isAssumed)
  const all = assumed.map(job => shortName(plan, job.node))
  // Letters are read at a glance, names are not.
  const names = listed(all, all.every(name => name.length <= 2) ? 8 : 4)
  const rate = hoursWords(schedule.hoursPerTask)
  const ignored = listed(ignoredWords(plan, schedule), 4)
  const streams = schedule.jobs.filter(job => job.kind === 'stream').length
  const who =
    assumed.length === streams && streams > 1
      ? 'No stream has an estimate'
      : `${count(assumed.length, 'stream')} without an estimate: ${names}`
  return [
    ...(assumed.length === 0 ? [] : [`${who}. Assumed: ${rate} a task.`]),
    ...(ignored === '' ? [] : [`Left out, as they close a circle or wait for a later phase: ${ignored}.`]),
  ]
}

/** Its letter, else its whole name: an initial alone would be anybody's. */
function shortName(plan: Plan, id: NodeId): string {
  const node = plan.nodes.get(id)
  return node?.kind === 'stream' ? (node.key ?? streamTitle(node)) : ''
}

/** 'C waits for “Night Watch”' */
function ignoredWords(plan: Plan, { ignored }: Schedule): readonly string[] {
  return ignored.flatMap(({ from, reference }) => {
    const words = plan.nodes.get(reference)
    const name = shortName(plan, from)
    return words?.kind === 'reference' ? [`${name || 'a task'} waits for “${words.text}”`] : []
  })
}
