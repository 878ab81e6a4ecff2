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
import type { PlanOrigin } from './currentPlan.ts'
import styles from './OpenPlan.module.css'
import { UnsavedGuard } from './UnsavedGuard.tsx'
import { useAddressOfPlan } from './useAddressOfPlan.ts'
import { useDrafts } from './useDrafts.ts'
import { usePanel } from './usePanel.ts'
import { useTitle } from './useTitle.ts'

const ExportDialog = lazy(async () => ({ default: (await import('#features/export/ExportDialog.tsx')).ExportDialog }))
const HistoryDialog = lazy(async () => ({
  default: (await import('#features/history/HistoryDialog.tsx')).HistoryDialog,
}))
const LinkNotice = lazy(async () => ({ default: (await import('#features/share/LinkNotice.tsx')).LinkNotice }))
const ShareDialog = lazy(async () => ({ default: (await import('#features/share/ShareDialog.tsx')).ShareDialog }))
const ShortcutsDialog = lazy(async () => ({
  default: (await import('#features/frame/ShortcutsDialog.tsx')).ShortcutsDialog,
}))

interface OpenPlanProps {
  readonly session: PlanSession
  readonly origin: PlanOrigin
}

export function OpenPlan({ session, origin }: OpenPlanProps) {
  useAddressOfPlan(session, origin)
  return (
    <SessionProvider session={session}>
      <PlanPage session={session} origin={origin} />
    </SessionProvider>
  )
}

/** The frame and the board in it, and the panels over it. */
function PlanPage({ session, origin }: OpenPlanProps) {
  const name = usePlanName()
  const { panel, open, close } = usePanel()
  const [isHelpOpen, setHelpOpen] = useState(false)
  useShortcutsKey(() => setHelpOpen(true))
  useTitle(name)
  useDrafts(session.id)

  const download = () => downloadPlan(session)
  const downloadUnread = () => void downloadAside(session)
  return (
    <div className={styles.page}>
      <PlanHeader
        homeHref="#/"
        onExport={() => open('export')}
        onShare={() => open('share')}
        onHistory={() => open('history')}
        onDownload={download}
        onShortcuts={() => setHelpOpen(true)}
      />
      {origin === 'example' && <ExampleNotice homeHref="#/" />}
      {origin === 'link' && (
        <Suspense>
          <LinkNotice planHref={planId => `#/plan/${planId}`} />
        </Suspense>
      )}
      <SaveFailure onDownload={download} onDownloadAside={downloadUnread} />
      <UnsavedGuard session={session} />
      <main className={styles.main}>
        <Board />
      </main>
      <Suspense>
        {panel === 'export' && <ExportDialog onClose={close} />}
        {panel === 'share' && <ShareDialog onClose={close} onDownload={download} />}
        {panel === 'history' && <HistoryDialog onClose={close} onDownloadAside={downloadUnread} />}
        {isHelpOpen && <ShortcutsDialog onClose={() => setHelpOpen(false)} />}
      </Suspense>
    </div>
  )
}
