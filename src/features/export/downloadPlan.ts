import { fileName } from '#plan/export/fileName.ts'
import { encodeFile } from '#plan/file.ts'
import type { PlanSession } from '#session/planSession.ts'
import { downloadFile } from '#ui/downloadFile.ts'

/** The open plan as the file it came from: with its byte order mark and line ends, byte for byte when nothing was edited. */
export function downloadPlan({ state, fallbackName }: PlanSession): void {
  const { plan, envelope } = state.getState()
  downloadFile(fileName(plan.title ?? fallbackName, 'md'), 'text/markdown', encodeFile(plan.text, envelope))
}
