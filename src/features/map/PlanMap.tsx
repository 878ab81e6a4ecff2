import '@xyflow/react/dist/base.css'
import { ReactFlowProvider } from '@xyflow/react'
import { useMemo, useRef, useState } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { useForecast } from '#session/forecast/useForecast.ts'
import { pointingOf } from '#session/pointing.ts'
import { dependenciesOf, usePlan, useSession } from '#session/SessionContext.tsx'
import { useSettings } from '#session/useSettings.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { layoutMap, shapeOf } from './layoutMap.ts'
import { MapFlow } from './MapFlow.tsx'
import { MapLegend } from './MapLegend.tsx'
import { MapPanel } from './MapPanel.tsx'
import { MapTable } from './MapTable.tsx'
import { factsOf } from './mapFacts.ts'
import { mapGraph } from './mapGraph.ts'
import { createMapStore, MapContext, useMapState, useMapStore } from './mapStore.ts'
import styles from './PlanMap.module.css'

interface PlanMapProps {
  readonly onShowBoard: () => void
}

/** The streams and gates as a graph: who waits for whom, and which way is the longest. It fills its container. */
export function PlanMap(props: PlanMapProps) {
  const [store] = useState(createMapStore)
  return (
    <MapContext value={store}>
      <ReactFlowProvider>
        <MapPage {...props} />
      </ReactFlowProvider>
    </MapContext>
  )
}

function MapPage({ onShowBoard }: PlanMapProps) {
  const plan = usePlan(now => now)
  const dependencies = dependenciesOf(plan)
  const { schedules } = useForecast()
  const { settings } = useSettings()
  const schedule = schedules?.[settings.gating] ?? null
  const graph = useMemo(() => mapGraph(plan, dependencies), [plan, dependencies])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is ticked or written elsewhere moves nothing
  const layout = useMemo(() => layoutMap(graph, plan.phases), [shapeOf(graph)])
  const facts = useMemo(() => factsOf(schedule), [schedule])
  const [shows, setShows] = useState<'graph' | 'table'>('graph')
  const store = useMapStore()
  const session = useSession()
  const selected = useMapState(state => state.selected)
  const view = useRef<HTMLDivElement>(null)

  const isThere =
    selected !== null &&
    (typeof selected === 'string' ? graph.edges.some(({ id }) => id === selected) : layout.boxes.has(selected))
  const select = (id: NodeId | string | null) => store.setState({ selected: id })
  const showOnBoard = (id: NodeId) => {
    pointingOf(session).setState({ place: id })
    onShowBoard()
  }
  const close = () => {
    // Of a line, the stream that waits.
    const back = Number.parseInt(String(selected), 10)
    select(null)
    // The focus goes back to the box or the row it came from, if that is in sight.
    const find = (query: string) => view.current?.querySelector<HTMLElement>(query)
    const box =
      find(`[data-map-box="${back}"], [data-map-row="${back}"] button`) ?? find('[data-map-box], input:checked')
    box?.focus({ preventScroll: true })
  }
  if (!graph.nodes.some(({ kind }) => kind === 'stream')) {
    return (
      <div className={styles.empty}>
        <EmptyState action={<Button onClick={onShowBoard}>Add streams on the board</Button>}>
          There are no streams yet, so there is nothing to map.
        </EmptyState>
      </div>
    )
  }
  return (
    <div className={styles.page} ref={view}>
      <div className={styles.toolbar}>
        <Segmented<'graph' | 'table'>
          label="Show as"
          value={shows}
          onChange={setShows}
          options={[
            { value: 'graph', label: 'Graph' },
            { value: 'table', label: 'Table' },
          ]}
        />
        {shows === 'graph' && <MapLegend graph={graph} />}
      </div>
      <div className={styles.view}>
        {shows === 'graph' ? (
          <MapFlow graph={graph} layout={layout} facts={facts} path={schedule?.criticalPath ?? []} onSelect={select} />
        ) : (
          <MapTable graph={graph} facts={facts} onSelect={select} />
        )}
        {isThere && (
          <MapPanel
            graph={graph}
            facts={facts}
            selected={selected}
            onSelect={select}
            onShowBoard={showOnBoard}
            onClose={close}
          />
        )}
      </div>
    </div>
  )
}
