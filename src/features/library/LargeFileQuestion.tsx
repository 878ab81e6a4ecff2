import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { largeFile } from './readFiles.ts'

interface LargeFileQuestionProps {
  readonly files: readonly File[]
  readonly onConfirm: () => void
  readonly onClose: () => void
}

export function LargeFileQuestion({ files, onConfirm, onClose }: LargeFileQuestionProps) {
  const large = files.filter(file => file.size > largeFile)
  const [first] = large
  const megabytes = Math.round(large.reduce((sum, file) => sum + file.size, 0) / 1024 / 1024)
  const what = large.length === 1 && first ? `“${first.name}”` : `${large.length} large files`
  return (
    <ConfirmDialog
      open
      onOpenChange={open => !open && onClose()}
      title={`Open ${what}?`}
      description={
        large.length === 1
          ? `It has ${megabytes} MB, and a plan of this size may be slow to edit. The file itself stays unchanged.`
          : `Together they have ${megabytes} MB, and plans of this size may be slow to edit. The files themselves stay unchanged.`
      }
      confirmLabel="Open"
      onConfirm={onConfirm}
    />
  )
}
