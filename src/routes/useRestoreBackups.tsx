import { useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { RestoreReport } from '#features/backup/restoreFile.ts'
import { useLibrary } from '#session/LibraryContext.tsx'
import { showToast } from '#ui/toasts.ts'

const RestoreReportDialog = lazy(async () => ({
  default: (await import('#features/backup/RestoreReportDialog.tsx')).RestoreReportDialog,
}))

interface RestoreBackups {
  readonly restore: (files: readonly File[]) => void
  /** Render it: it shows which files were left out. */
  readonly report: ReactNode
}

/** Restores backup files one after the other, and goes to the list of plans. */
export function useRestoreBackups(): RestoreBackups {
  const library = useLibrary()
  const navigate = useNavigate()
  const [reports, setReports] = useState<readonly RestoreReport[]>([])
  const [report] = reports

  const restoreAll = async (files: readonly File[]) => {
    try {
      const { restoreFile } = await import('#features/backup/restoreFile.ts')
      for (const file of files) {
        const restored = await restoreFile(file, library)
        if (!restored) continue
        await navigate({ to: '/' })
        if (restored.leftOut.length === 0) restored.tell()
        else setReports(before => [...before, restored])
      }
    } catch (error) {
      showToast({ message: restoringFailed, tone: 'danger' })
      throw error
    }
  }
  return {
    restore: files => void restoreAll(files),
    report: report && (
      <Suspense>
        <RestoreReportDialog
          report={report}
          onClose={() => {
            setReports(reports.slice(1))
            report.tell()
          }}
        />
      </Suspense>
    ),
  }
}

const restoringFailed =
  'The backup could not be restored to its end. The plans that were here are untouched. Check the connection, or reload the page, and restore it again: what is here already is recognised.'
