// Before everything else, so that a component's own styles come after the common ones and win.
import '#ui/base.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { plainEnvelope } from '#plan/file.ts'
import { createCurrentPlan } from '#routes/currentPlan.ts'
import { FramedScreen, isFramedByOthers } from '#routes/FramedScreen.tsx'
import { createAppRouter, prefetchPlanScreen } from '#routes/router.tsx'
import { rememberVisits } from '#routes/visits.ts'
import { askToPersist, pageEvents, plansMemory, whenIdle } from '#session/browserWorld.ts'
import { openBroadcastHints } from '#session/hints.ts'
import { openLocalJournal } from '#session/journal.ts'
import { LibraryProvider } from '#session/LibraryContext.tsx'
import { createLibrary, type Library } from '#session/library.ts'
import { noReleases, watchReleases } from '#session/releases.ts'
import { openIndexedDbPlanStorage } from '#storage/indexedDbPlanStorage.ts'
import { showToast } from '#ui/toasts.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const page = createRoot(root)

if (isFramedByOthers()) page.render(<FramedScreen />)
else start()

function start(): void {
  const storage = openIndexedDbPlanStorage()
  const library = createLibrary({
    storage,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    hints: openBroadcastHints('braid'),
    journal: openLocalJournal(),
    page: pageEvents,
    memory: plansMemory,
    whenIdle,
    onFirstEdit: askToPersist,
  })
  const current = createCurrentPlan(library, async () => {
    const { examplePlan } = await import('#plan/templates/examplePlan.ts')
    return library.openExample(examplePlan, 'Example', plainEnvelope)
  })
  const releases = import.meta.env.PROD ? watchReleases('./sw.js') : noReleases
  const router = createAppRouter({ library, current, visits: rememberVisits(), releases })
  page.render(
    <StrictMode>
      <LibraryProvider library={library}>
        <RouterProvider router={router} />
      </LibraryProvider>
    </StrictMode>,
  )
  prefetchPlanScreen()
  void clearDeleted(library)
}

async function clearDeleted(library: Library): Promise<void> {
  const cleared = await library.clearDeleted()
  // Where nothing can be kept at all there is nothing to clear away, and the first edit says so.
  if (!cleared.ok && cleared.failure.code !== 'blocked') showToast({ message: cleared.failure.message })
}
