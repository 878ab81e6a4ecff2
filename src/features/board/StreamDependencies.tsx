import { lazy, Suspense } from 'react'
import type { Stream } from '#plan/plan.ts'
import { classNames } from '#ui/classNames.ts'
import fact from './fact.module.css'
import { LazyPopover } from './LazyPopover.tsx'
import { referenceWords } from './referenceWords.ts'
import styles from './StreamDependencies.module.css'
import { confidenceWords, useStreamWaits, type Wait } from './streamWaits.ts'
import { WaitBadge } from './WaitBadge.tsx'

const DependencyEditor = lazy(() =>
  import('./DependencyEditor.tsx').then(module => ({ default: module.DependencyEditor })),
)

/** What the stream waits for: badges of strands, and words for what is no strand of this plan. */
export function StreamDependencies({ stream }: { readonly stream: Stream }) {
  const waits = useStreamWaits(stream.id)
  const words = new Map(stream.dependencies.map(reference => [reference.id, referenceWords(reference)]))
  return (
    <LazyPopover
      label="Dependencies"
      button={
        waits.length === 0 ? (
          'no dependencies'
        ) : (
          <span className={styles.waits} aria-hidden="true">
            waits for
            {waits.map(wait =>
              wait.strand ? (
                <WaitBadge key={wait.key} wait={wait} title={waitWords(wait, words.get(wait.reference) ?? '')} />
              ) : (
                <span key={wait.key} className={styles.words}>
                  {wait.target ?? words.get(wait.reference)}
                </span>
              ),
            )}
          </span>
        )
      }
      buttonProps={{
        className: classNames(fact.fact, waits.length === 0 && fact.unknown),
        'aria-label': `Dependencies: ${spokenWaits(waits, words)}`,
      }}
    >
      {() => (
        <Suspense>
          <DependencyEditor stream={stream} />
        </Suspense>
      )}
    </LazyPopover>
  )
}

function waitWords(wait: Wait, words: string): string {
  if (wait.target === null) return `"${words}", ${confidenceWords.external}`
  return `"${words}": ${wait.partial ? 'a part of ' : ''}${wait.target}, ${confidenceWords[wait.confidence]}`
}

function spokenWaits(waits: readonly Wait[], words: ReadonlyMap<number, string>): string {
  return waits.map(wait => waitWords(wait, words.get(wait.reference) ?? '')).join('; ') || 'none'
}
