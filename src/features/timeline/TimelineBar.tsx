import { classNames } from '#ui/classNames.ts'
import { Icon } from '#ui/Icon.tsx'
import { strandProps } from '#ui/strandProps.ts'
import { barProps } from './barProps.ts'
import styles from './TimelineBar.module.css'
import type { GateRow, GroupRow, StreamRow } from './timelineRows.ts'

/** What a row draws on the time axis. All of it is said in words too, so none of it is read out. */
export function TimelineBar({ row }: { readonly row: StreamRow }) {
  const { range } = row
  return (
    <span aria-hidden="true" {...strandProps(row.order)} className={styles.lane}>
      {row.slack > 1e-6 && <span className={styles.slack} {...barProps(row.finish, row.finish + row.slack)} />}
      <span
        className={classNames(styles.bar, row.isAssumed && styles.assumed, row.slack <= 1e-6 && styles.critical)}
        data-bar={row.id}
        {...barProps(row.start, row.finish)}
      />
      {range && range.p90 - range.p50 > 1e-3 && <span className={styles.whisker} {...barProps(range.p50, range.p90)} />}
    </span>
  )
}

export function GateMark({ row }: { readonly row: GateRow }) {
  const { range } = row
  return (
    <span aria-hidden="true" className={styles.lane}>
      <span className={styles.at} {...barProps(row.start)}>
        <span className={styles.diamond} data-critical={row.slack <= 1e-6 ? '' : undefined} />
      </span>
      {range && range.p90 - range.p50 > 1e-3 && <span className={styles.whisker} {...barProps(range.p50, range.p90)} />}
    </span>
  )
}

/** More pieces than this would be dust. */
const mostPieces = 80

export function GroupSpan({ row }: { readonly row: GroupRow }) {
  return (
    <span aria-hidden="true" className={styles.lane}>
      {row.strip.length === 0 || row.strip.length > mostPieces ? (
        <span className={styles.span} {...barProps(row.start, row.finish)} />
      ) : (
        row.strip.map(({ key, order, letter, start, finish }) => {
          const place = barProps(start, finish)
          return (
            <span key={key} {...strandProps(order, place.style)} className={styles.piece}>
              <span className={styles.letter}>{letter}</span>
            </span>
          )
        })
      )}
    </span>
  )
}

/** The marks and what they mean. */
export function Legend() {
  return (
    <ul className={styles.legend} aria-label="Marks">
      <li>
        <span {...strandProps(0)} className={classNames(styles.sample, styles.bar, styles.critical)} /> critical
      </li>
      <li>
        <span {...strandProps(0)} className={classNames(styles.sample, styles.bar)} /> may slip
        <span {...strandProps(0)} className={classNames(styles.sample, styles.slack)} /> this far
      </li>
      <li>
        <span {...strandProps(0)} className={classNames(styles.sample, styles.bar, styles.assumed)} /> assumed hours
      </li>
      <li>
        <span className={classNames(styles.sample, styles.whisker)} /> end in 50 to 90 % of samples
      </li>
      <li>
        <Icon name="gate" size={14} /> gate
      </li>
    </ul>
  )
}
