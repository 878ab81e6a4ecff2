import { useRouter } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'

/** Whether all that was edited on this page is stored: no plan is open, or its last edit is written. */
export function useIsStored(): boolean {
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
      if (shown.kind !== 'plan') return true
      const { kind } = shown.session.state.getState().save
      return kind === 'saved' || kind === 'untouched'
    },
  )
}
