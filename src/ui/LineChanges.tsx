import type { ComparedLine, Comparison, SkippedLines } from './compareTexts.ts'
import styles from './LineChanges.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** Rows drawn; nobody reads more. */
const most = 1_000

interface LineChangesProps {
  /** 'What restoring would change' */
  readonly label: string
  readonly rows: Comparison['rows']
  /** What stands before a line for those who do not see its colour: 'Comes back'. */
  readonly added: string
  readonly removed: string
}

/** Two texts compared line by line. It fills a column. */
export function LineChanges({ label, rows, added, removed }: LineChangesProps) {
  const words = { same: null, added, removed }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take focus to be scrolled with keys
    <section className={styles.box} tabIndex={0} aria-label={label}>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari no longer reads a list without bullets as one */}
      <ul role="list" className={styles.lines}>
        {rows.slice(0, most).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may stand twice, and the list is made anew as a whole
          <Row key={index} row={row} words={row.kind === 'skipped' ? null : words[row.kind]} />
        ))}
      </ul>
      {rows.length > most && <p className={styles.skipped}>{countLines(rows.length - most, 'more ')}</p>}
    </section>
  )
}

function Row({ row, words }: { readonly row: ComparedLine | SkippedLines; readonly words: string | null }) {
  if (row.kind === 'skipped') return <li className={styles.skipped}>{countLines(row.count)} the same</li>
  return (
    <li className={styles.line} data-kind={row.kind}>
      <span className={styles.sign} aria-hidden="true">
        {signs[row.kind]}
      </span>
      {words && <VisuallyHidden>{words}: </VisuallyHidden>}
      <span className={styles.words}>{row.text}</span>
    </li>
  )
}

function countLines(count: number, kind = ''): string {
  return `${count.toLocaleString('en')} ${kind}${count === 1 ? 'line' : 'lines'}`
}

const signs = { same: '', added: '+', removed: '-' }
