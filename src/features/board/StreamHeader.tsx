import { renameStream } from '#plan/edit/renameStream.ts'
import type { NodeId, Stream } from '#plan/plan.ts'
import { progressOfStream } from '#plan/progress/progress.ts'
import { useStream } from '#session/SessionContext.tsx'
import { strandLetter, streamTitle, useStrandOrder } from '#session/strands.ts'
import { countTasks } from '#session/summarisePlan.ts'
import { LetterBadge } from '#ui/Badge.tsx'
import { classNames } from '#ui/classNames.ts'
import { EditableText } from '#ui/EditableText.tsx'
import { Progress } from '#ui/Progress.tsx'
import { strandProps } from '#ui/strandProps.ts'
import { useEditing } from './boardContext.ts'
import { NodeMenu } from './CardMenu.tsx'
import editable from './editableName.module.css'
import { FindingMark } from './FindingMark.tsx'
import { StreamDependencies } from './StreamDependencies.tsx'
import { StreamEstimate } from './StreamEstimate.tsx'
import styles from './StreamHeader.module.css'
import { useEdit } from './useEdit.ts'

/** The head of a column: whose it is, how long it takes, what it waits for, how far it is. */
export function StreamHeader({ id }: { readonly id: NodeId }) {
  const stream = useStream(id)
  const order = useStrandOrder(id)
  if (!stream) return null
  return (
    <header {...strandProps(order)} className={styles.header}>
      <div className={styles.title}>
        <LetterBadge letter={strandLetter(stream)} order={order} />
        <StreamName stream={stream} />
        <FindingMark id={id} className={styles.mark} />
        <NodeMenu id={id} label={`Actions of ${streamTitle(stream)}`} className={styles.menu} />
      </div>
      <div className={styles.facts}>
        {!stream.implicit && <StreamEstimate stream={stream} />}
        {!stream.implicit && <StreamDependencies stream={stream} />}
        <StreamCount stream={stream} />
      </div>
      <StreamProgress stream={stream} />
    </header>
  )
}

function StreamName({ stream }: { readonly stream: Stream }) {
  const run = useEdit()
  const [editing, setEditing] = useEditing(stream.id)
  if (stream.implicit) return <h3 className={styles.name}>Tasks</h3>
  return (
    <h3 className={classNames(styles.name, editable.name)}>
      <EditableText
        value={stream.name}
        label="Stream name"
        placeholder="Unnamed stream"
        editing={editing}
        onEditingChange={setEditing}
        onCommit={name => run(renameStream, stream.id, name)}
      />
    </h3>
  )
}

function StreamCount({ stream }: { readonly stream: Stream }) {
  const { done, total } = countOf(stream)
  return <span className={styles.count}>{total === 0 ? 'No tasks' : `${done} of ${total}`}</span>
}

function StreamProgress({ stream }: { readonly stream: Stream }) {
  const { done, total, share } = progressOfStream(stream)
  return (
    <Progress
      value={share}
      max={1}
      label={`Progress of ${streamTitle(stream)}`}
      valueText={`${done} of ${total} tasks`}
    />
  )
}

function countOf(stream: Stream) {
  const count = { done: 0, total: 0 }
  countTasks(stream.tasks, count)
  return count
}
