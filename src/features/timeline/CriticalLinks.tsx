import { type CSSProperties, memo } from 'react'
import { barProps } from './barProps.ts'
import styles from './Timetable.module.css'
import type { TimelineRow } from './timelineRows.ts'

interface CriticalLinksProps {
  readonly rows: readonly TimelineRow[]
  /** px of the middle of each row. */
  readonly middles: readonly number[]
}

/** More of them would hide what they join. */
const most = 60

/** From each row of the critical path to the next one a line, where that one starts. */
export const CriticalLinks = memo(function CriticalLinks({ rows, middles }: CriticalLinksProps) {
  const path = rows
    .flatMap((row, index) => (row.kind !== 'group' && row.isOnPath ? [{ row, middle: middles[index] ?? 0 }] : []))
    .sort((one, other) => one.row.start - other.row.start || one.row.finish - other.row.finish)
  if (path.length > most) return null
  return path.slice(1).map(({ row, middle }, index) => {
    const before = path[index]?.middle ?? middle
    const { style } = barProps(row.start)
    const place = { '--top': `${Math.min(before, middle)}px`, '--height': `${Math.abs(middle - before)}px` }
    return <span key={row.key} className={styles.link} data-link="" style={{ ...style, ...place } as CSSProperties} />
  })
})
