import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { NodeId } from '#plan/plan.ts'
import type { Finding } from '#plan/review/finding.ts'
import { useSession } from '#session/SessionContext.tsx'
import { keepReviewed, type Mark, reviewOf } from './reviews.ts'

/** Has the open plan reviewed as long as the caller stands; one caller is enough. */
export function useKeptReview(): void {
  const session = useSession()
  useEffect(() => keepReviewed(session), [session])
}

/** `null` until the first review. */
export function useFindings(): readonly Finding[] | null {
  return useStore(reviewOf(useSession()), state => state.findings)
}

/** What is found at a node; the same object as long as it is the same. */
export function useMark(id: NodeId): Mark | undefined {
  return useStore(reviewOf(useSession()), state => state.marks.get(id))
}
