import { lazy, Suspense, useMemo } from 'react'
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
  const heirs = useMemo(() => (overlay ? heirsOf(overlay.opener) : []), [overlay])
  if (!overlay) return null
  const close = () => {
    // A dialog that a menu has opened is not the menu's to close.
    if (store.getState().overlay !== overlay) return
    store.setState({ overlay: null })
    requestAnimationFrame(() => giveFocusBack([overlay.opener, ...successorOf(overlay.opener), ...heirs]))
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
      return <BoardMenu {...overlay} onClose={onClose} />
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

/** The same menu after what it belongs to was moved and drawn anew. */
function successorOf({ dataset }: HTMLElement) {
  return dataset.menu ? document.querySelectorAll<HTMLElement>(`[data-menu="${dataset.menu}"]`) : []
}

/** Who is next when the opener is deleted: the menus of the streams, phases and gates after it, then before it. */
function heirsOf(opener: HTMLElement): readonly HTMLElement[] {
  const menus = [...document.querySelectorAll<HTMLElement>('[data-menu]')]
  const at = menus.indexOf(opener)
  return at < 0 ? [] : [...menus.slice(at + 1), ...menus.slice(0, at).reverse()]
}

/** To the first that is still there, unless what was done has moved the focus somewhere already. */
function giveFocusBack(candidates: readonly HTMLElement[]) {
  if (document.activeElement !== document.body) return
  const next = candidates.find(candidate => candidate.isConnected)
  next?.focus()
  // The button of a card is there only while the card has the pointer or the focus.
  if (document.activeElement === document.body) next?.parentElement?.closest<HTMLElement>('[tabindex]')?.focus()
}
