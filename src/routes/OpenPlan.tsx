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
import { useExportPanel } from './useExportPanel.ts'
import { useTitle } from './useTitle.ts'

const ExportDialog = lazy(async () => ({ default: (await import('#features/export/ExportDialog.tsx')).ExportDialog }))
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
  const panel = useExportPanel()
  const [isHelpOpen, setHelpOpen] = useState(false)
  useShortcutsKey(() => setHelpOpen(true))
  useTitle(name)

  const download = () => downloadPlan(session)
  return (
    <div className={styles.page}>
      <PlanHeader homeHref="#/" onExport={panel.open} onDownload={download} onShortcuts={() => setHelpOpen(true)} />
      {isExample && <ExampleNotice homeHref="#/" />}
      <SaveFailure onDownload={download} onDownloadAside={() => void downloadAside(session)} />
      <UnsavedGuard session={session} />
      <main className={styles.main}>
        <Board />
      </main>
      <Suspense>
        {panel.isOpen && <ExportDialog onClose={panel.close} />}
        {isHelpOpen && <ShortcutsDialog onClose={() => setHelpOpen(false)} />}
      </Suspense>
    </div>
  )
}
