import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { useStore } from 'zustand'
import { Board } from '#features/board/Board.tsx'
import { downloadAside } from '#features/export/downloadAside.ts'
import { downloadPlan } from '#features/export/downloadPlan.ts'
import { ExampleNotice } from '#features/frame/ExampleNotice.tsx'
import { PlanHeader } from '#features/frame/PlanHeader.tsx'
import { SaveFailure } from '#features/frame/SaveFailure.tsx'
import { usePlanName } from '#features/frame/usePlanName.ts'
import { useShortcutsKey } from '#features/frame/useShortcutsKey.ts'
import { type View, ViewSwitch } from '#features/frame/ViewSwitch.tsx'
import { ReviewButton } from '#features/review/ReviewButton.tsx'
import type { PlanSession } from '#session/planSession.ts'
import { pointingOf } from '#session/pointing.ts'
import { useKeptReview } from '#session/review/useReview.ts'
import { SessionProvider } from '#session/SessionContext.tsx'
import { NARROW, useMediaQuery } from '#ui/useMediaQuery.ts'
import type { PlanOrigin } from './currentPlan.ts'
import styles from './OpenPlan.module.css'
import type { PanelName } from './planSearch.ts'
import { UnsavedGuard } from './UnsavedGuard.tsx'
import { useAddressOfPlan } from './useAddressOfPlan.ts'
import { useDrafts } from './useDrafts.ts'
import { usePanel } from './usePanel.ts'
import { useTitle } from './useTitle.ts'
import { useView } from './useView.ts'

const PlanMap = lazy(async () => ({ default: (await import('#features/map/PlanMap.tsx')).PlanMap }))
const Timeline = lazy(async () => ({ default: (await import('#features/timeline/Timeline.tsx')).Timeline }))
const CommandsDialog = lazy(async () => ({
  default: (await import('#features/commands/CommandsDialog.tsx')).CommandsDialog,
}))
const ExportDialog = lazy(async () => ({ default: (await import('#features/export/ExportDialog.tsx')).ExportDialog }))
const HistoryDialog = lazy(async () => ({
  default: (await import('#features/history/HistoryDialog.tsx')).HistoryDialog,
}))
const LinkNotice = lazy(async () => ({ default: (await import('#features/share/LinkNotice.tsx')).LinkNotice }))
const ReviewPanel = lazy(async () => ({ default: (await import('#features/review/ReviewPanel.tsx')).ReviewPanel }))
const ShareDialog = lazy(async () => ({ default: (await import('#features/share/ShareDialog.tsx')).ShareDialog }))
const ShortcutsDialog = lazy(async () => ({
  default: (await import('#features/frame/ShortcutsDialog.tsx')).ShortcutsDialog,
}))

const views: readonly View<'board' | 'map' | 'timeline'>[] = [
  { name: 'board', label: 'Board' },
  { name: 'map', label: 'Map' },
  { name: 'timeline', label: 'Timeline' },
]

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

/** Has the review open when a mark on the board asks for what was found there. */
function useFindingsAsked(session: PlanSession, panel: PanelName | undefined, open: (panel: PanelName) => void): void {
  const isAsked = useStore(pointingOf(session), state => state.findingsOf !== null)
  const openReview = useEffectEvent(() => {
    if (panel !== 'review') open('review')
  })
  useEffect(() => {
    if (isAsked) openReview()
  }, [isAsked])
}

/** The focus goes back to the button that opened it. */
function closeReview(close: () => void): void {
  close()
  document.querySelector<HTMLElement>('[data-review-button]')?.focus()
}

function ViewLoading() {
  return (
    <p className={styles.loading} role="status">
      Opening the view
    </p>
  )
}

/** The frame and the board in it, and the panels over it. */
function PlanPage({ session, origin }: OpenPlanProps) {
  const name = usePlanName()
  const { panel, open, close } = usePanel()
  const { view, show } = useView()
  const isNarrow = useMediaQuery(NARROW)
  const [isHelpOpen, setHelpOpen] = useState(false)
  useShortcutsKey(() => setHelpOpen(true))
  useTitle(name)
  useDrafts(session.id)
  useKeptReview()
  useFindingsAsked(session, panel, open)

  const download = () => downloadPlan(session)
  const downloadUnread = () => void downloadAside(session)
  const viewSwitch = (
    <div className={styles.views}>
      <ViewSwitch views={views} view={view} onShow={show} />
      <ReviewButton
        isOpen={panel === 'review'}
        onPress={() => (panel === 'review' ? closeReview(close) : open('review'))}
      />
    </div>
  )
  return (
    <div className={styles.page}>
      <PlanHeader
        homeHref="#/"
        views={isNarrow ? null : viewSwitch}
        onExport={() => open('export')}
        onShare={() => open('share')}
        onHistory={() => open('history')}
        onCommands={() => open('commands')}
        onDownload={download}
        onShortcuts={() => setHelpOpen(true)}
      />
      {isNarrow && viewSwitch}
      {origin === 'example' && <ExampleNotice homeHref="#/" />}
      {origin === 'link' && (
        <Suspense>
          <LinkNotice planHref={planId => `#/plan/${planId}`} />
        </Suspense>
      )}
      <SaveFailure onDownload={download} onDownloadAside={downloadUnread} />
      <UnsavedGuard session={session} />
      <div className={styles.middle}>
        <main className={styles.main}>
          <Suspense fallback={<ViewLoading />}>
            {view === 'board' && <Board />}
            {view === 'map' && <PlanMap onShowBoard={() => show('board')} />}
            {view === 'timeline' && <Timeline />}
          </Suspense>
        </main>
        <Suspense>
          {panel === 'review' && (
            <ReviewPanel
              onClose={() => closeReview(close)}
              onShowBoard={() => {
                // On a phone the panel would lie over the place.
                if (view !== 'board' || isNarrow) show('board', isNarrow ? 'panel' : undefined)
              }}
            />
          )}
        </Suspense>
      </div>
      <Suspense>
        {panel === 'commands' && <CommandsDialog onClose={close} />}
        {panel === 'export' && <ExportDialog onClose={close} />}
        {panel === 'share' && <ShareDialog onClose={close} onDownload={download} />}
        {panel === 'history' && <HistoryDialog onClose={close} onDownloadAside={downloadUnread} />}
        {isHelpOpen && <ShortcutsDialog onClose={() => setHelpOpen(false)} />}
      </Suspense>
    </div>
  )
}
