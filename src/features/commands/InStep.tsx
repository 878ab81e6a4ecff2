import { useRef, useState } from 'react'
import { removeStrayCommands } from '#plan/edit/removeStrayCommands.ts'
import { rewriteCommands } from '#plan/edit/rewriteCommands.ts'
import { type CommandReport, compareCommands, nameOfPhase } from '#plan/execution/compareCommands.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import type { PlanSession } from '#session/planSession.ts'
import { useSession } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { showToast } from '#ui/toasts.ts'
import styles from './Commands.module.css'

/** So many differences are said at once; the others on request. */
const atOnce = 4

/** Whether the commands in the plan's text fit its streams, what differs, and the edit that mends it. */
export function InStep({ plan }: { readonly plan: Plan }) {
  const words = useRef<HTMLParagraphElement>(null)
  const [isWhole, setWhole] = useState(false)
  const edit = useEdit(() => words.current?.focus())
  const report = compareCommands(plan)
  const { differences, strays, ownForm } = report
  const said = isWhole ? differences : differences.slice(0, differences.length > atOnce + 1 ? atOnce : undefined)
  const hasCommands = plan.execution.length > 0
  const isInStep = differences.length === 0
  const verdict = !hasCommands ? 'none' : isInStep ? 'in-step' : 'differs'
  return (
    <section className={styles.inStep} aria-label="Commands in the plan" data-verdict={verdict}>
      <p className={styles.verdict} ref={words} tabIndex={-1} role="status">
        <Icon name={icons[verdict]} />
        <span>{verdictWords(report, hasCommands)}</span>
      </p>
      {hasCommands && said.length > 0 && (
        <ul className={styles.differences}>
          {said.map(each => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {ownForm.length > 0 && (
        <p className={styles.aside}>
          {`The commands of ${listed(ownForm.map(nameOfPhase))} have a form of their own. They are left as they are.`}
        </p>
      )}
      {strays.length > 0 && (
        <p className={styles.aside}>
          {`The commands also run ${listed(strays.map(({ number }) => `Phase ${number}`))}, which the plan does not have.`}
        </p>
      )}
      {(!isInStep || strays.length > 0) && (
        <div className={styles.mend}>
          {!isInStep && (
            <Button onClick={() => edit(rewriteCommands, 'Commands updated')}>
              {hasCommands ? 'Update commands in the plan' : 'Write commands into the plan'}
            </Button>
          )}
          {strays.length > 0 && (
            <Button onClick={() => edit(removeStrayCommands, 'Commands removed')}>
              {`Remove commands of ${listed(strays.map(({ number }) => `Phase ${number}`))}`}
            </Button>
          )}
          {hasCommands && said.length < differences.length && (
            <Button variant="quiet" onClick={() => setWhole(true)}>
              {`Show all ${differences.length} differences`}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

const icons = { none: 'info', 'in-step': 'check', differs: 'warning' } as const

function verdictWords({ differences, ownForm }: CommandReport, hasCommands: boolean): string {
  if (!hasCommands) return 'The plan has no commands in its text yet.'
  if (differences.length > 0) return 'The commands in the plan are not in step with its streams.'
  if (ownForm.length > 0) return 'The other commands in the plan are in step with its streams.'
  return 'The commands in the plan are in step with its streams.'
}

/** Runs an edit and says how it went; the focus goes to the verdict, because the button goes with what it mended. */
function useEdit(onDone: () => void): (edit: (plan: Plan) => Outcome, message: string) => void {
  const session = useSession()
  return (edit, message) => {
    const result = session.run(edit)
    if (result.ok) {
      requestAnimationFrame(onDone)
      const step = lastStep(session)
      const undo = () => {
        if (lastStep(session) === step) session.undo()
        else showToast({ message: 'Other edits came after it. Undo those first.' })
      }
      return void showToast({ message, action: { label: 'Undo', onAct: undo } })
    }
    const { code, message: why } = result.refusal
    if (code === 'only-shown') showToast({ message: why, action: { label: 'Keep a copy', onAct: session.keep } })
    else showToast({ message: why, tone: 'danger' })
  }
}

function lastStep({ state }: PlanSession) {
  return state.getState().history.undo.at(-1)
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
