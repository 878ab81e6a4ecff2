import { type HistoryControls, useHistory } from '#session/SessionContext.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { shortcut } from '#ui/keyboard.ts'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import styles from './PlanHeader.module.css'
import { useUndo } from './useUndo.ts'

export function UndoButtons() {
  const history = useHistory()
  const { undo, redo, said } = useUndo(history)
  return (
    <div className={styles.group}>
      <StepButton icon="undo" label={history.undoLabel} verb="Undo" hint={shortcut('Mod+Z')} onPress={undo} />
      <StepButton icon="redo" label={history.redoLabel} verb="Redo" hint={shortcut('Mod+Shift+Z')} onPress={redo} />
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </div>
  )
}

interface StepButtonProps {
  readonly icon: 'undo' | 'redo'
  readonly verb: 'Undo' | 'Redo'
  readonly label: HistoryControls['undoLabel']
  readonly hint: string
  readonly onPress: () => void
}

/** With nothing to do it stays focusable: a focused button must not vanish under the keyboard. */
function StepButton({ icon, verb, label, hint, onPress }: StepButtonProps) {
  return (
    <IconButton
      icon={icon}
      label={label === null ? verb : `${verb}: ${label}`}
      hint={hint}
      aria-disabled={label === null}
      onClick={onPress}
    />
  )
}
