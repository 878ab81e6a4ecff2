import { useRef, useState } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { createEffects } from '#session/forecast/effects.ts'
import { usePlan, useSession } from '#session/SessionContext.tsx'
import { streamTitle } from '#session/strands.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import styles from './MapPanel.module.css'
import { boxTitle } from './mapFacts.ts'
import type { MapGraph } from './mapGraph.ts'
import { useMapEdits, waitFor } from './useMapEdits.ts'

/** The way to draw a dependency without drawing: a stream is chosen, words say what that would do, a button does it. */
export function AddWait({ id, graph }: { readonly id: NodeId; readonly graph: MapGraph }) {
  const session = useSession()
  const plan = usePlan(now => now)
  const { add } = useMapEdits()
  const [chosen, setChosen] = useState('')
  const [words, setWords] = useState('')
  const [effects] = useState(() => createEffects(session))
  const part = useRef<HTMLDivElement>(null)
  const waited = new Set(graph.edges.filter(({ from }) => from === id).map(({ to }) => to))
  const streams = plan.phases.flatMap(phase => phase.streams).filter(stream => stream.id !== id && !stream.implicit)
  if (streams.length === 0) return null
  const choose = (value: string) => {
    setChosen(value)
    setWords('')
    effects.forget()
    if (value === '') return
    effects.ask(`wait ${id} ${value}`, now => waitFor(now, id, Number(value) as NodeId), setWords)
  }
  const submit = () => {
    const to = Number(chosen) as NodeId
    if (!add(id, to)) return
    choose('')
    setWords(`It waits for ${boxTitle(plan, to)} now.`)
    // The button goes.
    part.current?.querySelector('select')?.focus()
  }
  return (
    <div ref={part} className={styles.add}>
      <Select
        label="Add a dependency"
        value={chosen}
        onChange={choose}
        options={[
          { value: '', label: 'Add a dependency...' },
          ...streams.map(stream => ({
            value: String(stream.id),
            label: streamTitle(stream),
            disabled: waited.has(stream.id),
          })),
        ]}
      />
      <p className={styles.quiet} role="status">
        {words}
      </p>
      {chosen !== '' && (
        <Button size="small" variant="primary" onClick={submit}>
          Add
        </Button>
      )}
    </div>
  )
}
