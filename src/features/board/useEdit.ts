import type { PlanSession, RunResult } from '#session/planSession.ts'
import { useSession } from '#session/SessionContext.tsx'
import { showToast } from '#ui/toasts.ts'

/** `useRun` that tells the person why an edit was refused. */
export function useEdit(): PlanSession['run'] {
  const session = useSession()
  return (edit, ...args) => {
    const result = session.run(edit, ...args)
    if (result.ok) return result
    const { code, message } = result.refusal
    if (code === 'only-shown') showToast({ message, action: { label: 'Keep a copy', onAct: session.keep } })
    else showToast({ message, tone: 'danger' })
    return result
  }
}

/**
 * The same, and says `message` with a button that takes the edit back as long as nothing came after it. `focus` is
 * what the focus goes to then: the button it stood on is gone with the message.
 */
export function useEditWithUndo(): (
  message: string,
  edit: (run: PlanSession['run']) => RunResult,
  focus?: () => void,
) => RunResult {
  const session = useSession()
  const run = useEdit()
  return (message, edit, focus) => {
    const result = edit(run)
    if (!result.ok || result.change.set.empty) return result
    const step = lastStep(session)
    const undo = () => {
      if (lastStep(session) === step) {
        session.undo()
        if (focus) requestAnimationFrame(focus)
      } else showToast({ message: 'Other edits came after it. Undo those first.' })
    }
    showToast({ message, action: { label: 'Undo', onAct: undo } })
    return result
  }
}

function lastStep(session: PlanSession) {
  return session.state.getState().history.undo.at(-1)
}
