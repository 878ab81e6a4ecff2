import { type PlanToBackUp, type WrittenBackup, writeBackup } from '#plan/backup/writeBackup.ts'
import type { Library } from '#session/library.ts'
import { downloadFile } from '#ui/downloadFile.ts'
import { showToast } from '#ui/toasts.ts'
import { createBreath } from './breathe.ts'
import { count } from './restoreWords.ts'

/** Downloads one zip of every plan in this browser. What is not in it is said by name. */
export async function backUpAll(library: Library): Promise<void> {
  const breathe = createBreath()
  const unreadable: string[] = []
  let number = 0
  await library.refresh()
  const { plans, failure } = library.state.getState()
  if (!plans) return void showToast({ message: failure?.message ?? 'The plans could not be read.', tone: 'danger' })

  async function* readAll(): AsyncGenerator<PlanToBackUp> {
    for (const { id, name, createdAt, changedAt } of plans ?? []) {
      const read = await library.readPlan(id)
      if (!read.ok || !read.value) {
        unreadable.push(name)
        continue
      }
      number++
      const settings = await library.readSettings(id)
      yield { id, name, createdAt, changedAt, ...read.value, ...(settings ? { settings } : {}) }
    }
  }
  const now = new Date()
  const { bytes, leftOut } = await finish(writeBackup(readAll(), now.getTime()), breathe)
  const stored = number - leftOut.length
  if (stored > 0) {
    downloadFile(`Braid backup ${dayOf(now)}.zip`, 'application/zip', bytes)
    showToast({ message: `Downloaded a backup of ${count(stored, 'plan')}` })
  }
  warn(unreadable, 'could not be read')
  warn(leftOut, 'too large for a backup: open and download')
}

async function finish(
  writing: AsyncGenerator<void, WrittenBackup>,
  breathe: () => Promise<void>,
): Promise<WrittenBackup> {
  for (;;) {
    const step = await writing.next()
    if (step.done) return step.value
    await breathe()
  }
}

function warn(names: readonly string[], why: string): void {
  const [first] = names
  if (first === undefined) return
  const which = names.length === 1 ? `“${first}” is` : `“${first}” and ${count(names.length - 1, 'other plan')} are`
  showToast({ message: `${which} not in the backup (${why}).`, tone: 'danger' })
}

/** '2025-11-22', where the person is. */
function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
