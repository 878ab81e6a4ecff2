import { useState } from 'react'
import type { Past, PastBackup } from '#session/planPast.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { BackupList } from './BackupList.tsx'
import { BackupView } from './BackupView.tsx'
import styles from './History.module.css'
import { LostWordsList } from './LostWordsList.tsx'
import { usePast } from './usePast.ts'

interface HistoryDialogProps {
  readonly onClose: () => void
  readonly onDownloadAside: () => void
}

/** What is kept of the plan besides its text: backups to look at and to restore, and words that gave way. */
export function HistoryDialog({ onClose, onDownloadAside }: HistoryDialogProps) {
  const past = usePast()
  return (
    <Dialog open onOpenChange={open => !open && onClose()} size="large" title="History">
      {past.kind === 'waiting' && <p role="status">Reading the history</p>}
      {past.kind === 'failed' && <p role="alert">{past.message}</p>}
      {past.kind === 'ready' && <PastTabs past={past.value} onRestored={onClose} onDownloadAside={onDownloadAside} />}
    </Dialog>
  )
}

interface PastTabsProps {
  readonly past: Past
  readonly onRestored: () => void
  readonly onDownloadAside: () => void
}

function PastTabs({ past, onRestored, onDownloadAside }: PastTabsProps) {
  const [tab, setTab] = useState<'backups' | 'lost'>('backups')
  const [viewed, setViewed] = useState<PastBackup | null>(null)
  const [cameFrom, setCameFrom] = useState<PastBackup | null>(null)
  if (viewed) {
    const goBack = () => {
      setCameFrom(viewed)
      setViewed(null)
    }
    return <BackupView backup={viewed} onBack={goBack} onRestored={onRestored} />
  }
  return (
    <>
      <Tabs<'backups' | 'lost'>
        label="What is kept"
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'backups',
            label: 'Backups',
            count: past.backups.length,
            content: <BackupList backups={past.backups} cameFrom={cameFrom} onView={setViewed} />,
          },
          {
            value: 'lost',
            label: 'Overwritten words',
            count: past.lost.length,
            content: <LostWordsList lost={past.lost} />,
          },
        ]}
      />
      {past.hasAside && (
        <div className={styles.aside}>
          <p>Some stored records of this plan could not be read. They are kept as they are.</p>
          <Button size="small" icon="download" onClick={onDownloadAside}>
            Download them
          </Button>
        </div>
      )}
    </>
  )
}
