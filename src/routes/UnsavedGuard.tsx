import { useBlocker } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { PlanSession } from '#session/planSession.ts'

const UnsavedQuestion = lazy(async () => ({ default: (await import('./UnsavedQuestion.tsx')).UnsavedQuestion }))

/** Edits that could not be stored live in this tab only: leaving the plan or closing the tab asks first. */
export function UnsavedGuard({ session }: { readonly session: PlanSession }) {
  const isUnsaved = () => session.state.getState().save.kind === 'failed'
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved() && current.pathname !== next.pathname,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Suspense>
      <UnsavedQuestion onLeave={blocker.proceed} onStay={blocker.reset} />
    </Suspense>
  )
}
