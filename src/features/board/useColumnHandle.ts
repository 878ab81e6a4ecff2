import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { NodeId, Task } from '#plan/plan.ts'
import { useCardDrag } from './cardDragContext.ts'
import type { ColumnHandle } from './dragGeometry.ts'

interface ColumnParts {
  readonly view: () => HTMLElement | null
  readonly extents: ColumnHandle['extents']
  readonly reveal: ColumnHandle['reveal']
}

/** Tells the drag, and the keys that walk from card to card, about a column for as long as it is there. */
export function useColumnHandle(
  stream: NodeId,
  list: RefObject<HTMLElement | null>,
  tasks: readonly Task[],
  parts: ColumnParts,
): void {
  const drag = useCardDrag()
  const latest = useRef({ tasks, parts })
  useLayoutEffect(() => {
    latest.current = { tasks, parts }
  })
  useLayoutEffect(() => {
    const element = list.current?.closest<HTMLElement>('[data-column]')
    if (!list.current || !element) return
    return drag.addColumn(stream, {
      element,
      list: list.current,
      lane: element.closest<HTMLElement>('[data-lane]'),
      get view() {
        return latest.current.parts.view()
      },
      ids: () => latest.current.tasks.map(task => task.id),
      extents: () => latest.current.parts.extents(),
      reveal: index => latest.current.parts.reveal(index),
    })
  }, [drag, stream, list])
}
