import { usePlan, useSession } from '#session/SessionContext.tsx'

/** The title in the text, or the name it came with: a file's, a template's. */
export function usePlanName(): string {
  const { fallbackName } = useSession()
  return usePlan(plan => plan.title) ?? fallbackName
}
