import { useMemo } from 'react'
import { usePlan } from '#session/SessionContext.tsx'
import { compareTexts } from '#ui/compareTexts.ts'
import { LineChanges } from '#ui/LineChanges.tsx'
import { countWords } from './backupWords.ts'
import styles from './History.module.css'

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
      <LineChanges label="What restoring would change" rows={rows} added="Comes back" removed="Goes away" />
    </>
  )
}
