import { fileName } from '#plan/export/fileName.ts'
import type { PlanSession } from '#session/planSession.ts'
import { downloadFile } from '#ui/downloadFile.ts'
import { showToast } from '#ui/toasts.ts'

/** What the browser's storage holds of edits that could not be read, as it lies there. */
export async function downloadAside({ state, fallbackName, readAside }: PlanSession): Promise<void> {
  const aside = await readAside()
  if (!aside.ok) return void showToast({ message: aside.failure.message, tone: 'danger' })
  const name = fileName(`${state.getState().plan.title ?? fallbackName} - unreadable edits`, 'json')
  downloadFile(name, 'application/json', new TextEncoder().encode(aside.value))
}
