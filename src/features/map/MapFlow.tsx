import { type Connection, ReactFlow, useReactFlow } from '@xyflow/react'
import { type FocusEvent, type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { DrawnEffect } from './DrawnEffect.tsx'
import type { MapLayout } from './layoutMap.ts'
import { type BandNode, type BoxNode, boxTypes } from './MapBoxes.tsx'
import { lineTypes, type OrderLine, type WaitLine } from './MapLines.tsx'
import { makeFlow } from './makeFlow.ts'
import { linkWords, type NodeFacts } from './mapFacts.ts'
import { type MapGraph, relatedTo } from './mapGraph.ts'
import { boxBeside, type Direction } from './mapKeys.ts'
import { useMapState, useMapStore } from './mapStore.ts'
import styles from './PlanMap.module.css'
import { startView } from './startView.ts'
import { useMapEdits } from './useMapEdits.ts'
import { useMapView } from './useMapView.ts'

interface MapFlowProps {
  readonly graph: MapGraph
  readonly layout: MapLayout
  readonly facts: ReadonlyMap<NodeId, NodeFacts>
  /** The critical path. */
  readonly path: readonly NodeId[]
  readonly onSelect: (id: NodeId | string | null) => void
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

const fit = { padding: 0.08, maxZoom: 1 }

export function MapFlow({ graph, layout, facts, path, onSelect }: MapFlowProps) {
  const store = useMapStore()
  const flow = useReactFlow()
  const { add } = useMapEdits()
  const frame = useRef<HTMLDivElement>(null)
  const focusBox = useMapView(layout, frame)
  const current = useMapState(state => state.current)
  const plan = usePlan(now => now)
  const { nodes, edges } = useMemo(
    () => makeFlow(graph, layout, facts, path, linkWords(plan, graph)),
    [graph, layout, facts, path, plan],
  )
  // One box is always the way in.
  const first = graph.nodes[0]?.id ?? null
  const isLost = current === null || !layout.boxes.has(current)
  useEffect(() => {
    if (isLost) store.setState({ current: first })
  }, [isLost, first, store])

  const pointed = useRef<NodeId | null>(null)
  const isMoving = useRef(false)
  const light = (id: NodeId | null) => {
    pointed.current = id
    // Boxes run under the pointer: what it comes to rest on counts.
    if (isMoving.current) return
    // While a line is drawn, everywhere is a place to end it.
    const isQuiet = id === null || frame.current?.hasAttribute('data-drawing')
    store.setState({ lit: isQuiet ? null : relatedTo(graph, id) })
    frame.current?.toggleAttribute('data-lighting', !isQuiet)
  }
  const lightAnew = useEffectEvent(() => light(pointed.current))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is related changes with the graph
  useEffect(() => lightAnew(), [graph])
  const move = (isBegun: boolean) => {
    isMoving.current = isBegun
    light(pointed.current)
  }
  const begin = () => {
    const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {}
    void flow.setViewport(startView(layout, clientWidth, clientHeight))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onSelect(null)
    const id = boxOf(event.target)
    const direction = directions[event.key]
    if (id !== null && direction) {
      event.preventDefault()
      const next = boxBeside(id, direction, layout.boxes)
      if (next === null) return
      store.setState({ current: next })
      focusBox(next)
    }
  }
  const onFocus = (event: FocusEvent) => {
    const id = boxOf(event.target)
    if (id === null) return
    store.setState({ current: id })
    if (event.target.matches(':focus-visible')) light(id)
  }
  const draw = (side: string | null) => {
    if (side === null) frame.current?.removeAttribute('data-drawing')
    else frame.current?.setAttribute('data-drawing', side)
    light(null)
  }
  const connect = ({ source, target }: Connection) => {
    const [to, from] = [Number(source) as NodeId, Number(target) as NodeId]
    if (add(from, to)) onSelect(from)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it stands for the boxes in it, which have the focus
    <div ref={frame} className={styles.flow} onKeyDown={onKeyDown} onFocus={onFocus} onBlur={() => light(null)}>
      <ReactFlow<BoxNode | BandNode, WaitLine | OrderLine>
        aria-label="Map of streams and gates"
        nodes={nodes}
        edges={edges}
        nodeTypes={boxTypes}
        edgeTypes={lineTypes}
        defaultMarkerColor="var(--line-strong)"
        onInit={begin}
        minZoom={0.1}
        maxZoom={2}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        panOnScroll
        connectOnClick={false}
        isValidConnection={({ source, target }) =>
          source !== target && isStream(graph, source) && isStream(graph, target)
        }
        connectionDragThreshold={4}
        onConnectStart={(_, { handleType }) => draw(handleType)}
        onConnectEnd={() => draw(null)}
        onConnect={connect}
        onNodeClick={(_, { data, type }) => 'id' in data && type !== 'band' && onSelect(data.id)}
        onEdgeClick={(_, { data }) => data && 'edge' in data && onSelect(data.edge.id)}
        onMoveStart={() => move(true)}
        onMoveEnd={() => move(false)}
        onPaneClick={() => onSelect(null)}
        onNodeMouseEnter={(_, { data }) => 'id' in data && light(data.id)}
        onNodeMouseLeave={() => light(null)}
      />
      <div className={styles.zoom}>
        <IconButton icon="plus" label="Zoom in" onClick={() => void flow.zoomIn()} />
        <IconButton icon="minus" label="Zoom out" onClick={() => void flow.zoomOut()} />
        <IconButton icon="fit" label="Show the whole map" onClick={() => void flow.fitView(fit)} />
      </div>
      <DrawnEffect />
    </div>
  )
}

function boxOf(target: EventTarget): NodeId | null {
  const box = target instanceof Element ? target.closest<HTMLElement>('[data-map-box]') : null
  return box ? (Number(box.dataset.mapBox) as NodeId) : null
}

function isStream({ nodes }: MapGraph, id: string): boolean {
  return nodes.some(node => node.kind === 'stream' && String(node.id) === id)
}
