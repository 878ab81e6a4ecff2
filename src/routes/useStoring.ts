import { useRouter } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'

/** `stored`: no plan is open, or its last edit is written; `storing` takes moments; `failed` until something changes. */
type Storing = 'stored' | 'storing' | 'failed'

/** How far that is stored which was edited on this page. */
export function useStoring(): Storing {
  const { current } = useRouter().options.context
  return useSyncExternalStore(
    callback => {
      let stopSession = () => {}
      const follow = () => {
        stopSession()
        const shown = current.state.getState()
        stopSession = shown.kind === 'plan' ? shown.session.state.subscribe(callback) : () => {}
        callback()
      }
      const stop = current.state.subscribe(follow)
      follow()
      return () => {
        stop()
        stopSession()
      }
    },
    () => {
      const shown = current.state.getState()
      if (shown.kind !== 'plan') return 'stored'
      const { kind } = shown.session.state.getState().save
      if (kind === 'failed') return 'failed'
      return kind === 'saving' ? 'storing' : 'stored'
    },
  )
}
