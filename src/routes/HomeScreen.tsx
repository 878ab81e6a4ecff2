import { useEffect } from 'react'
import { Home } from '#features/library/Home.tsx'
import { useLibrary } from '#session/LibraryContext.tsx'
import { useCreatePlans } from './useCreatePlans.ts'
import { useTitle } from './useTitle.ts'

/** The list is read again when the person comes back to this tab: another one may have changed a plan. */
export function HomeScreen() {
  const library = useLibrary()
  const createPlans = useCreatePlans()
  useTitle(null)
  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') void library.refresh()
    }
    document.addEventListener('visibilitychange', onReturn)
    return () => document.removeEventListener('visibilitychange', onReturn)
  }, [library])
  return (
    <Home
      planHref={planId => `#/plan/${planId}`}
      exampleHref="#/example"
      onCreate={sources => void createPlans(sources)}
    />
  )
}
