import { useEffect, useRef, useState } from 'react'
import { wordsToName } from '#plan/dependencies/wordsToName.ts'
import { addDependency } from '#plan/edit/addDependency.ts'
import { removeDependency } from '#plan/edit/removeDependency.ts'
import { replaceDependency } from '#plan/edit/replaceDependency.ts'
import type { NodeId, Reference, Stream } from '#plan/plan.ts'
import type { RunResult } from '#session/planSession.ts'
import { usePlan, useRun } from '#session/SessionContext.tsx'
import { strandOrders } from '#session/strands.ts'
import { IconButton } from '#ui/IconButton.tsx'
import styles from './DependencyEditor.module.css'
import { focusFirstInput } from './focusFirst.ts'
import { referenceWords } from './referenceWords.ts'
import { StreamPicker } from './StreamPicker.tsx'
import { confidenceWords, useStreamWaits, type Wait } from './streamWaits.ts'
import { WaitBadge } from './WaitBadge.tsx'

/** The references of a stream, each with what it means; and a picker that adds one or puts another in its place. */
export function DependencyEditor({ stream }: { readonly stream: Stream }) {
  const run = useRun()
  const phases = usePlan(plan => plan.phases)
  const waits = useStreamWaits(stream.id)
  const [replacing, setReplacing] = useState<NodeId | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const replaced = stream.dependencies.find(reference => reference.id === replacing)

  const orders = strandOrders(phases)
  const waitedFor = new Set(waits.map(wait => wait.strand?.order))

  const picker = useRef<HTMLDivElement>(null)
  const startsEmpty = useRef(stream.dependencies.length === 0)
  useEffect(() => {
    if (startsEmpty.current) focusFirstInput(picker.current)
  }, [])

  const show = (result: RunResult) => {
    setProblem(result.ok ? null : result.refusal.message)
    if (!result.ok) return
    setReplacing(null)
    focusFirstInput(picker.current)
  }
  const put = (words: string) =>
    show(replaced ? run(replaceDependency, replaced.id, words) : run(addDependency, stream.id, words))

  return (
    <div className={styles.editor}>
      {stream.dependencies.length > 0 && (
        <ul className={styles.references}>
          {stream.dependencies.map(reference => (
            <ReferenceRow
              key={reference.id}
              reference={reference}
              waits={waits.filter(wait => wait.reference === reference.id)}
              replacing={reference.id === replacing}
              onReplace={() => {
                setReplacing(reference.id === replacing ? null : reference.id)
                focusFirstInput(picker.current)
              }}
              onRemove={() => show(run(removeDependency, reference.id))}
            />
          ))}
        </ul>
      )}
      <div className={styles.add} ref={picker}>
        <p className={styles.ask}>{replaced ? `Instead of “${referenceWords(replaced)}”` : 'Wait for'}</p>
        <StreamPicker
          label={replaced ? 'Put in its place' : 'Add a dependency'}
          without={stream.id}
          noteOf={id => (waitedFor.has(orders.get(id)) ? 'already' : undefined)}
          onPick={id => put(wordsToName(phases, id, stream.id))}
          onWords={put}
        />
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  )
}

interface ReferenceRowProps {
  readonly reference: Reference
  readonly waits: readonly Wait[]
  readonly replacing: boolean
  readonly onReplace: () => void
  readonly onRemove: () => void
}

function ReferenceRow({ reference, waits, replacing, onReplace, onRemove }: ReferenceRowProps) {
  const words = referenceWords(reference)
  return (
    <li className={styles.reference} data-replacing={replacing || undefined}>
      <div className={styles.words}>
        <p>{words}</p>
        {waits.map(wait => (
          <p key={wait.key} className={styles.meaning}>
            <WaitBadge wait={wait} />
            <span>{meaning(wait)}</span>
          </p>
        ))}
        {waits.length === 0 && <p className={styles.meaning}>Waits for nothing.</p>}
      </div>
      <IconButton icon="edit" size="small" label={`Replace “${words}”`} aria-pressed={replacing} onClick={onReplace} />
      <IconButton icon="close" size="small" label={`Remove “${words}”`} onClick={onRemove} />
    </li>
  )
}

function meaning({ target, confidence, partial }: Wait): string {
  if (target === null) return 'Not in this plan'
  return `${partial ? 'Part of ' : ''}${target}, ${confidenceWords[confidence]}`
}
