import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'
import { FieldContext } from './fieldContext.ts'
import { Icon } from './Icon.tsx'

interface FieldProps {
  readonly label: string
  /** One TextInput, NumberInput or Select; it finds its label by itself. */
  readonly children: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
}

export function Field({ label, children, hint, error }: FieldProps) {
  const id = useId()
  const noteId = `${id}note`
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <FieldContext value={{ id, describedBy: note ? noteId : undefined, invalid: error !== undefined }}>
        {children}
      </FieldContext>
      {note && (
        <p className={error ? styles.error : styles.hint} id={noteId}>
          {error && <Icon name="warning" size={14} />}
          <span>{note}</span>
        </p>
      )}
    </div>
  )
}
