import { useEffect } from 'react'
import { Home } from '#features/library/Home.tsx'
import { useLibrary } from '#session/LibraryContext.tsx'
import { useCreatePlans } from './useCreatePlans.ts'
import { useTitle } from './useTitle.ts'

/** The list is read again when another tab changes a plan, and when people come back to this one. */
export function HomeScreen() {
  const library = useLibrary()
  const createPlans = useCreatePlans()
  useTitle(null)
  useEffect(() => library.follow(), [library])
  return (
    <Home
      planHref={planId => `#/plan/${planId}`}
      exampleHref="#/example"
      onCreate={sources => void createPlans(sources)}
    />
  )
}
