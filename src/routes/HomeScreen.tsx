import { useEffect } from 'react'
import { BackupActions } from '#features/backup/BackupActions.tsx'
import { Home } from '#features/library/Home.tsx'
import { useLibrary } from '#session/LibraryContext.tsx'
import { useCreatePlans } from './useCreatePlans.ts'
import { useRestoreBackups } from './useRestoreBackups.tsx'
import { useTitle } from './useTitle.ts'

/** The list is read again when another tab changes a plan, and when people come back to this one. */
export function HomeScreen() {
  const library = useLibrary()
  const createPlans = useCreatePlans()
  const { restore, report } = useRestoreBackups()
  useTitle(null)
  useEffect(() => library.follow(), [library])
  return (
    <>
      <Home
        planHref={planId => `#/plan/${planId}`}
        exampleHref="#/example"
        onCreate={sources => void createPlans(sources)}
        onRestore={restore}
        backup={<BackupActions onRestore={restore} />}
      />
      {report}
    </>
  )
}
