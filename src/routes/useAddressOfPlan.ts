import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { PlanSession } from '#session/planSession.ts'
import { isUntouched } from './currentPlan.ts'

/** An example that is edited becomes a plan, and its address says so at once: a reload right after keeps the edit. */
export function useAddressOfPlan(session: PlanSession, isExample: boolean): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (!isExample) return
    const stop = session.state.subscribe(() => {
      if (isUntouched(session)) return
      stop()
      void navigate({ to: '/plan/$planId', params: { planId: session.id }, search: true, replace: true })
    })
    return stop
  }, [session, isExample, navigate])
}
