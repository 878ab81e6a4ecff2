import { Outlet } from '@tanstack/react-router'
import { FileDrop } from '#features/library/FileDrop.tsx'
import { ToastRegion } from '#ui/ToastRegion.tsx'
import { ReleaseNotice } from './ReleaseNotice.tsx'
import { SlowStorageNotice } from './SlowStorageNotice.tsx'
import { useArrival } from './useArrival.ts'
import { useCreatePlans } from './useCreatePlans.ts'
import { useHashLinks } from './useHashLinks.ts'
import { useRestoreBackups } from './useRestoreBackups.tsx'

/** Around every screen: messages, and files dropped anywhere. */
export function RootScreen() {
  const createPlans = useCreatePlans()
  const { restore, report } = useRestoreBackups()
  useArrival()
  useHashLinks()
  return (
    <>
      <Outlet />
      <FileDrop onCreate={createPlans} onRestore={restore} />
      {report}
      <SlowStorageNotice />
      <ReleaseNotice />
      <ToastRegion />
    </>
  )
}
