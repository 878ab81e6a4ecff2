import { useState } from 'react'
import { fillPlaceholder } from '#plan/edit/fillPlaceholder.ts'
import type { Placeholder } from '#plan/plan.ts'
import { usePlan, useRun } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Field } from '#ui/Field.tsx'
import { TextInput } from '#ui/TextInput.tsx'
import { focusFirstInput } from './focusFirst.ts'
import styles from './PlaceholdersDialog.module.css'
import { placeholderPlace } from './placeholderPlace.ts'

/** Every placeholder with a line for what belongs there; one fill is one edit, everywhere it stands. */
export function PlaceholdersDialog({ onClose }: { readonly onClose: () => void }) {
  const plan = usePlan(each => each)
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
      {plan.placeholders.length === 0 ? (
        <p className={styles.none}>Everything is filled in.</p>
      ) : (
        <ul className={styles.list} ref={focusFirstInput}>
          {plan.placeholders.map(placeholder => (
            <PlaceholderRow
              key={placeholder.text}
              placeholder={placeholder}
              where={placeholderPlace(plan.text, placeholder)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function PlaceholderRow({ placeholder, where }: { readonly placeholder: Placeholder; readonly where: string }) {
  const run = useRun()
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string>()
  const fill = () => {
    if (value.trim() === '') return
    const result = run(fillPlaceholder, placeholder.text, value.trim())
    if (!result.ok) setProblem(result.refusal.message)
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
        <Field label={placeholder.text} hint={where} error={problem}>
          <TextInput value={value} onChange={setValue} onBlur={fill} />
        </Field>
      </form>
    </li>
  )
}
