import { useEffect, useRef } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { Button } from '#ui/Button.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { PlaceButton } from '#ui/PlaceButton.tsx'
import { AddWait } from './AddWait.tsx'
import styles from './MapPanel.module.css'
import { boxTitle, factWords, type NodeFacts } from './mapFacts.ts'
import { type MapEdge, type MapGraph, waitingFor } from './mapGraph.ts'
import { useMapEdits } from './useMapEdits.ts'

interface MapPanelProps {
  readonly graph: MapGraph
  readonly facts: ReadonlyMap<NodeId, NodeFacts>
  /** A box, or a line by its id. */
  readonly selected: NodeId | string
  readonly onSelect: (id: NodeId) => void
  readonly onShowBoard: (id: NodeId) => void
  readonly onClose: () => void
}

/** What is selected on the map: its facts, what it waits for and what waits for it, and what can be done about that. */
export function MapPanel({ graph, facts, selected, onSelect, onShowBoard, onClose }: MapPanelProps) {
  const plan = usePlan(now => now)
  const line = typeof selected === 'string' ? graph.edges.find(({ id }) => id === selected) : undefined
  const id = line ? line.from : (selected as NodeId)
  const own = facts.get(id)
  const node = plan.nodes.get(id)
  const isStream = node?.kind === 'stream' && !node.implicit
  const { remove } = useMapEdits()
  const waits = line ? [line] : graph.edges.filter(edge => edge.from === id)
  const gathered = graph.gathers.flatMap(({ gate, stream }) => (gate === id && !line ? [stream] : []))
  const blocks = line ? [] : waitingFor(graph, id)
  const title = line ? `${boxTitle(plan, line.from)} waits for ${boxTitle(plan, line.to)}` : boxTitle(plan, id)
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each selection is read out anew
  useEffect(() => heading.current?.focus({ preventScroll: true }), [selected])
  return (
    <section
      data-map-panel=""
      className={styles.panel}
      aria-label="Selected on the map"
      onKeyDown={event => {
        if (line && event.key === 'Delete') {
          if (remove(line.reasons.map(({ reference }) => reference))) onClose()
        } else if (event.key !== 'Escape') return
        else onClose()
        event.stopPropagation()
      }}
    >
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <IconButton icon="close" label="Close" hint="Esc" onClick={onClose} />
      </div>
      {!line && own && <p className={styles.facts}>{factWords(own)}</p>}
      <h3 className={styles.subtitle}>{line ? 'In the plan’s words' : 'Waits for'}</h3>
      {gathered.length > 0 ? (
        <Boxes ids={gathered} onSelect={onSelect} />
      ) : (
        <Waits edges={waits} onSelect={onSelect} onLastGone={() => line && onClose()} />
      )}
      {!line && isStream && <AddWait key={id} id={id} graph={graph} />}
      {!line && (
        <>
          <h3 className={styles.subtitle}>Blocks</h3>
          {blocks.length === 0 && <p className={styles.quiet}>Nothing waits for it.</p>}
          <Boxes ids={blocks} onSelect={onSelect} />
        </>
      )}
      {!line && node?.kind !== 'reference' && (
        <Button
          size="small"
          variant="quiet"
          icon="board"
          className={styles.toBoard ?? ''}
          onClick={() => onShowBoard(id)}
        >
          Show on the board
        </Button>
      )}
    </section>
  )
}

interface BoxesProps {
  readonly ids: readonly NodeId[]
  readonly onSelect: (id: NodeId) => void
}

function Boxes({ ids, onSelect }: BoxesProps) {
  const plan = usePlan(now => now)
  return (
    <ul className={styles.list}>
      {ids.map(id => (
        <li key={id}>
          <PlaceButton onClick={() => onSelect(id)}>{boxTitle(plan, id)}</PlaceButton>
        </li>
      ))}
    </ul>
  )
}

interface WaitsProps {
  readonly edges: readonly MapEdge[]
  readonly onSelect: (id: NodeId) => void
  /** The last of them was removed. */
  readonly onLastGone: () => void
}

function Waits({ edges, onSelect, onLastGone }: WaitsProps) {
  const plan = usePlan(now => now)
  const { remove, confirm } = useMapEdits()
  const refocus = (from: HTMLElement) => {
    const panel = from.closest('section')
    // The row goes; the focus stays in the panel.
    requestAnimationFrame(() => panel?.querySelector<HTMLElement>('h2')?.focus())
  }
  const count = new Set(edges.flatMap(({ reasons }) => reasons.map(({ reference }) => reference))).size
  const drop = (reference: NodeId, from: HTMLElement) => {
    if (!remove([reference])) return
    refocus(from)
    if (count === 1) onLastGone()
  }
  if (edges.length === 0) return <p className={styles.quiet}>Nothing: it can start when its phase does.</p>
  return (
    <ul className={styles.list}>
      {edges.flatMap(({ to, reasons }) =>
        reasons.map(({ reference, words, confidence, partial }) => {
          const title = boxTitle(plan, to)
          return (
            <li
              key={`${reference} ${to}`}
              className={styles.wait}
              onKeyDown={event => {
                if (event.key !== 'Delete') return
                event.stopPropagation()
                drop(reference, event.currentTarget)
              }}
            >
              <div className={styles.words}>
                {confidence === 'external' ? (
                  <span>{title}</span>
                ) : (
                  <PlaceButton onClick={() => onSelect(to)}>{title}</PlaceButton>
                )}
                <span className={styles.quiet}>{meaning(words, confidence, partial)}</span>
              </div>
              <IconButton
                icon="close"
                size="small"
                label={`Remove “${words}”`}
                hint="Del"
                onClick={event => drop(reference, event.currentTarget)}
              />
              {confidence === 'guess' && (
                <Button
                  size="small"
                  className={styles.confirm ?? ''}
                  onClick={event => confirm(reference, to) && refocus(event.currentTarget)}
                >
                  Yes, that is meant
                </Button>
              )}
            </li>
          )
        }),
      )}
    </ul>
  )
}

function meaning(words: string, confidence: MapEdge['confidence'], partial: boolean): string {
  if (confidence === 'external') return 'not in this plan'
  const sure = { certain: 'certain', likely: 'likely', guess: 'a guess' }[confidence]
  return `“${words}”, ${sure}${partial ? ', a part is enough' : ''}`
}
