import { lazy, Suspense, useState } from 'react'
import { Board } from '#features/board/Board.tsx'
import { downloadAside } from '#features/export/downloadAside.ts'
import { downloadPlan } from '#features/export/downloadPlan.ts'
import { ExampleNotice } from '#features/frame/ExampleNotice.tsx'
import { PlanHeader } from '#features/frame/PlanHeader.tsx'
import { SaveFailure } from '#features/frame/SaveFailure.tsx'
import { usePlanName } from '#features/frame/usePlanName.ts'
import { useShortcutsKey } from '#features/frame/useShortcutsKey.ts'
import type { PlanSession } from '#session/planSession.ts'
import { SessionProvider } from '#session/SessionContext.tsx'
import styles from './OpenPlan.module.css'
import { UnsavedGuard } from './UnsavedGuard.tsx'
import { useAddressOfPlan } from './useAddressOfPlan.ts'
import { usePanel } from './usePanel.ts'
import { useTitle } from './useTitle.ts'

const ExportDialog = lazy(async () => ({ default: (await import('#features/export/ExportDialog.tsx')).ExportDialog }))
const HistoryDialog = lazy(async () => ({
  default: (await import('#features/history/HistoryDialog.tsx')).HistoryDialog,
}))
const ShortcutsDialog = lazy(async () => ({
  default: (await import('#features/frame/ShortcutsDialog.tsx')).ShortcutsDialog,
}))

interface OpenPlanProps {
  readonly session: PlanSession
  readonly isExample: boolean
}

export function OpenPlan({ session, isExample }: OpenPlanProps) {
  useAddressOfPlan(session, isExample)
  return (
    <SessionProvider session={session}>
      <PlanPage session={session} isExample={isExample} />
    </SessionProvider>
  )
}

/** The frame and the board in it, and the panels over it. */
function PlanPage({ session, isExample }: OpenPlanProps) {
  const name = usePlanName()
  const { panel, open, close } = usePanel()
  const [isHelpOpen, setHelpOpen] = useState(false)
  useShortcutsKey(() => setHelpOpen(true))
  useTitle(name)

  const download = () => downloadPlan(session)
  const downloadUnread = () => void downloadAside(session)
  return (
    <div className={styles.page}>
      <PlanHeader
        homeHref="#/"
        onExport={() => open('export')}
        onHistory={() => open('history')}
        onDownload={download}
        onShortcuts={() => setHelpOpen(true)}
      />
      {isExample && <ExampleNotice homeHref="#/" />}
      <SaveFailure onDownload={download} onDownloadAside={downloadUnread} />
      <UnsavedGuard session={session} />
      <main className={styles.main}>
        <Board />
      </main>
      <Suspense>
        {panel === 'export' && <ExportDialog onClose={close} />}
        {panel === 'history' && <HistoryDialog onClose={close} onDownloadAside={downloadUnread} />}
        {isHelpOpen && <ShortcutsDialog onClose={() => setHelpOpen(false)} />}
      </Suspense>
    </div>
  )
}
