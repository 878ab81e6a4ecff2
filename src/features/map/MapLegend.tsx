import styles from './MapLegend.module.css'
import type { MapGraph } from './mapGraph.ts'

/** What the lines mean; only those that are on the map. */
export function MapLegend({ graph }: { readonly graph: MapGraph }) {
  const { edges } = graph
  const entries = [
    { kind: 'certain', label: 'waits for', isThere: edges.length > 0 },
    {
      kind: 'likely',
      label: 'likely',
      isThere: edges.some(({ confidence, partial }) => confidence === 'likely' && !partial),
    },
    { kind: 'partial', label: 'a part is enough', isThere: edges.some(({ partial }) => partial) },
    { kind: 'guess', label: 'a guess', isThere: edges.some(({ confidence }) => confidence === 'guess') },
    { kind: 'critical', label: 'critical path', isThere: true },
  ]
  return (
    <ul className={styles.legend} aria-label="What the lines mean">
      {entries.flatMap(({ kind, label, isThere }) =>
        isThere ? (
          <li key={kind} className={styles.entry}>
            <svg width="28" height="8" viewBox="0 0 28 8" aria-hidden="true" className={styles.line} data-kind={kind}>
              <path d="M1 4h26" />
            </svg>
            {label}
          </li>
        ) : (
          []
        ),
      )}
    </ul>
  )
}
