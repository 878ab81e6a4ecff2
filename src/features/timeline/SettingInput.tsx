import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Field } from '#ui/Field.tsx'
import { readNumber, stepped, within } from '#ui/readNumber.ts'
import { TextInput } from '#ui/TextInput.tsx'

interface SettingInputProps {
  readonly label: string
  readonly value: number | null
  readonly min: number
  readonly max: number
  readonly step: number
  /** Only whole numbers count. */
  readonly isWhole?: boolean
  /** Shown while it is empty, which then is allowed. */
  readonly placeholder?: string
  readonly hint?: ReactNode
  readonly onChange: (value: number | null) => void
}

/** A number that counts as soon as it makes sense; until then it says what would, and the setting stays. */
export function SettingInput(props: SettingInputProps) {
  const { label, value, min, max, step, isWhole = false, placeholder, hint, onChange } = props
  const [draft, setDraft] = useState<string | null>(null)
  const read = (words: string): number | null | undefined => {
    const number = readNumber(words)
    if (number === undefined) return placeholder === undefined ? undefined : null
    if (number === null || number < min || number > max) return undefined
    return isWhole ? (Number.isInteger(number) ? number : undefined) : Number(number.toFixed(2))
  }
  const isWrong = draft !== null && read(draft) === undefined
  const settle = (words: string) => {
    const number = read(words)
    setDraft(words)
    if (number !== undefined && number !== value) onChange(number)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0) return
    event.preventDefault()
    settle(String(within(stepped(value ?? min, direction * step), min, max)))
  }
  const number = isWhole ? 'A whole number' : 'A number'
  return (
    <Field label={label} hint={hint} error={isWrong ? `${number} from ${min} to ${max}.` : undefined}>
      <TextInput
        inputMode="decimal"
        placeholder={placeholder}
        value={draft ?? (value === null ? '' : String(value))}
        onChange={settle}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!isWrong) setDraft(null)
        }}
      />
    </Field>
  )
}
