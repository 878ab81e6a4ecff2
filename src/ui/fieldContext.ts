import { createContext, use } from 'react'

interface FieldIds {
  readonly id: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

export const FieldContext = createContext<FieldIds | undefined>(undefined)

/** What ties an input to the label, hint and error of the Field around it. */
export function useFieldProps() {
  const field = use(FieldContext)
  return field
    ? { id: field.id, 'aria-describedby': field.describedBy, 'aria-invalid': field.invalid || undefined }
    : undefined
}
