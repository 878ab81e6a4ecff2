import { lazy } from 'react'
import type { NodeId, Stream } from '#plan/plan.ts'
import { classNames } from '#ui/classNames.ts'
import fact from './fact.module.css'
import { LazyPopover } from './LazyPopover.tsx'
import { referenceWords } from './referenceWords.ts'
import styles from './StreamDependencies.module.css'
import { mergeWaits, useStreamWaits, type Wait, waitWords } from './streamWaits.ts'
import { WaitBadge } from './WaitBadge.tsx'

const DependencyEditor = lazy(() =>
  import('./DependencyEditor.tsx').then(module => ({ default: module.DependencyEditor })),
)

/** What the stream waits for: one badge for each strand, and words for what is no strand of this plan. */
export function StreamDependencies({ stream }: { readonly stream: Stream }) {
  const waits = useStreamWaits(stream.id)
  const words = new Map(stream.dependencies.map(reference => [reference.id, referenceWords(reference)]))
  const wordsOf = (id: NodeId) => words.get(id) ?? ''
  const said = waits.map(wait => waitWords(wait, wordsOf(wait.reference)))
  return (
    <LazyPopover
      label="Dependencies"
      button={waits.length === 0 ? 'no dependencies' : <Waits waits={waits} wordsOf={wordsOf} />}
      buttonProps={{
        className: classNames(fact.fact, fact.wide, waits.length === 0 && fact.unknown),
        'aria-label': `Dependencies: ${said.join('; ') || 'none'}`,
        title: ['Edit dependencies', ...said].join('\n'),
      }}
    >
      {() => <DependencyEditor stream={stream} />}
    </LazyPopover>
  )
}

interface WaitsProps {
  readonly waits: readonly Wait[]
  readonly wordsOf: (reference: NodeId) => string
}

function Waits({ waits, wordsOf }: WaitsProps) {
  return (
    <span className={styles.waits} aria-hidden="true">
      waits for
      {mergeWaits(waits).map(wait =>
        wait.strand ? (
          <WaitBadge key={wait.key} wait={wait} />
        ) : (
          <span key={wait.key} className={styles.words}>
            {wait.target ?? wordsOf(wait.reference)}
          </span>
        ),
      )}
    </span>
  )
}
