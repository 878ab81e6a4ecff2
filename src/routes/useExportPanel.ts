import { useNavigate, useRouter, useRouterState, useSearch } from '@tanstack/react-router'

interface Panel {
  readonly isOpen: boolean
  readonly open: () => void
  readonly close: () => void
}

/** The export panel has an address of its own: Back closes it, and a reload brings it back. */
export function useExportPanel(): Panel {
  const { panel } = useSearch({ from: '/plan-screen' })
  const cameFromBoard = useRouterState({ select: state => state.location.state.cameFromBoard === true })
  const navigate = useNavigate()
  const router = useRouter()
  return {
    isOpen: panel === 'export',
    open: () => void navigate({ to: '.', search: { panel: 'export' }, state: { cameFromBoard: true } }),
    close: () => {
      // Going back leaves no second entry of the board behind; a panel that was opened by its address has none before it.
      if (cameFromBoard) router.history.back()
      else void navigate({ to: '.', search: {}, replace: true })
    },
  }
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    readonly cameFromBoard?: boolean
  }
}
