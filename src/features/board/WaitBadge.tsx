import { strandProps } from '#ui/strandProps.ts'
import type { Wait } from './streamWaits.ts'
import styles from './WaitBadge.module.css'

/**
 * The letter of a strand that is waited for. Its edge says how sure that is: solid, dashed or dotted; half a disc
 * after the letter, that a part of it is enough. Decoration: the words stand beside it.
 */
export function WaitBadge({ wait }: { readonly wait: Wait }) {
  if (!wait.strand) return null
  return (
    <span
      {...strandProps(wait.strand.order)}
      className={styles.badge}
      data-confidence={wait.confidence}
      aria-hidden="true"
    >
      {wait.strand.letter}
      {wait.partial && (
        <svg className={styles.part} width="7" height="7" viewBox="0 0 8 8" aria-hidden="true">
          <circle cx="4" cy="4" r="3.25" />
          <path d="M4 .75a3.25 3.25 0 0 0 0 6.5z" />
        </svg>
      )}
    </span>
  )
}
