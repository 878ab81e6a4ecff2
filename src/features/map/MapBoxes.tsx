import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { memo, type ReactNode } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { isPassed } from '#plan/progress/progress.ts'
import { usePlan, useStream } from '#session/SessionContext.tsx'
import { strandLetter, streamTitle, useStrandOrder } from '#session/strands.ts'
import { LetterBadge } from '#ui/Badge.tsx'
import { classNames } from '#ui/classNames.ts'
import { Icon } from '#ui/Icon.tsx'
import { strandProps } from '#ui/strandProps.ts'
import { useMediaQuery } from '#ui/useMediaQuery.ts'
import styles from './MapBoxes.module.css'
import { factWords, type NodeFacts } from './mapFacts.ts'
import { useMapState } from './mapStore.ts'

export type BoxNode = Node<
  { readonly id: NodeId; readonly facts: NodeFacts | null; readonly links: string },
  'stream' | 'gate' | 'external'
>
export type BandNode = Node<{ readonly phase: NodeId | null }, 'band'>

/** How a box stands to what is selected, and to what the pointer is on. */
function useBox(id: NodeId, facts: NodeFacts | null) {
  const isLit = useMapState(({ lit }) => lit?.nodes.has(id) === true)
  const isSelected = useMapState(({ selected }) => selected === id)
  const isCurrent = useMapState(({ current }) => current === id)
  return {
    'data-map-box': id,
    'data-lit': isLit || undefined,
    'data-critical': facts?.isCritical || undefined,
    'aria-pressed': isSelected,
    tabIndex: isCurrent ? 0 : -1,
    type: 'button',
  } as const
}

/**
 * A line starts at the dot on either side of a stream; with a mouse also anywhere on it, as what waits: a finger moves
 * the map there. It may end anywhere on a stream.
 */
function Handles({ children }: { readonly children: ReactNode }) {
  const isFine = useMediaQuery('(pointer: fine)')
  return (
    <>
      {!isFine && children}
      <Handle type="source" position={Position.Right} className={(isFine ? styles.cover : styles.handle) ?? ''}>
        {isFine && children}
      </Handle>
      <Handle type="target" position={Position.Left} className={styles.handle ?? ''} />
    </>
  )
}

const StreamBox = memo(function StreamBox({ data: { id, facts, links } }: NodeProps<BoxNode>) {
  const stream = useStream(id)
  const order = useStrandOrder(id)
  const box = useBox(id, facts)
  if (!stream) return null
  return (
    <Handles>
      <button
        {...box}
        {...strandProps(order)}
        className={styles.stream}
        aria-label={`Stream ${streamTitle(stream)}${facts ? `, ${factWords(facts)}` : ''}. ${links}`}
        title={streamTitle(stream)}
      >
        <span className={styles.title}>
          <LetterBadge letter={strandLetter(stream)} order={order} size="small" />
          <span className={styles.name}>{stream.name || 'Tasks'}</span>
        </span>
        {facts && <span className={styles.facts}>{factWords(facts)}</span>}
      </button>
    </Handles>
  )
})

const GateBox = memo(function GateBox({ data: { id, facts } }: NodeProps<BoxNode>) {
  const node = usePlan(plan => plan.nodes.get(id))
  const box = useBox(id, facts)
  if (node?.kind !== 'integrationPoint') return null
  const passed = isPassed(node)
  const name = node.name || 'Integration point'
  return (
    <>
      <button
        {...box}
        className={styles.gate}
        aria-label={`Gate ${name}${passed ? ', passed' : ''}${facts?.isCritical ? ', critical' : ''}`}
        title={name}
      >
        <Icon name={passed ? 'check' : 'gate'} />
        <span className={styles.name}>{name}</span>
      </button>
      <FixedHandles />
    </>
  )
})

const ExternalBox = memo(function ExternalBox({ data: { id } }: NodeProps<BoxNode>) {
  const node = usePlan(plan => plan.nodes.get(id))
  const box = useBox(id, null)
  if (node?.kind !== 'reference') return null
  return (
    <>
      <button {...box} className={styles.external} aria-label={`From outside: ${node.text}`} title={node.text}>
        <Icon name="external" size={14} />
        <span className={styles.name}>{node.text}</span>
      </button>
      <FixedHandles />
    </>
  )
})

/** Where lines of the plan end that nobody draws. */
function FixedHandles() {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className={styles.noHandle ?? ''} />
      <Handle type="source" position={Position.Right} isConnectable={false} className={styles.noHandle ?? ''} />
    </>
  )
}

const BandBox = memo(function BandBox({ data: { phase } }: NodeProps<BandNode>) {
  const node = usePlan(plan => (phase === null ? undefined : plan.nodes.get(phase)))
  const isPhase = node?.kind === 'phase'
  return (
    <div className={styles.band}>
      <p className={classNames(styles.phase)}>
        {isPhase && node.number !== null && <span className={styles.number}>Phase {node.number}</span>}
        <span className={styles.phaseName} title={isPhase ? node.name : undefined}>
          {isPhase ? node.name || (node.number === null ? 'Streams' : '') : 'At the end'}
        </span>
      </p>
    </div>
  )
})

export const boxTypes = { stream: StreamBox, gate: GateBox, external: ExternalBox, band: BandBox }
