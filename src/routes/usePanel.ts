import { useNavigate, useRouter, useRouterState, useSearch } from '@tanstack/react-router'
import type { PanelName } from './planSearch.ts'

interface Panel {
  readonly panel: PanelName | undefined
  readonly open: (panel: PanelName) => void
  readonly close: () => void
}

/** A panel has an address of its own: Back closes it, and a reload brings it back. */
export function usePanel(): Panel {
  const { panel } = useSearch({ from: '/plan-screen' })
  const cameFromBoard = useRouterState({ select: state => state.location.state.cameFromBoard === true })
  const navigate = useNavigate()
  const router = useRouter()
  return {
    panel,
    open: opened =>
      void navigate({ to: '.', search: before => ({ ...before, panel: opened }), state: { cameFromBoard: true } }),
    close: () => {
      // Going back leaves no second entry of the board behind; a panel that was opened by its address has none before it.
      if (cameFromBoard) router.history.back()
      else void navigate({ to: '.', search: ({ panel: _, ...rest }) => rest, replace: true })
    },
  }
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    readonly cameFromBoard?: boolean
  }
}
