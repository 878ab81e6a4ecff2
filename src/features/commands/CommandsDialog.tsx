import { useState } from 'react'
import { briefPlan } from '#plan/execution/briefs.ts'
import { type CommandForm, commandForms } from '#plan/execution/commandForms.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import styles from './Commands.module.css'
import { CommandText } from './CommandText.tsx'
import { InStep } from './InStep.tsx'

/** The plan as commands to start work with, and whether those in its text still fit its streams. */
export function CommandsDialog({ onClose }: { readonly onClose: () => void }) {
  const plan = usePlan(whole => whole)
  const [form, setForm] = useState<CommandForm['id']>('template')
  const waves = briefPlan(plan)
  return (
    <Dialog open onOpenChange={open => !open && onClose()} size="large" title="Execution commands">
      {waves.length === 0 ? (
        <EmptyState action={<Button onClick={onClose}>Back to the plan</Button>}>
          Commands are written for streams, and this plan has none yet.
        </EmptyState>
      ) : (
        <div className={styles.layout}>
          <InStep plan={plan} />
          <Tabs<CommandForm['id']>
            label="How to write them"
            value={form}
            onChange={setForm}
            tabs={commandForms.map(each => ({
              value: each.id,
              label: each.label,
              content: <CommandText form={each} waves={waves} />,
            }))}
          />
        </div>
      )}
    </Dialog>
  )
}
