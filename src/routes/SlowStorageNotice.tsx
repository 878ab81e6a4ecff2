import { useEffect } from 'react'
import { useStore } from 'zustand'
import { storageWaits } from '#session/storageWaits.ts'
import { dismissToast, showToast } from '#ui/toasts.ts'

/** Says that storage is slow for as long as something waits for it. */
export function SlowStorageNotice() {
  const isSlow = useStore(storageWaits, ({ count }) => count > 0)
  useEffect(() => {
    if (!isSlow) return
    const id = showToast({
      message:
        'The storage of this browser has not answered yet. Braid goes on as soon as it does; nothing stored was changed. It may help to close other tabs that show Braid.',
      stays: true,
    })
    return () => dismissToast(id)
  }, [isSlow])
  return null
}
