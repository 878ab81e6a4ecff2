import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { useStrandOrder } from '#session/strands.ts'
import { strandProps } from '#ui/strandProps.ts'
import { widthOf } from './layoutMap.ts'
import styles from './MapLines.module.css'
import { labelOf, type MapEdge } from './mapGraph.ts'
import { useMapState } from './mapStore.ts'
import type { Way } from './routeLines.ts'

export type WaitLine = Edge<{ readonly edge: MapEdge } & Drawn, 'wait'>
export type OrderLine = Edge<{ readonly id: string } & Drawn, 'order'>

type Drawn = {
  readonly isCritical: boolean
  /** Around the boxes in between. */
  readonly way: Way
}

/** One stream waits for another. How sure that is shows in the line, and stands beside it. */
const Wait = memo(function Wait({ data, ...line }: EdgeProps<WaitLine>) {
  const id = data?.edge.id ?? ''
  const isLit = useMapState(({ lit }) => lit?.edges.has(id) === true)
  const isSelected = useMapState(({ selected }) => selected === id)
  const order = useStrandOrder(data?.edge.to ?? (0 as NodeId))
  if (!data) return null
  const { edge, isCritical, way } = data
  const label = labelOf(edge)
  return (
    <g
      {...strandProps(order)}
      className={styles.wait}
      data-lit={isLit || undefined}
      data-selected={isSelected || undefined}
      data-critical={isCritical || undefined}
      data-kind={edge.confidence === 'guess' ? 'guess' : edge.partial ? 'partial' : edge.confidence}
    >
      <BaseEdge
        id={line.id}
        path={way.path}
        interactionWidth={24}
        {...(line.markerEnd ? { markerEnd: line.markerEnd } : {})}
      />
      {label && (
        <EdgeLabelRenderer>
          <span
            aria-hidden="true"
            data-lit={isLit || undefined}
            className={styles.label}
            style={{ transform: placeOf(label, way) }}
          >
            {label}
          </span>
        </EdgeLabelRenderer>
      )}
    </g>
  )
})

/** A gate gathers a stream, or the critical path goes on where no reference says so. */
const Order = memo(function Order({ data, ...line }: EdgeProps<OrderLine>) {
  const id = data?.id ?? ''
  const isLit = useMapState(({ lit }) => lit?.edges.has(id) === true)
  if (!data) return null
  return (
    <g className={styles.order} data-critical={data.isCritical || undefined} data-lit={isLit || undefined}>
      <BaseEdge id={line.id} path={data.way.path} interactionWidth={0} />
    </g>
  )
})

const arrowLength = 10

/** Before the arrow where there is room, else on the level part of the line. */
function placeOf(label: string, { end, room, level }: Way): string {
  if (level && room < widthOf(label) + 2 * arrowLength)
    return `translate(-50%, -50%) translate(${level.x}px, ${level.y}px)`
  return `translate(-100%, -50%) translate(${end.x - arrowLength}px, ${end.y}px)`
}

export const lineTypes = { wait: Wait, order: Order }
