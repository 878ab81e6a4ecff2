import { Fragment } from 'react'
import type { IntegrationPoint, NodeId, Plan } from '#plan/plan.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { AddPhase } from './AddPhase.tsx'
import styles from './Board.module.css'
import { BoardFilter } from './BoardFilter.tsx'
import { BoardProvider } from './BoardProvider.tsx'
import { CriteriaBand } from './CriteriaBand.tsx'
import { DragSurface } from './DragSurface.tsx'
import { GateBand } from './GateBand.tsx'
import { KeyHints } from './KeyHints.tsx'
import { Lane } from './Lane.tsx'
import { Placeholders } from './Placeholders.tsx'
import { PlanOverview } from './PlanOverview.tsx'
import { StreamStrip } from './StreamStrip.tsx'

/** The plan as lanes of streams with the gates between them. It fills its container. */
export function Board() {
  return (
    <BoardProvider>
      <DragSurface
        head={
          <>
            <div className={styles.toolbar}>
              <BoardFilter />
              <KeyHints />
            </div>
            <StreamStrip />
          </>
        }
      >
        <div className={styles.intro}>
          <PlanOverview />
          <Placeholders />
        </div>
        <Lanes />
      </DragSurface>
    </BoardProvider>
  )
}

function Lanes() {
  const phases = usePlan(plan => plan.phases)
  const gates = usePlan(plan => plan.integrationPoints)
  const { after, atEnd } = gatesByPhase(phases, gates)
  return (
    <>
      {phases.map(phase => (
        <Fragment key={phase.id}>
          <Lane id={phase.id} />
          <Gates gates={after.get(phase.id) ?? []} />
        </Fragment>
      ))}
      <div className={styles.band}>
        <AddPhase />
      </div>
      <Gates gates={atEnd} />
      <div className={styles.band}>
        <CriteriaBand />
      </div>
    </>
  )
}

function Gates({ gates }: { readonly gates: readonly IntegrationPoint[] }) {
  return gates.map(gate => (
    <div key={gate.id} className={styles.band}>
      <GateBand id={gate.id} />
    </div>
  ))
}

/** A gate stands after the phase it names; those that name none, or the end, stand at the end. */
function gatesByPhase(phases: Plan['phases'], gates: Plan['integrationPoints']) {
  const byNumber = new Map(phases.map(phase => [phase.number, phase.id]))
  const after = new Map<NodeId, readonly IntegrationPoint[]>()
  const atEnd: IntegrationPoint[] = []
  for (const gate of gates) {
    const phase = gate.after !== null && gate.after !== 'final' ? byNumber.get(gate.after.phase) : undefined
    if (phase === undefined) atEnd.push(gate)
    else after.set(phase, [...(after.get(phase) ?? []), gate])
  }
  return { after, atEnd }
}
