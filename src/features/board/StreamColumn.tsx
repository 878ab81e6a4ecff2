import { type CSSProperties, memo } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { useStream } from '#session/SessionContext.tsx'
import { streamTitle, useStrandOrder } from '#session/strands.ts'
import { strandProps } from '#ui/strandProps.ts'
import { AddTask } from './AddTask.tsx'
import { matchesFilter } from './boardFilter.ts'
import { useBoardFilter } from './boardFilterStore.ts'
import { CardList } from './CardList.tsx'
import { LongCardList } from './LongCardList.tsx'
import styles from './StreamColumn.module.css'
import { StreamHeader } from './StreamHeader.tsx'

/** A column with more cards than this scrolls by itself and renders only what is seen. */
const longFrom = 40

export const StreamColumn = memo(function StreamColumn({ id }: { readonly id: NodeId }) {
  const stream = useStream(id)
  const order = useStrandOrder(id)
  const filter = useBoardFilter()
  if (!stream) return null
  const { tasks } = stream
  const shown = filter ? tasks.filter(task => matchesFilter(task, filter)) : tasks
  const List = shown.length > longFrom ? LongCardList : CardList
  return (
    <section
      {...strandProps(order, cardCount(shown.length))}
      className={styles.column}
      aria-label={`Stream ${streamTitle(stream)}`}
      data-column={id}
    >
      <div className={styles.head} data-stream-handle={id}>
        <StreamHeader id={id} />
      </div>
      <List stream={id} tasks={shown} label={`Tasks of ${streamTitle(stream)}`} />
      {filter && shown.length < tasks.length && (
        <p className={styles.hidden}>{hiddenWords(tasks.length - shown.length)}</p>
      )}
      <div className={styles.foot}>
        <AddTask place={{ in: id }} />
      </div>
    </section>
  )
})

function cardCount(count: number): CSSProperties {
  return { '--cards': count } as CSSProperties
}

function hiddenWords(count: number): string {
  return count === 1 ? '1 task hidden by the filter' : `${count} tasks hidden by the filter`
}
