import { useMemo } from 'react'
import { usePlan } from '#session/SessionContext.tsx'
import { compareTexts } from '#ui/compareTexts.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { LineChanges } from '#ui/LineChanges.tsx'
import styles from './Share.module.css'

interface CompareDialogProps {
  readonly mine: string
  readonly onClose: () => void
}

/** The plan of the link beside the one of the same name that is here. */
export function CompareDialog({ mine, onClose }: CompareDialogProps) {
  const theirs = usePlan(plan => plan.text)
  const { rows } = useMemo(() => compareTexts(mine, theirs), [mine, theirs])
  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      size="large"
      title="Compare with my plan"
      description="Lines that only the link has (+), and lines that only your plan has (-)."
    >
      <div className={styles.compare}>
        <LineChanges label="Differences" rows={rows} added="Only in the link" removed="Only in your plan" />
      </div>
    </Dialog>
  )
}
