import type { Reference } from '#plan/plan.ts'

/** A reference as its author wrote it: 'Data Pipeline (basic flow)'. */
export function referenceWords({ text, qualifier }: Reference): string {
  return qualifier === null ? text : `${text} (${qualifier})`
}
