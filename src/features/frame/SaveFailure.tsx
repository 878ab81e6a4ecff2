import { useSaveState, useSession } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import styles from './Notice.module.css'
import { useNotices } from './useNotices.ts'

/** Stands under the header as long as edits are not stored. */
export function SaveFailure({ onDownload }: { readonly onDownload: () => void }) {
  const save = useSaveState()
  useNotices()
  const { retry } = useSession()
  if (save.kind !== 'failed') return null
  return (
    <div className={styles.notice} data-tone="danger" role="alert">
      <Icon name="warning" />
      <p className={styles.words}>{save.failure.message}</p>
      <div className={styles.actions}>
        <Button size="small" icon="download" onClick={onDownload}>
          Download
        </Button>
        <Button size="small" onClick={retry}>
          {save.failure.code === 'missing' ? 'Keep the plan' : 'Try again'}
        </Button>
      </div>
    </div>
  )
}
