import { useRef } from 'react'
import type { NodeId, Task } from '#plan/plan.ts'
import { extentsOf } from './dragGeometry.ts'
import { cardKeysId } from './KeyHints.tsx'
import styles from './StreamColumn.module.css'
import { TaskCard } from './TaskCard.tsx'
import { useColumnHandle } from './useColumnHandle.ts'
import { useTabStop } from './useTabStop.ts'

export interface CardListProps {
  readonly stream: NodeId
  readonly tasks: readonly Task[]
  readonly label: string
}

/** The cards of a column that grows with them. */
export function CardList({ stream, tasks, label }: CardListProps) {
  const list = useRef<HTMLUListElement>(null)
  const tabStop = useTabStop(list)
  useColumnHandle(stream, list, tasks, {
    view: () => null,
    extents: () => (list.current ? extentsOf(list.current) : []),
    reveal: index => list.current?.children[index]?.scrollIntoView({ block: 'nearest' }),
  })
  return (
    <ul ref={list} className={styles.list} aria-label={label} aria-describedby={cardKeysId} {...tabStop}>
      {tasks.map(task => (
        <li key={task.id}>
          <TaskCard id={task.id} />
        </li>
      ))}
    </ul>
  )
}
