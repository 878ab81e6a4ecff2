import { useState } from 'react'
import { fillPlaceholder } from '#plan/edit/fillPlaceholder.ts'
import { usePlan, useRun } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Field } from '#ui/Field.tsx'
import { TextInput } from '#ui/TextInput.tsx'
import { focusFirstInput } from './focusFirst.ts'
import styles from './PlaceholdersDialog.module.css'
import { placeholderPlace } from './placeholderPlace.ts'

/**
 * Every placeholder with a line for what belongs there; one fill is one edit, everywhere it stands. Filled lines stay
 * until the dialog is closed: if they went, the focus would go with them, and buttons would move while being pressed.
 */
export function PlaceholdersDialog({ onClose }: { readonly onClose: () => void }) {
  const plan = usePlan(each => each)
  const waiting = new Map(plan.placeholders.map(each => [each.text, placeholderPlace(plan.text, each)]))
  const [places, setPlaces] = useState<ReadonlyMap<string, string>>(waiting)
  const added = [...waiting].filter(([text]) => !places.has(text))
  if (added.length > 0) setPlaces(new Map([...places, ...added]))
  return (
    <Dialog
      open
      onOpenChange={open => !open && onClose()}
      title="Fill in the placeholders"
      description="Words in brackets that this plan still waits for. Each is put everywhere it stands."
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <ul className={styles.list} ref={focusFirstInput}>
        {[...places].map(([text, where]) => (
          <PlaceholderRow key={text} text={text} where={where} isFilled={!waiting.has(text)} />
        ))}
      </ul>
    </Dialog>
  )
}

interface PlaceholderRowProps {
  readonly text: string
  readonly where: string
  readonly isFilled: boolean
}

function PlaceholderRow({ text, where, isFilled }: PlaceholderRowProps) {
  const run = useRun()
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string>()
  const fill = () => {
    if (isFilled || value.trim() === '') return
    const result = run(fillPlaceholder, text, value.trim())
    setProblem(result.ok ? undefined : result.refusal.message)
  }
  return (
    <li>
      <form
        className={styles.row}
        onSubmit={event => {
          event.preventDefault()
          // Leaving the line fills it in.
          const next = event.currentTarget.closest('li')?.nextElementSibling?.querySelector('input')
          if (next) next.focus()
          else fill()
        }}
      >
        <Field label={text} hint={isFilled ? `Filled in. ${where}` : where} error={problem}>
          <TextInput value={value} onChange={setValue} onBlur={fill} readOnly={isFilled} />
        </Field>
      </form>
    </li>
  )
}
