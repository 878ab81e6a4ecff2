import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, memo, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { WorkCalendar } from '#plan/settings/calendar.ts'
import { axisTicks } from './axisTicks.ts'
import { barProps } from './barProps.ts'
import { CriticalLinks } from './CriticalLinks.tsx'
import { GridPart } from './GridPart.tsx'
import type { PointedStore } from './pointed.ts'
import styles from './Timetable.module.css'
import { TimetableRow } from './TimetableRow.tsx'
import type { TimelineRow } from './timelineRows.ts'
import { useAxis } from './useAxis.ts'

interface TimetableProps {
  readonly rows: readonly TimelineRow[]
  /** The hour up to which there is something to see. */
  readonly end: number
  /** 1: all of it fits in. */
  readonly zoom: number
  readonly calendar: WorkCalendar
  readonly isNarrow: boolean
  /** What scrolls up and down: on a phone the whole view. */
  readonly scroller: HTMLElement
  readonly pointed: PointedStore
  readonly onZoom: (factor: number) => void
}

/** Gates that get a line through all rows; more of them would be a fence. */
const mostLines = 12

/** px */
const wideHeights = { group: 32, stream: 28, gate: 26 } as const
const narrowHeights = { group: 36, stream: 44, gate: 32 } as const

/** px from the top of the first row to the middle of each. */
function middlesOf(rows: readonly TimelineRow[], heights: Readonly<Record<TimelineRow['kind'], number>>) {
  let top = 0
  return rows.map(({ kind }) => {
    const middle = top + heights[kind] / 2
    top += heights[kind]
    return middle
  })
}

/** The rows of the timetable on their time axis; only those in sight are rendered. */
export const Timetable = memo(function Timetable(props: TimetableProps) {
  const { rows, end, zoom, calendar, isNarrow, scroller, pointed, onZoom } = props
  const table = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<string | null>(null)
  const focusNext = useRef<string | null>(null)
  const { hour, offset, corner } = useAxis(end, zoom, table, scroller)
  const heights = isNarrow ? narrowHeights : wideHeights
  const indexOf = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows])
  const stopAt = (stop === null ? undefined : indexOf.get(stop)) ?? 0
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    getItemKey: index => rows[index]?.key ?? index,
    estimateSize: index => heights[rows[index]?.kind ?? 'stream'],
    overscan: 6,
    scrollMargin: offset,
    scrollPaddingStart: 36,
    scrollPaddingEnd: isNarrow ? 100 : 8,
    initialRect: { width: 1000, height: 700 },
    // The row that the Tab key leads to stays.
    rangeExtractor: range => {
      const shown = defaultRangeExtractor(range)
      return shown.includes(stopAt) || rows.length === 0 ? shown : [...shown, stopAt].sort((a, b) => a - b)
    },
  })
  // Heights are known, not measured: other rows, or another width, need them anew.
  const layout = useMemo(() => rows.map(row => row.kind[1]).join(''), [rows])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `layout` is what the heights depend on
  useLayoutEffect(() => virtualizer.measure(), [layout, virtualizer])
  useLayoutEffect(() => {
    if (focusNext.current === null) return
    const row = table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(focusNext.current)}"]`)
    if (!row) return
    focusNext.current = null
    row.focus({ preventScroll: true })
  })

  const go = (index: number) => {
    const at = Math.min(rows.length - 1, Math.max(0, index))
    const row = rows[at]
    if (!row) return
    setStop(row.key)
    focusNext.current = row.key
    virtualizer.scrollToIndex(at)
    showAcross(scroller, row, hour, corner)
  }
  const [focusRow] = useState(() => (key: string) => {
    setStop(key)
    pointed.setState({ focused: key, hovered: null })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, () => void> = {
      ArrowDown: () => go(stopAt + 1),
      ArrowUp: () => go(stopAt - 1),
      PageDown: () => go(stopAt + 12),
      PageUp: () => go(stopAt - 12),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      '+': () => onZoom(1.5),
      '-': () => onZoom(1 / 1.5),
    }
    const step = steps[event.key]
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    step()
  }

  const ticks = useMemo(() => axisTicks(end, hour, calendar), [end, hour, calendar])
  const gates = useMemo(() => rows.filter(row => row.kind === 'gate'), [rows])
  const middles = useMemo(() => middlesOf(rows, heights), [rows, heights])
  return (
    <GridPart
      ref={table}
      role="grid"
      aria-label="Timetable"
      aria-rowcount={rows.length + 1}
      aria-colcount={6}
      className={styles.table}
      style={{ '--hour': `${hour}px`, '--end': end } as CSSProperties}
      onKeyDown={onKeyDown}
      onPointerLeave={() => pointed.setState({ hovered: null })}
      onBlur={() => pointed.setState({ focused: null })}
    >
      <GridPart role="row" aria-rowindex={1} className={styles.head}>
        <div className={styles.labels} data-corner="">
          <GridPart role="columnheader" className={styles.name}>
            Stream
          </GridPart>
          <GridPart role="columnheader" className={styles.hours}>
            Hours
          </GridPart>
          <GridPart role="columnheader" className={styles.worker}>
            Worker
          </GridPart>
          <GridPart role="columnheader" className={styles.slack}>
            May slip
          </GridPart>
          <GridPart role="columnheader" className={styles.share}>
            Critical in
          </GridPart>
        </div>
        <GridPart role="columnheader" className={styles.axis} aria-label="Time">
          {ticks.map(({ at, label, isStrong }) => (
            <span key={at} className={styles.tick} data-strong={isStrong ? '' : undefined} {...barProps(at)}>
              {label}
            </span>
          ))}
        </GridPart>
      </GridPart>
      <div className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        <div className={styles.lines} aria-hidden="true">
          {ticks.map(({ at, isStrong }) => (
            <span key={at} className={styles.line} data-strong={isStrong ? '' : undefined} {...barProps(at)} />
          ))}
          {gates.length <= mostLines &&
            gates.map(({ key, start }) => <span key={key} className={styles.gateLine} {...barProps(start)} />)}
          <CriticalLinks rows={rows} middles={middles} />
        </div>
        {hour > 0 &&
          virtualizer.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index]
            return (
              row && (
                <TimetableRow
                  key={row.key}
                  row={row}
                  index={index}
                  top={start - offset}
                  height={size}
                  isStop={index === stopAt}
                  calendar={calendar}
                  pointed={pointed}
                  onFocus={focusRow}
                />
              )
            )
          })}
      </div>
    </GridPart>
  )
})

/** Scrolls sideways until the bar of a row begins in sight. */
function showAcross(scroller: HTMLElement, row: TimelineRow, hour: number, corner: number): void {
  const left = row.start * hour
  const room = scroller.clientWidth - corner
  if (left < scroller.scrollLeft || left > scroller.scrollLeft + room - 40) scroller.scrollLeft = Math.max(0, left - 40)
}
