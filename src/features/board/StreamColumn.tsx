import { useDroppable } from '@dnd-kit/core'
import { memo, type ReactNode, useCallback } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { useStream } from '#session/SessionContext.tsx'
import { strandProps } from '#ui/strandProps.ts'
import { AddTask } from './AddTask.tsx'
import { matchesFilter } from './boardFilter.ts'
import { useBoardFilter } from './boardFilterStore.ts'
import { CardList } from './CardList.tsx'
import { LongCardList } from './LongCardList.tsx'
import styles from './StreamColumn.module.css'
import { StreamHeader } from './StreamHeader.tsx'
import { streamTitle, useStrandOrder } from './strands.ts'

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
    <DropColumn id={id} order={order} label={`Stream ${streamTitle(stream)}`}>
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
    </DropColumn>
  )
})

interface DropColumnProps {
  readonly id: NodeId
  readonly order: number
  readonly label: string
  readonly children: ReactNode
}

/** The droppable apart from what is in it: it renders when a drag starts and ends, its children do not. */
function DropColumn({ id, order, label, children }: DropColumnProps) {
  const { setNodeRef } = useDroppable({ id })
  const ref = useCallback((node: HTMLElement | null) => setNodeRef(node), [setNodeRef])
  return (
    <section ref={ref} {...strandProps(order)} className={styles.column} aria-label={label} data-column={id}>
      {children}
    </section>
  )
}

function hiddenWords(count: number): string {
  return count === 1 ? '1 task hidden by the filter' : `${count} tasks hidden by the filter`
}
