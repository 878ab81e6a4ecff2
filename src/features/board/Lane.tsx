import { memo } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { usePhase } from '#session/SessionContext.tsx'
import { AddStream } from './AddStream.tsx'
import styles from './Lane.module.css'
import { PhaseHeader } from './PhaseHeader.tsx'
import { StreamColumn } from './StreamColumn.tsx'

/** A phase: its streams side by side. */
export const Lane = memo(function Lane({ id }: { readonly id: NodeId }) {
  const phase = usePhase(id)
  if (!phase) return null
  return (
    <section
      className={styles.lane}
      aria-label={phase.number === null ? phase.name : `Phase ${phase.number}: ${phase.name}`}
    >
      <div className={styles.head}>
        <PhaseHeader id={id} />
      </div>
      <div className={styles.columns} data-lane={id}>
        {phase.streams.map(stream => (
          <StreamColumn key={stream.id} id={stream.id} />
        ))}
        <div className={styles.add}>
          <AddStream phaseId={id} />
        </div>
      </div>
    </section>
  )
})
