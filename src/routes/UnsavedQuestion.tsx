import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'

interface UnsavedQuestionProps {
  readonly onLeave: () => void
  readonly onStay: () => void
}

export function UnsavedQuestion({ onLeave, onStay }: UnsavedQuestionProps) {
  return (
    <ConfirmDialog
      open
      onOpenChange={open => !open && onStay()}
      title="Leave this plan without saving it?"
      description="Your latest edits could not be stored and are in this tab only. Cancel, and download the plan to keep them."
      confirmLabel="Leave without saving"
      danger
      onConfirm={onLeave}
    />
  )
}
