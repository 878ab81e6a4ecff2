import { useSaveState, useSession } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import styles from './Notice.module.css'
import { useNotices } from './useNotices.ts'

interface SaveFailureProps {
  readonly onDownload: () => void
  readonly onDownloadAside: () => void
}

/** Stands under the header as long as edits are not stored. */
export function SaveFailure({ onDownload, onDownloadAside }: SaveFailureProps) {
  const save = useSaveState()
  useNotices(onDownloadAside)
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
