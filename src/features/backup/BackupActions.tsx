import { useRef, useState } from 'react'
import { useLibrary, usePlans } from '#session/LibraryContext.tsx'
import { Button } from '#ui/Button.tsx'
import { showToast } from '#ui/toasts.ts'
import styles from './BackupActions.module.css'

const loadBackUp = () => import('./backUpAll.ts')

/** All plans as one file, and back. Only the buttons belong to the first screen. */
export function BackupActions({ onRestore }: { readonly onRestore: (files: readonly File[]) => void }) {
  const library = useLibrary()
  const { plans } = usePlans()
  const picker = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const backUp = async () => {
    setBusy(true)
    try {
      await (await loadBackUp()).backUpAll(library)
    } catch (error) {
      showToast({ message: backUpFailed, tone: 'danger' })
      throw error
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={styles.actions}>
      {plans && plans.length > 0 && (
        <Button
          variant="quiet"
          size="small"
          icon="download"
          aria-disabled={isBusy}
          onPointerEnter={() => void loadBackUp().catch(() => undefined)}
          onClick={() => !isBusy && void backUp()}
        >
          Back up all plans
        </Button>
      )}
      <Button variant="quiet" size="small" icon="undo" onClick={() => picker.current?.click()}>
        Restore a backup...
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".zip,application/zip"
        aria-label="Backup file"
        onChange={event => {
          onRestore([...(event.currentTarget.files ?? [])])
          // The same file again shall be a change again.
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}

const backUpFailed =
  'The backup could not be made. Nothing is lost: your plans are as they were. Check the connection, or reload the page.'
