import type { NodeId } from '#plan/plan.ts'
import { usePlan } from '#session/SessionContext.tsx'
import { PlaceButton } from '#ui/PlaceButton.tsx'
import styles from './MapTable.module.css'
import { boxTitle, factWords, type NodeFacts } from './mapFacts.ts'
import { type MapEdge, type MapGraph, waitingFor } from './mapGraph.ts'

interface MapTableProps {
  readonly graph: MapGraph
  readonly facts: ReadonlyMap<NodeId, NodeFacts>
  readonly onSelect: (id: NodeId) => void
}

/** All that the map says, as rows. */
export function MapTable({ graph, facts, onSelect }: MapTableProps) {
  const plan = usePlan(now => now)
  const rows = graph.nodes.filter(({ kind }) => kind !== 'external')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take focus to be scrolled with keys
    <section className={styles.scroller} aria-label="The map as a table" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Stream or gate</th>
            <th scope="col">Phase</th>
            <th scope="col">Hours and slack</th>
            <th scope="col">Waits for</th>
            <th scope="col">Blocks</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, phase, kind }) => {
            const own = facts.get(id)
            const gathered = graph.gathers.filter(({ gate }) => gate === id).map(({ stream }) => boxTitle(plan, stream))
            const waits = [
              ...graph.edges.filter(({ from }) => from === id).map(edge => waitTitle(edge, boxTitle(plan, edge.to))),
              ...gathered,
            ]
            const blocks = waitingFor(graph, id).map(waiting => boxTitle(plan, waiting))
            return (
              <tr key={id} data-map-row={id}>
                <th scope="row">
                  <PlaceButton onClick={() => onSelect(id)} isStrong>
                    {kind === 'gate' ? `Gate: ${boxTitle(plan, id)}` : boxTitle(plan, id)}
                  </PlaceButton>
                </th>
                <td>{phaseWords(plan.nodes.get(phase ?? (0 as NodeId)))}</td>
                <td>{own ? factWords(own) : ''}</td>
                <td>{waits.join('; ')}</td>
                <td>{blocks.join('; ')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function waitTitle({ confidence, partial }: MapEdge, title: string): string {
  const notes = [
    { certain: '', likely: 'likely', guess: 'a guess', external: 'from outside' }[confidence],
    partial ? 'a part is enough' : '',
  ].filter(Boolean)
  return notes.length > 0 ? `${title} (${notes.join(', ')})` : title
}

function phaseWords(node: ReturnType<Parameters<Parameters<typeof usePlan>[0]>[0]['nodes']['get']>): string {
  if (node?.kind !== 'phase') return 'At the end'
  return [node.number === null ? '' : node.number, node.name].filter(Boolean).join(' ')
}
