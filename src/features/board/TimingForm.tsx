import { useState } from 'react'
import { setDays } from '#plan/edit/setDays.ts'
import { setMode } from '#plan/edit/setMode.ts'
import type { Days, Mode, Phase } from '#plan/plan.ts'
import { useRun } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { NumberInput } from '#ui/NumberInput.tsx'
import { Select } from '#ui/Select.tsx'
import styles from './Form.module.css'
import { focusFirstInput } from './focusFirst.ts'

type Choice = Mode | 'none'

const modes: readonly { value: Choice; label: string }[] = [
  { value: 'none', label: 'Not said' },
  { value: 'parallel', label: 'Parallel' },
  { value: 'sequential', label: 'Sequential' },
]

interface TimingFormProps {
  readonly phase: Phase
  readonly onDone: () => void
}

/** The mode is set at once, the days when they are complete: each is one edit. */
export function TimingForm({ phase, onDone }: TimingFormProps) {
  const run = useRun()
  const [from, setFrom] = useState(phase.days?.from)
  const [to, setTo] = useState(phase.days?.to)
  const [problem, setProblem] = useState<string>()

  const chooseMode = (choice: Choice) => {
    const result = run(setMode, phase.id, choice === 'none' ? null : choice)
    setProblem(result.ok ? undefined : result.refusal.message)
  }
  const set = (days: Days | null) => {
    const result = run(setDays, phase.id, days)
    if (result.ok) onDone()
    else setProblem(result.refusal.message)
  }
  const submit = () => {
    const first = from ?? to
    const last = to ?? from
    if (first === undefined || last === undefined) set(null)
    else if (first > last) setProblem('The last day must not come before the first.')
    else set({ from: first, to: last })
  }

  return (
    <form
      ref={focusFirstInput}
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <Field label="Mode">
        <Select value={phase.mode ?? 'none'} options={modes} onChange={chooseMode} />
      </Field>
      <div className={styles.pair}>
        <Field label="First day">
          <NumberInput value={from} onChange={setFrom} min={0} placeholder="none" />
        </Field>
        <Field label="Last day">
          <NumberInput value={to} onChange={setTo} min={0} placeholder="none" />
        </Field>
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        {phase.days && (
          <Button variant="quiet" onClick={() => set(null)}>
            Clear days
          </Button>
        )}
        <Button variant="primary" type="submit">
          Set days
        </Button>
      </div>
    </form>
  )
}
