import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { PlanSettings, SettingsState } from './planSettings.ts'
import { useSession } from './SessionContext.tsx'

/** How the open plan is looked at: read when a view that needs it opens, and again when people come back to the tab. */
export function useSettings(): SettingsState & Pick<PlanSettings, 'change'> {
  const { settings } = useSession()
  const { settings: now, failure } = useStore(settings.state)
  useEffect(() => {
    const read = () => void settings.read()
    read()
    window.addEventListener('focus', read)
    return () => window.removeEventListener('focus', read)
  }, [settings])
  return { settings: now, failure, change: settings.change }
}
