import type { NodeId } from '#plan/plan.ts'
import { readProgress, type Progress as Share } from '#plan/progress/progress.ts'
import { readWaves, type StreamReadiness } from '#plan/review/waves.ts'
import { pointingOf } from '#session/pointing.ts'
import { usePlan, useSession } from '#session/SessionContext.tsx'
import { strandLetter, strandOrders, streamTitle } from '#session/strands.ts'
import { LetterBadge } from '#ui/Badge.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PlaceButton } from '#ui/PlaceButton.tsx'
import { Progress } from '#ui/Progress.tsx'
import styles from './StartList.module.css'

/** How far the plan is, which streams can start now, and why the others wait. */
export function StartList({ onShowBoard }: { readonly onShowBoard: () => void }) {
  const plan = usePlan(now => now)
  const progress = readProgress(plan)
  const waves = readWaves(plan)
  if (waves.length === 0) return <EmptyState>There is no stream in this plan yet. Add one on the board.</EmptyState>
  const of = (state: StreamReadiness['state']) => waves.filter(each => each.state === state)
  const gates = plan.integrationPoints.length
  return (
    <>
      <div className={styles.progress}>
        <p>{progressWords(progress.plan)}</p>
        <Progress
          value={progress.plan.share}
          max={1}
          label="Progress of the plan"
          valueText={progressWords(progress.plan)}
        />
        {gates > 0 && (
          <p className={styles.quiet}>
            {progress.passedGates.size} of {gates} {gates === 1 ? 'gate' : 'gates'} passed
          </p>
        )}
      </div>
      <Wave
        title="Can start or go on now"
        streams={of('ready')}
        empty="Nothing: every stream that is left waits."
        onShowBoard={onShowBoard}
      />
      <Wave title="Waiting" streams={of('waiting')} onShowBoard={onShowBoard} />
      <Wave title="Done" streams={of('done')} onShowBoard={onShowBoard} />
    </>
  )
}

interface WaveProps {
  readonly title: string
  readonly streams: readonly StreamReadiness[]
  readonly empty?: string
  readonly onShowBoard: () => void
}

function Wave({ title, streams, empty, onShowBoard }: WaveProps) {
  if (streams.length === 0 && empty === undefined) return null
  return (
    <section className={styles.wave} aria-label={title}>
      <h3 className={styles.title}>
        {title}
        <span className={styles.count}>{streams.length}</span>
      </h3>
      {streams.length === 0 && <p className={styles.quiet}>{empty}</p>}
      <ul className={styles.streams}>
        {streams.map(each => (
          <li key={each.stream} className={styles.stream}>
            <StreamLink id={each.stream} onShowBoard={onShowBoard} />
            {each.started && each.state !== 'done' && <span className={styles.quiet}> in progress</span>}
            {each.waitsFor.length + each.needs.length > 0 && (
              <ul className={styles.reasons}>
                {each.waitsFor.map(wait => (
                  <li key={wait.node}>{wait.partial ? `${wait.words}, of which a part is enough` : wait.words}</li>
                ))}
                {each.needs.map(({ reference, words }) => (
                  <li key={reference}>{words}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function StreamLink({ id, onShowBoard }: { readonly id: NodeId; readonly onShowBoard: () => void }) {
  const session = useSession()
  const node = usePlan(plan => plan.nodes.get(id))
  const order = usePlan(plan => strandOrders(plan.phases).get(id) ?? 0)
  if (node?.kind !== 'stream') return null
  const show = () => {
    onShowBoard()
    pointingOf(session).setState({ place: id })
  }
  return (
    <PlaceButton onClick={show} title="Show on the board">
      <LetterBadge letter={strandLetter(node)} order={order} size="small" />
      {node.name || streamTitle(node)}
    </PlaceButton>
  )
}

/** '23 of 120 tasks done, 19 % of the hours' */
export function progressWords({ done, total, share, by }: Share): string {
  const tasks = `${done} of ${total} ${total === 1 ? 'task' : 'tasks'} done`
  return by === 'hours' && total > 0 ? `${tasks}, ${Math.round(share * 100)} % of the hours` : tasks
}
