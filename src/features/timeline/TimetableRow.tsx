import { type CSSProperties, memo } from 'react'
import type { WorkCalendar } from '#plan/settings/calendar.ts'
import { LetterBadge } from '#ui/Badge.tsx'
import { Icon } from '#ui/Icon.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { GridPart } from './GridPart.tsx'
import type { PointedStore } from './pointed.ts'
import { GateMark, GroupSpan, TimelineBar } from './TimelineBar.tsx'
import styles from './Timetable.module.css'
import type { GateRow, GroupRow, StreamRow, TimelineRow } from './timelineRows.ts'
import { endWords, hoursWords, shareWords, spanWords } from './timelineWords.ts'

interface TimetableRowProps {
  readonly row: TimelineRow
  readonly index: number
  /** px from the first row. */
  readonly top: number
  readonly height: number
  /** The Tab key leads here. */
  readonly isStop: boolean
  readonly calendar: WorkCalendar
  readonly pointed: PointedStore
  readonly onFocus: (key: string) => void
}

/** A line of the timetable: its facts in columns, then its bar on the time axis. */
export const TimetableRow = memo(function TimetableRow(props: TimetableRowProps) {
  const { row, index, top, height, isStop, calendar, pointed, onFocus } = props
  return (
    <GridPart
      role="row"
      aria-rowindex={index + 2}
      tabIndex={isStop ? 0 : -1}
      className={styles.row}
      data-row={row.key}
      data-kind={row.kind}
      style={{ '--top': `${top}px`, '--height': `${height}px` } as CSSProperties}
      onPointerEnter={event => event.pointerType === 'mouse' && pointed.setState({ hovered: row.key })}
      onFocus={() => onFocus(row.key)}
    >
      {row.kind === 'group' && <GroupCells row={row} calendar={calendar} />}
      {row.kind === 'gate' && <GateCells row={row} calendar={calendar} />}
      {row.kind === 'stream' && <StreamCells row={row} calendar={calendar} />}
    </GridPart>
  )
})

interface CellsProps<Row> {
  readonly row: Row
  readonly calendar: WorkCalendar
}

function GroupCells({ row, calendar }: CellsProps<GroupRow>) {
  return (
    <>
      <div className={styles.labels}>
        <GridPart role="rowheader" aria-colspan={5} className={styles.group} title={row.title}>
          <span className={styles.groupName}>{row.title}</span> <span className={styles.note}>{row.note}</span>
        </GridPart>
      </div>
      <GridPart role="gridcell" aria-colindex={6} className={styles.track}>
        <VisuallyHidden>
          {row.finish > row.start ? spanWords(row.start, row.finish, calendar) : 'no time'}
        </VisuallyHidden>
        <GroupSpan row={row} />
      </GridPart>
    </>
  )
}

function GateCells({ row, calendar }: CellsProps<GateRow>) {
  return (
    <>
      <div className={styles.labels}>
        <GridPart role="rowheader" className={styles.name} title={row.title}>
          <span className={styles.gateIcon}>
            <Icon name="gate" size={14} />
          </span>
          <span className={styles.gateName}>{row.title}</span>
        </GridPart>
        <GridPart role="gridcell" className={styles.hours}>
          <VisuallyHidden>gate</VisuallyHidden>
        </GridPart>
        <GridPart role="gridcell" className={styles.worker} />
        <Slack row={row} />
      </div>
      <GridPart role="gridcell" className={styles.track}>
        <VisuallyHidden>
          passed {endWords(row.start, calendar)}, after {hoursWords(row.start)} of work
        </VisuallyHidden>
        <GateMark row={row} />
      </GridPart>
    </>
  )
}

function StreamCells({ row, calendar }: CellsProps<StreamRow>) {
  return (
    <>
      <div className={styles.labels}>
        <GridPart role="rowheader" className={styles.name} title={row.title}>
          <LetterBadge letter={row.letter} order={row.order} size="small" />
          <span className={styles.streamName}>{row.name}</span>
        </GridPart>
        <GridPart role="gridcell" className={styles.hours} data-assumed={row.isAssumed ? '' : undefined}>
          {row.hours}
        </GridPart>
        <GridPart role="gridcell" className={styles.worker}>
          Worker {row.worker}
        </GridPart>
        <Slack row={row} />
      </div>
      <GridPart role="gridcell" className={styles.track}>
        <VisuallyHidden>
          {spanWords(row.start, row.finish, calendar)}, from {hoursWords(row.start)} to {hoursWords(row.finish)} of work
        </VisuallyHidden>
        <TimelineBar row={row} />
      </GridPart>
    </>
  )
}

function Slack({ row: { slack, criticalShare } }: { readonly row: StreamRow | GateRow }) {
  const isCritical = slack <= 1e-6
  return (
    <>
      <GridPart role="gridcell" className={styles.slack} data-critical={isCritical ? '' : undefined}>
        {isCritical ? 'critical' : hoursWords(slack)}
      </GridPart>
      <GridPart role="gridcell" className={styles.share}>
        {criticalShare === null ? '' : shareWords(criticalShare)}
      </GridPart>
    </>
  )
}
