import { useMemo } from 'react'
import { usePlan } from '#session/SessionContext.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { countWords } from './backupWords.ts'
import { type ComparedLine, compareTexts, type SkippedLines } from './compareTexts.ts'
import styles from './History.module.css'

/** Rows drawn; nobody reads more. */
const most = 1_000

/** What restoring a backup would do to the plan as it is now, line by line. */
export function ChangeList({ backup }: { readonly backup: string }) {
  const now = usePlan(plan => plan.text)
  const { rows, added, removed } = useMemo(() => compareTexts(now, backup), [now, backup])
  if (rows.length === 0) return <p className={styles.same}>The plan reads the same now. There is nothing to restore.</p>
  return (
    <>
      <p className={styles.reason}>
        Restoring brings back {countWords(added, 'line')} (+) and takes away {countWords(removed, 'line')} (-).
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take focus to be scrolled with keys */}
      <section className={styles.text} tabIndex={0} aria-label="What restoring would change">
        {/* biome-ignore lint/a11y/noRedundantRoles: Safari no longer reads a list without bullets as one */}
        <ul role="list" className={styles.lines}>
          {rows.slice(0, most).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines may stand twice, and the list is made anew as a whole
            <Row key={index} row={row} />
          ))}
        </ul>
        {rows.length > most && <p className={styles.skipped}>{countWords(rows.length - most, 'more line')}</p>}
      </section>
    </>
  )
}

function Row({ row }: { readonly row: ComparedLine | SkippedLines }) {
  if (row.kind === 'skipped') return <li className={styles.skipped}>{countWords(row.count, 'line')} the same</li>
  return (
    <li className={styles.line} data-kind={row.kind}>
      <span className={styles.sign} aria-hidden="true">
        {signs[row.kind]}
      </span>
      {row.kind !== 'same' && <VisuallyHidden>{row.kind === 'added' ? 'Comes back: ' : 'Goes away: '}</VisuallyHidden>}
      <span className={styles.words}>{row.text}</span>
    </li>
  )
}

const signs = { same: '', added: '+', removed: '-' }
