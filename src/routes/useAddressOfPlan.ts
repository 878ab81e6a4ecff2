import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { PlanSession } from '#session/planSession.ts'
import { isUntouched, type PlanOrigin } from './currentPlan.ts'

/** An example that is edited, or a shared plan that is kept, becomes a plan of one's own, and its address says so at once: a reload right after keeps the edit. */
export function useAddressOfPlan(session: PlanSession, origin: PlanOrigin): void {
  const navigate = useNavigate()
  const router = useRouter()
  useEffect(() => {
    if (origin === 'own') return
    const stop = session.state.subscribe(() => {
      if (isUntouched(session)) return
      stop()
      const ofPlan = { to: '/plan/$planId', params: { planId: session.id }, search: true, replace: true } as const
      // Asking whether the page may be left, and telling the browser a microtask later, would both be too late.
      void navigate({ ...ofPlan, ignoreBlocker: true })
      router.history.flush()
    })
    return stop
  }, [session, origin, navigate, router])
}
