import { useStore } from 'zustand'
import type { NodeId, Plan } from '#plan/plan.ts'
import type { WorkCalendar } from '#plan/settings/calendar.ts'
import { dependenciesOf, usePlan } from '#session/SessionContext.tsx'
import { streamTitle } from '#session/strands.ts'
import styles from './FactsBar.module.css'
import type { PointedStore } from './pointed.ts'
import type { TimelineRow } from './timelineRows.ts'
import { endWords, hoursWords, listed, shareWords, spanWords } from './timelineWords.ts'

interface FactsBarProps {
  readonly rows: readonly TimelineRow[]
  readonly pointed: PointedStore
  readonly calendar: WorkCalendar
  readonly isNarrow: boolean
}

/** All that is known of the row under the pointer or with the focus. */
export function FactsBar({ rows, pointed, calendar, isNarrow }: FactsBarProps) {
  const key = useStore(pointed, ({ hovered, focused }) => hovered ?? focused)
  const row = key === null ? undefined : rows.find(other => other.key === key)
  const plan = usePlan(now => now)
  return (
    <div className={styles.bar}>
      {row ? (
        <>
          <p className={styles.title}>{row.title}</p>
          <p className={styles.facts}>{factsOf(row, plan, calendar).join('. ')}.</p>
        </>
      ) : (
        <p className={styles.hint}>
          {isNarrow
            ? 'Tap a row to read all about it.'
            : 'Point at a row, or walk through the rows with the arrow keys, to read all about it.'}
        </p>
      )}
    </div>
  )
}

function factsOf(row: TimelineRow, plan: Plan, calendar: WorkCalendar): readonly string[] {
  if (row.kind === 'group') {
    return [row.note, ...(row.finish > row.start ? [capital(spanWords(row.start, row.finish, calendar))] : [])]
  }
  const { slack, isOnPath, range, criticalShare } = row
  const slip =
    slack <= 1e-6
      ? `${isOnPath ? 'On the critical path' : 'Critical'}: when it slips, the finish moves`
      : `May slip ${hoursWords(slack)} before the finish moves`
  const often = criticalShare === null ? '' : `, critical in ${shareWords(criticalShare)}`
  const ends = range
    ? [`Over by ${endWords(range.p50, calendar)} in 50 %, ${endWords(range.p90, calendar)} in 90 %`]
    : []
  if (row.kind === 'gate') {
    return [`Gate, passed ${endWords(row.start, calendar)}, after ${hoursWords(row.start)}`, slip + often, ...ends]
  }
  return [
    capital(`${spanWords(row.start, row.finish, calendar)}, hour ${round(row.start)} to ${round(row.finish)}`),
    `${capital(row.hours)}, worker ${row.worker}`,
    ...waitFacts(plan, row.id),
    slip + often,
    ...ends,
  ]
}

function waitFacts(plan: Plan, id: NodeId): readonly string[] {
  const { links } = dependenciesOf(plan)
  const names = (ids: readonly NodeId[]) => listed([...new Set(ids.map(other => nameOf(plan, other)))], 5)
  const before = links.flatMap(link => (link.from === id && link.to !== null ? [link.to] : []))
  const after = links.flatMap(link => (link.to === id ? [link.from] : []))
  return [
    ...(before.length > 0 ? [`Waits for ${names(before)}`] : []),
    ...(after.length > 0 ? [`${names(after)} ${new Set(after).size === 1 ? 'waits' : 'wait'} for it`] : []),
  ]
}

function nameOf(plan: Plan, id: NodeId): string {
  const node = plan.nodes.get(id)
  if (node?.kind === 'stream') return node.key ?? streamTitle(node)
  return node?.kind === 'task' ? `“${node.text}”` : node?.kind === 'phase' ? node.name : ''
}

function round(hours: number): number {
  return Math.round(hours * 10) / 10
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
