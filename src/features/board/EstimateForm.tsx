import { useState } from 'react'
import { setEstimate } from '#plan/edit/setEstimate.ts'
import type { Stream } from '#plan/plan.ts'
import { useRun } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { NumberInput } from '#ui/NumberInput.tsx'
import styles from './Form.module.css'
import { focusFirstInput } from './focusFirst.ts'

interface EstimateFormProps {
  readonly stream: Stream
  readonly onDone: () => void
}

/** From and to in hours; one figure alone is a single figure. */
export function EstimateForm({ stream, onDone }: EstimateFormProps) {
  const run = useRun()
  const [from, setFrom] = useState(stream.estimate?.min)
  const [to, setTo] = useState(stream.estimate?.max)
  const [problem, setProblem] = useState<string>()

  const set = (hours: Stream['estimate']) => {
    const result = run(setEstimate, stream.id, hours)
    if (result.ok) onDone()
    else setProblem(result.refusal.message)
  }
  const submit = () => {
    const min = from ?? to
    const max = to ?? from
    if (min === undefined || max === undefined) set(null)
    else if (min > max) setProblem('The second figure must not be below the first.')
    else set({ min, max })
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
      <div className={styles.pair}>
        <Field label="From">
          <NumberInput value={from} onChange={setFrom} min={0} unit="h" placeholder="unknown" />
        </Field>
        <Field label="To">
          <NumberInput value={to} onChange={setTo} min={0} unit="h" placeholder="unknown" />
        </Field>
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        {stream.estimate && (
          <Button variant="quiet" onClick={() => set(null)}>
            Clear
          </Button>
        )}
        <Button variant="primary" type="submit">
          Set estimate
        </Button>
      </div>
    </form>
  )
}
