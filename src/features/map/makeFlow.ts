import { MarkerType, Position } from '@xyflow/react'
import type { NodeId } from '#plan/plan.ts'
import type { Box, MapLayout } from './layoutMap.ts'
import type { BandNode, BoxNode } from './MapBoxes.tsx'
import type { OrderLine, WaitLine } from './MapLines.tsx'
import type { NodeFacts } from './mapFacts.ts'
import type { MapGraph } from './mapGraph.ts'
import { type LineEnds, routeLines, type Way } from './routeLines.ts'

/** The drawing as @xyflow/react takes it. Sizes and handles are told, so that it measures nothing. */
export function makeFlow(
  { nodes, edges, gathers }: MapGraph,
  layout: MapLayout,
  facts: ReadonlyMap<NodeId, NodeFacts>,
  path: readonly NodeId[],
  links: ReadonlyMap<NodeId, string>,
) {
  const { boxes, bands } = layout
  const bandNodes = bands.map(
    ({ phase, ...box }): BandNode => ({
      ...placed(`band ${phase}`, box),
      type: 'band',
      data: { phase },
      zIndex: -1,
      selectable: false,
      connectable: false,
    }),
  )
  const boxNodes = nodes.flatMap(({ id, kind }): BoxNode[] => {
    const box = boxes.get(id)
    if (!box) return []
    return [
      {
        ...placed(String(id), box),
        handles: handlesOf(box),
        type: kind,
        zIndex: 10,
        data: { id, facts: facts.get(id) ?? null, links: links.get(id) ?? '' },
      },
    ]
  })

  const steps = new Set(path.slice(1).map((id, at) => `${id}-${path[at]}`))
  const known = new Set(edges.map(({ id }) => id))
  const gathered = gathers.map(({ gate, stream }) => `${gate}-${stream}`)
  // Where the critical path goes on without a reference: by a gate, or because a worker is free no sooner.
  const orders = [...new Set([...gathered, ...steps])].filter(id => !known.has(id)).map(endsOf)
  const ways = routeLines([...edges.map(({ id }) => endsOf(id)), ...orders], layout)
  const waits = edges.map(
    (edge): WaitLine => ({
      id: edge.id,
      type: 'wait',
      source: String(edge.to),
      target: String(edge.from),
      data: { edge, isCritical: steps.has(edge.id), way: ways.get(edge.id) ?? noWay },
      markerEnd: arrow,
      domAttributes: unheard,
      zIndex: steps.has(edge.id) ? 2 : 1,
    }),
  )
  const orderLines = orders.map(({ id, before, after }): OrderLine => {
    const isCritical = steps.has(id)
    return {
      id: `order ${id}`,
      type: 'order',
      source: String(before),
      target: String(after),
      data: { id, isCritical, way: ways.get(id) ?? noWay },
      domAttributes: unheard,
      zIndex: isCritical ? 2 : 0,
    }
  })
  return { nodes: [...bandNodes, ...boxNodes], edges: [...orderLines, ...waits] }
}

const noWay: Way = { path: '', end: { x: 0, y: 0 }, room: 0, level: null }

/** A line is called by who waits and for whom. */
function endsOf(id: string): LineEnds {
  const [after = 0, before = 0] = id.split('-').map(Number)
  return { id, before: before as NodeId, after: after as NodeId }
}

/** The boxes say what their lines mean. */
const unheard = { 'aria-hidden': true } as const

const arrow = {
  type: MarkerType.ArrowClosed,
  color: 'var(--ink-2)',
  width: 16,
  height: 16,
  markerUnits: 'userSpaceOnUse',
}

function placed(id: string, { x, y, width, height }: Box) {
  return { id, position: { x, y }, width, height, measured: { width, height } }
}

function handlesOf({ width, height }: Box) {
  // The name that a nameless handle has once it is drawn.
  const point = { id: null, y: height / 2, width: 1, height: 1 }
  return [
    { type: 'target', position: Position.Left, x: 0, ...point } as const,
    { type: 'source', position: Position.Right, x: width - 1, ...point } as const,
  ]
}
