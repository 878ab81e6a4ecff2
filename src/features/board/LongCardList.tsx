import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { Task } from '#plan/plan.ts'
import type { CardListProps } from './CardList.tsx'
import { cardIdOf } from './dragGeometry.ts'
import { cardKeysId } from './KeyHints.tsx'
import styles from './StreamColumn.module.css'
import { TaskCard } from './TaskCard.tsx'
import { useColumnHandle } from './useColumnHandle.ts'
import { useTabStop } from './useTabStop.ts'

/** The cards of a long column, which scrolls by itself: only those in sight are rendered. */
export function LongCardList({ stream, tasks, label }: CardListProps) {
  const view = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement | null>(null)
  const tabStop = useTabStop(list)
  const virtualizer = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => view.current,
    getItemKey: index => tasks[index]?.id ?? index,
    estimateSize: index => estimatedHeight(tasks[index]),
    gap: 6,
    overscan: 4,
    initialRect: { width: 272, height: 640 },
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
    rangeExtractor: range => {
      // The focused card, which is also the one that is dragged, stays: a touch ends with the element it began on.
      const stop = list.current?.querySelector('[data-task-id][tabindex="0"]')?.closest('[data-index]')
      const kept = tasks.findIndex(task => task.id === cardIdOf(stop?.querySelector('[data-task-id]')))
      const shown = defaultRangeExtractor(range)
      return kept < 0 || shown.includes(kept) ? shown : [...shown, kept].sort((one, other) => one - other)
    },
  })
  useColumnHandle(stream, list, tasks, {
    view: () => view.current,
    extents: () => virtualizer.measurementsCache,
    reveal: index => virtualizer.scrollToIndex(index),
  })
  return (
    <div ref={view} className={styles.view}>
      <ul
        ref={node => {
          list.current = node
          virtualizer.containerRef(node)
        }}
        className={styles.longList}
        aria-label={label}
        aria-describedby={cardKeysId}
        {...tabStop}
      >
        {virtualizer.getVirtualItems().map(({ key, index }) => {
          const task = tasks[index]
          return (
            task && (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-posinset={index + 1}
                aria-setsize={tasks.length}
              >
                <TaskCard id={task.id} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

/** px of a card before it was measured: its lines, its padding, its notes, and what is nested in it. */
function estimatedHeight(task: Task | undefined): number {
  if (!task) return 0
  const lines = Math.max(1, Math.ceil((task.text.length + (task.key?.length ?? 0)) / 31))
  const nested = task.children.reduce((sum, child) => sum + estimatedHeight(child) - 8, 0)
  return 18 * lines + 18 + (task.notes === null ? 0 : 24) + nested
}
