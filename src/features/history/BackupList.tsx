import { useState } from 'react'
import type { PastBackup } from '#session/planPast.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Icon } from '#ui/Icon.tsx'
import { progressWords, reasonWords, sizeWords, whenWords } from './backupWords.ts'
import styles from './History.module.css'

interface BackupListProps {
  readonly backups: readonly PastBackup[]
  /** The one that was looked at before; it has the focus again. */
  readonly cameFrom: PastBackup | null
  readonly onView: (backup: PastBackup) => void
}

export function BackupList({ backups, cameFrom, onView }: BackupListProps) {
  const sizeNow = usePlan(plan => plan.text.length)
  const [now] = useState(() => Date.now())
  if (backups.length === 0) {
    return (
      <EmptyState>
        There are no backups yet. One is kept before your next edit, and then every five minutes while you edit.
      </EmptyState>
    )
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari no longer reads a list without bullets as one
    <ul role="list" className={styles.list}>
      {backups.map(backup => (
        <li key={`${backup.at} ${backup.revision} ${backup.reason}`}>
          <button
            type="button"
            className={styles.backup}
            ref={backup === cameFrom ? button => button?.focus() : null}
            onClick={() => onView(backup)}
          >
            <span className={styles.when}>{whenWords(backup.at, now)}</span>
            <span className={styles.reason}>{reasonWords(backup.reason)}</span>
            <span className={styles.facts}>
              {progressWords(backup)} · {sizeWords(backup.size, sizeNow)}
            </span>
            <Icon name="chevron-right" />
          </button>
        </li>
      ))}
    </ul>
  )
}
