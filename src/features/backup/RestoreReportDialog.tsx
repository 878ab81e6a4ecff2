import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import styles from './RestoreReportDialog.module.css'
import type { RestoreReport } from './restoreFile.ts'
import { count } from './restoreWords.ts'

interface RestoreReportDialogProps {
  readonly report: RestoreReport
  readonly onClose: () => void
}

/** Which files of a backup are no plans now, and why. */
export function RestoreReportDialog({ report, onClose }: RestoreReportDialogProps) {
  const { words, leftOut } = report
  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      title={`${count(leftOut.length, 'file')} left out`}
      description={`${words}. These files of the backup were not read; the backup itself is unchanged.`}
      footer={
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take focus to be scrolled with keys */}
      <section className={styles.page} tabIndex={0} aria-label="Files left out">
        {/* biome-ignore lint/a11y/noRedundantRoles: Safari no longer reads a list without bullets as one */}
        <ul role="list" className={styles.list}>
          {leftOut.slice(0, shownAtMost).map(({ name, reason }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and names may stand twice
            <li key={index} className={styles.file}>
              <span className={styles.name}>{name}</span>
              <span className={styles.reason}>{reason}</span>
            </li>
          ))}
        </ul>
        {leftOut.length > shownAtMost && <p>And {count(leftOut.length - shownAtMost, 'more file')}</p>}
      </section>
    </Dialog>
  )
}

const shownAtMost = 200
