import { useIsOnlyShown, useSaveState } from '#session/SessionContext.tsx'
import { Icon } from '#ui/Icon.tsx'
import styles from './SaveWords.module.css'

/** Whether the plan is safe, in words. "Saving" shows only when it takes long enough to be read. */
export function SaveWords() {
  const { kind } = useSaveState()
  const isOnlyShown = useIsOnlyShown()
  if (kind === 'failed') {
    return (
      <span className={styles.failed}>
        <Icon name="warning" size={14} />
        Not saved
      </span>
    )
  }
  if (isOnlyShown) return <span className={styles.words}>Only shown, not kept</span>
  if (kind === 'untouched') return <span className={styles.words}>Saved with your first change</span>
  return (
    <span className={styles.words} data-saving={kind === 'saving' || undefined}>
      <span className={styles.saved} aria-hidden={kind === 'saving'}>
        Saved<span className={styles.where}> in this browser</span>
      </span>
      <span className={styles.saving} aria-hidden={kind === 'saved'}>
        Saving
      </span>
    </span>
  )
}
