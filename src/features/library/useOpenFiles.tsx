import { lazy, type ReactNode, Suspense, useState } from 'react'
import { showToast } from '#ui/toasts.ts'
import type { PlanSource } from './planSource.ts'
import { largeFile, readFiles } from './readFiles.ts'

const LargeFileQuestion = lazy(async () => ({
  default: (await import('./LargeFileQuestion.tsx')).LargeFileQuestion,
}))

/** Where files go that people bring along. */
export interface TakeFiles {
  readonly onCreate: (sources: readonly PlanSource[]) => void
  /** Zip files: backups of many plans. */
  readonly onRestore: (files: readonly File[]) => void
}

interface OpenFiles {
  readonly open: (files: readonly File[]) => void
  /** Render it: it asks before a large file is opened. */
  readonly question: ReactNode
}

/** Opens files as new plans; what is refused is said in a message each. */
export function useOpenFiles({ onCreate, onRestore }: TakeFiles): OpenFiles {
  const [asking, setAsking] = useState<readonly File[]>([])

  const read = async (files: readonly File[]) => {
    const { sources, refusals } = await readFiles(files)
    for (const message of refusals) showToast({ message, tone: 'danger' })
    if (sources.length > 0) onCreate(sources)
  }
  const open = (all: readonly File[]) => {
    const backups = all.filter(isBackup)
    const files = all.filter(file => !isBackup(file))
    if (backups.length > 0) onRestore(backups)
    if (files.length === 0) return
    const isLarge = files.some(file => file.size > largeFile)
    if (isLarge) setAsking(files)
    else void read(files)
  }

  return {
    open,
    question: asking.length > 0 && (
      <Suspense>
        <LargeFileQuestion files={asking} onConfirm={() => void read(asking)} onClose={() => setAsking([])} />
      </Suspense>
    ),
  }
}

function isBackup({ name, type }: File): boolean {
  return /\.zip$/i.test(name) || type === 'application/zip' || type === 'application/x-zip-compressed'
}
