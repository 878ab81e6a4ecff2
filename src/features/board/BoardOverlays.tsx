import { lazy, Suspense } from 'react'
import { useBoard, useBoardStore } from './boardContext.ts'
import type { BoardOverlay } from './boardStore.ts'

export const loadBoardMenu = () => void import('./BoardMenu.tsx')

const BoardMenu = lazy(() => import('./BoardMenu.tsx').then(module => ({ default: module.BoardMenu })))
const MoveTaskDialog = lazy(() => import('./MoveTaskDialog.tsx').then(module => ({ default: module.MoveTaskDialog })))
const DeleteStreamDialog = lazy(() =>
  import('./DeleteStreamDialog.tsx').then(module => ({ default: module.DeleteStreamDialog })),
)
const DeletePhaseDialog = lazy(() =>
  import('./DeletePhaseDialog.tsx').then(module => ({ default: module.DeletePhaseDialog })),
)
const PlaceholdersDialog = lazy(() =>
  import('./PlaceholdersDialog.tsx').then(module => ({ default: module.PlaceholdersDialog })),
)

/** The one menu or dialog that is open; each kind is loaded when it is first asked for. */
export function BoardOverlays() {
  const store = useBoardStore()
  const overlay = useBoard(state => state.overlay)
  if (!overlay) return null
  const close = () => {
    // A dialog that a menu has opened is not the menu's to close.
    if (store.getState().overlay !== overlay) return
    store.setState({ overlay: null })
    requestAnimationFrame(() => giveFocusBack(overlay.opener))
  }
  return (
    <Suspense>
      <Overlay overlay={overlay} onClose={close} />
    </Suspense>
  )
}

function Overlay({ overlay, onClose }: { readonly overlay: BoardOverlay; readonly onClose: () => void }) {
  switch (overlay.kind) {
    case 'menu':
      return <BoardMenu id={overlay.id} opener={overlay.opener} at={overlay.at} onClose={onClose} />
    case 'move-task':
      return <MoveTaskDialog id={overlay.id} onClose={onClose} />
    case 'delete-stream':
      return <DeleteStreamDialog id={overlay.id} onClose={onClose} />
    case 'delete-phase':
      return <DeletePhaseDialog id={overlay.id} onClose={onClose} />
    case 'placeholders':
      return <PlaceholdersDialog onClose={onClose} />
  }
}

/** Unless what was done has moved it somewhere already. */
function giveFocusBack(opener: HTMLElement) {
  if (document.activeElement === document.body && opener.isConnected) opener.focus()
}
