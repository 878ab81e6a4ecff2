import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Where the focus went away with the old screen, it begins at the content of the new one. */
export function useArrival(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged || document.activeElement !== document.body) return
        const main = document.querySelector('main')
        if (!main) return
        main.tabIndex = -1
        main.focus({ preventScroll: true })
      }),
    [router],
  )
}
