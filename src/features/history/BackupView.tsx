import { useEffect, useRef, useState } from 'react'
import type { PastBackup } from '#session/planPast.ts'
import { usePlan, useSession } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { showToast } from '#ui/toasts.ts'
import { progressWords, reasonWords, whenWords } from './backupWords.ts'
import { ChangeList } from './ChangeList.tsx'
import styles from './History.module.css'
import { useBackupText } from './usePast.ts'

interface BackupViewProps {
  readonly backup: PastBackup
  readonly onBack: () => void
  readonly onRestored: () => void
}

/** One backup: what restoring it would change, its whole text, and the way back to it. */
export function BackupView({ backup, onBack, onRestored }: BackupViewProps) {
  const { past, undo } = useSession()
  const text = useBackupText(backup)
  const isSame = usePlan(plan => text.kind === 'ready' && text.value === plan.text)
  const [shows, setShows] = useState<'changes' | 'text'>('changes')
  const [now] = useState(() => Date.now())
  const isReadable = text.kind === 'waiting' || (text.kind === 'ready' && text.value !== null)
  const when = whenWords(backup.at, now)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  const restore = async (restored: string) => {
    const outcome = await past.restore(restored)
    if (!outcome.ok) return void showToast({ message: outcome.refusal.message })
    onRestored()
    showToast({ message: `Restored the plan of ${when}`, action: { label: 'Undo', onAct: () => undo() } })
  }
  return (
    <div className={isReadable ? styles.view : styles.briefView}>
      <div>
        <Button variant="quiet" size="small" icon="arrow-left" className={styles.back ?? ''} onClick={onBack}>
          All backups
        </Button>
      </div>
      <div className={styles.head}>
        <div>
          <h3 ref={heading} tabIndex={-1} className={styles.heading}>
            {when}
          </h3>
          <p className={styles.reason}>
            {reasonWords(backup.reason)} · {progressWords(backup)}
          </p>
        </div>
        {isReadable && (
          <Segmented<'changes' | 'text'>
            label="What to show"
            value={shows}
            onChange={setShows}
            options={[
              { value: 'changes', label: 'Changes' },
              { value: 'text', label: 'Text' },
            ]}
          />
        )}
      </div>
      {text.kind === 'waiting' && <p role="status">Reading the backup</p>}
      {text.kind === 'failed' && <p role="alert">{text.message}</p>}
      {text.kind === 'ready' && text.value === null && (
        <p role="alert">This backup cannot be read. The plan itself and the other backups are not affected.</p>
      )}
      {text.kind === 'ready' && text.value !== null && (
        <>
          {shows === 'changes' ? (
            <ChangeList backup={text.value} />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take focus to be scrolled with keys
            <section className={styles.text} tabIndex={0} aria-label="Text of the backup">
              <pre>{text.value}</pre>
            </section>
          )}
          {!isSame && (
            <div className={styles.actions}>
              <p className={styles.reason}>The plan as it is now is backed up first. Undo takes the restore back.</p>
              <Button variant="primary" onClick={() => void restore(text.value ?? '')}>
                Restore
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
