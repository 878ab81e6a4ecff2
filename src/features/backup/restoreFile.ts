import type { Library } from '#session/library.ts'
import { dismissToast, showToast } from '#ui/toasts.ts'
import { createBreath } from './breathe.ts'
import { type LeftOut, type Restored, restoreBackup } from './restoreBackup.ts'
import { restoreWords } from './restoreWords.ts'

/** What a person may want to read about a backup that was restored. */
export interface RestoreReport {
  readonly words: string
  readonly leftOut: readonly LeftOut[]
  /** Says what was done, and offers to take it back. */
  readonly tell: () => void
}

/** Ms after which people are told that it takes a while. */
const patience = 600

/** Restores a backup file and says what came of it. `null`: nothing was restored. */
export async function restoreFile(file: File, library: Library): Promise<RestoreReport | null> {
  let busy: number | null = null
  const timer = setTimeout(() => {
    busy = showToast({ message: `Restoring “${file.name}”...` })
  }, patience)
  try {
    const bytes = await readBytes(file)
    if (!bytes) {
      showToast({ message: `“${file.name}” could not be read. Nothing was restored.`, tone: 'danger' })
      return null
    }
    const restored = await restoreBackup(bytes, { library, now: Date.now(), breathe: createBreath() })
    if ('code' in restored) {
      showToast({ message: `“${file.name}”: ${restored.message}`, tone: 'danger' })
      return null
    }
    const words = restoreWords(restored)
    return { words, leftOut: restored.leftOut, tell: () => tell(words, restored, library) }
  } finally {
    clearTimeout(timer)
    if (busy !== null) dismissToast(busy)
  }
}

function tell(words: string, { ids, failure }: Restored, library: Library): void {
  const takeBack = async () => {
    for (const id of ids) {
      const deleted = await library.deletePlan(id)
      if (!deleted.ok) return void showToast({ message: deleted.failure.message, tone: 'danger' })
    }
  }
  const action = { label: 'Undo', onAct: () => void takeBack() }
  showToast({
    message: words,
    ...(ids.length > 0 ? { action } : {}),
    ...(failure === null ? {} : { tone: 'danger' as const }),
  })
}

/** Larger than any backup that is read; not even its bytes are fetched. */
const longest = 512 * 1024 * 1024

async function readBytes(file: File): Promise<Uint8Array | null> {
  if (file.size > longest) return null
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}
