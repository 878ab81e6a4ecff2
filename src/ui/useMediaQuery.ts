import { useCallback, useSyncExternalStore } from 'react'

/** Whether the window is a phone's: one column, sheets from below. The same number stands in the CSS modules. */
export const NARROW = '(max-width: 639.98px)'

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
