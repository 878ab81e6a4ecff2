import { lazy } from 'react'
import { renamePhase } from '#plan/edit/renamePhase.ts'
import type { NodeId, Phase } from '#plan/plan.ts'
import { progressOfPhase } from '#plan/progress/progress.ts'
import { dependenciesOf, usePhase, usePlan } from '#session/SessionContext.tsx'
import { classNames } from '#ui/classNames.ts'
import { EditableText } from '#ui/EditableText.tsx'
import { useEditing } from './boardContext.ts'
import { NodeMenu } from './CardMenu.tsx'
import editable from './editableName.module.css'
import { FindingMark } from './FindingMark.tsx'
import fact from './fact.module.css'
import { formatTiming } from './formatHours.ts'
import { LazyPopover } from './LazyPopover.tsx'
import styles from './PhaseHeader.module.css'
import { phaseFacts } from './phaseFacts.ts'
import { phaseTitle } from './streamChoices.ts'
import { useEdit } from './useEdit.ts'

const TimingForm = lazy(() => import('./TimingForm.tsx').then(module => ({ default: module.TimingForm })))

/** The head of a lane: its number and name, when and how it runs, and one line of truth. */
export function PhaseHeader({ id }: { readonly id: NodeId }) {
  const phase = usePhase(id)
  const facts = usePlan(plan => {
    const node = plan.nodes.get(id)
    return node?.kind === 'phase' ? phaseFacts(node, dependenciesOf(plan)) + progressFact(node) : ''
  })
  if (!phase) return null
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        {phase.number !== null && <span className={styles.number}>Phase {phase.number}</span>}
        <PhaseName phase={phase} />
        {!phase.implicit && (
          <span className={styles.aside}>
            <PhaseTiming phase={phase} />
            <FindingMark id={id} className={styles.mark} />
            <NodeMenu id={id} label={`Actions of ${phaseTitle(phase)}`} />
          </span>
        )}
      </div>
      <p className={styles.facts}>{facts}</p>
    </header>
  )
}

/** ', 5 of 20 tasks done, 31 % of the hours'; nothing before the first. */
function progressFact(phase: Phase): string {
  const { done, total, share, by } = progressOfPhase(phase)
  if (done === 0) return ''
  return `, ${done} of ${total} tasks done${by === 'hours' ? `, ${Math.round(share * 100)} % of the hours` : ''}`
}

function PhaseName({ phase }: { readonly phase: Phase }) {
  const run = useEdit()
  const [editing, setEditing] = useEditing(phase.id)
  if (phase.implicit) return <h2 className={styles.name}>Streams</h2>
  return (
    <h2 className={classNames(styles.name, editable.name)}>
      <EditableText
        value={phase.name}
        label="Phase name"
        placeholder="Unnamed phase"
        editing={editing}
        onEditingChange={setEditing}
        onCommit={name => run(renamePhase, phase.id, name)}
      />
    </h2>
  )
}

function PhaseTiming({ phase }: { readonly phase: Phase }) {
  const timing = formatTiming(phase.mode, phase.days)
  return (
    <LazyPopover
      label="Mode and days"
      button={timing ?? 'no days'}
      buttonProps={{
        className: classNames(fact.fact, timing === null && fact.unknown),
        'aria-label': `Mode and days: ${timing ?? 'none'}`,
        title: 'Edit mode and days',
      }}
    >
      {close => <TimingForm phase={phase} onDone={close} />}
    </LazyPopover>
  )
}
