import { lazy, type ReactNode, Suspense, useState } from 'react'
import { showToast } from '#ui/toasts.ts'
import type { PlanSource } from './planSource.ts'
import { largeFile, readFiles } from './readFiles.ts'

const LargeFileQuestion = lazy(async () => ({
  default: (await import('./LargeFileQuestion.tsx')).LargeFileQuestion,
}))

interface OpenFiles {
  readonly open: (files: readonly File[]) => void
  /** Render it: it asks before a large file is opened. */
  readonly question: ReactNode
}

/** Opens files as new plans; what is refused is said in a message each. */
export function useOpenFiles(onCreate: (sources: readonly PlanSource[]) => void): OpenFiles {
  const [asking, setAsking] = useState<readonly File[]>([])

  const read = async (files: readonly File[]) => {
    const { sources, refusals } = await readFiles(files)
    for (const message of refusals) showToast({ message, tone: 'danger' })
    if (sources.length > 0) onCreate(sources)
  }
  const open = (files: readonly File[]) => {
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
