import { useConnection } from '@xyflow/react'
import { useEffect, useState } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { createEffects } from '#session/forecast/effects.ts'
import { useSession } from '#session/SessionContext.tsx'
import { strandLetter } from '#session/strands.ts'
import { useMapState, useMapStore } from './mapStore.ts'
import styles from './PlanMap.module.css'
import { waitFor } from './useMapEdits.ts'

/** While a dependency is drawn: who would wait for whom, and what that does to finish and critical path. */
export function DrawnEffect() {
  const session = useSession()
  const store = useMapStore()
  const effect = useMapState(state => state.effect)
  const [effects] = useState(() => createEffects(session))
  const drawn = useConnection(({ inProgress, fromNode, fromHandle, toNode }) => {
    if (!inProgress || !toNode || toNode.id === fromNode.id || toNode.type !== 'stream') return null
    return fromHandle.type === 'source' ? `${toNode.id} ${fromNode.id}` : `${fromNode.id} ${toNode.id}`
  })
  useEffect(() => {
    if (drawn === null) {
      effects.forget()
      store.setState({ effect: null })
      return
    }
    const [from, to] = drawn.split(' ').map(id => Number(id) as NodeId)
    if (from === undefined || to === undefined) return
    const { plan } = session.state.getState()
    const name = (id: NodeId) => {
      const node = plan.nodes.get(id)
      return node?.kind === 'stream' ? strandLetter(node) : ''
    }
    const words = `${name(from)} waits for ${name(to)}.`
    store.setState({ effect: words })
    effects.ask(
      `wait ${drawn}`,
      now => waitFor(now, from, to),
      found => store.setState({ effect: `${words} ${found}` }),
    )
  }, [drawn, effects, session, store])
  return (
    <div className={styles.effect} role="status" data-shown={effect === null ? undefined : ''}>
      {effect}
    </div>
  )
}
