import { DndContext, DragOverlay, type DragStartEvent, useDraggable, useDroppable } from '@dnd-kit/core'
import { type RefObject, useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { NodeId } from '#plan/plan.ts'
import { usePlan } from '#session/SessionContext.tsx'
import styles from './BoardDnd.module.css'
import type { Point } from './boardStore.ts'
import type { CardDrag } from './cardDrag.ts'
import { cardIdOf } from './dragGeometry.ts'
import { pressed, useDragSensors } from './dragSensors.ts'
import type { StreamDrag } from './streamDrag.ts'

/** What the board's element calls when it is pressed. */
export type Presses = ReturnType<typeof useDraggable>['listeners']

/** A picture of what is carried; `null` when nothing is. */
export interface Carrying {
  readonly picture: HTMLElement | null
}

interface BoardDndProps {
  readonly drag: CardDrag
  readonly streamDrag: StreamDrag
  readonly carrying: StoreApi<Carrying>
  readonly presses: RefObject<Presses>
}

/**
 * dnd-kit's part: one draggable for the whole board, the columns as droppables, and the overlay. It stands beside the
 * columns and not around them, because a context whose value changes with every pointer move makes React walk through
 * everything below it: 7 ms a move with 1,800 cards.
 */
export function BoardDnd({ drag, streamDrag, carrying, presses }: BoardDndProps) {
  const sensors = useDragSensors()
  const { picture } = useStore(carrying)

  const start = ({ activatorEvent }: DragStartEvent) => {
    const element = pressed(activatorEvent.target)
    if (!element) return
    const copy = pictureOf(element)
    const at = pointOf(activatorEvent)
    const card = cardIdOf(element)
    const isLifted =
      card === null
        ? streamDrag.lift(Number(element.dataset.streamHandle) as NodeId, at)
        : drag.lift(card, 'pointer', at)
    if (isLifted) carrying.setState({ picture: copy })
  }
  const end = (how: 'drop' | 'cancel') => {
    carrying.setState({ picture: null })
    drag[how]()
    streamDrag[how]()
  }

  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      accessibility={silent}
      collisionDetection={() => {
        const id = drag.target()
        return id === null ? [] : [{ id }]
      }}
      onDragStart={start}
      onDragEnd={() => end('drop')}
      onDragCancel={() => end('cancel')}
    >
      <Draggable presses={presses} />
      <Droppables columns={drag.columns} />
      <DragOverlay dropAnimation={null} className={styles.overlay ?? ''}>
        {picture && <div ref={node => node?.replaceChildren(picture)} className={styles.lifted} inert />}
      </DragOverlay>
    </DndContext>
  )
}

/** The one draggable. Which element it is, the sensors say with each press. */
function Draggable({ presses }: Pick<BoardDndProps, 'presses'>) {
  const { listeners } = useDraggable({ id: 'board' })
  useLayoutEffect(() => {
    presses.current = listeners
  }, [presses, listeners])
  return null
}

function Droppables({ columns }: Pick<CardDrag, 'columns'>) {
  const phases = usePlan(plan => plan.phases)
  return phases.flatMap(phase =>
    phase.streams.map(({ id }) => <Droppable key={id} id={id} element={() => columns.get(id)?.element ?? null} />),
  )
}

function Droppable({ id, element }: { readonly id: NodeId; readonly element: () => HTMLElement | null }) {
  const { setNodeRef } = useDroppable({ id })
  useLayoutEffect(() => setNodeRef(element()))
  return null
}

/** The board speaks for itself (dragWords), about cards and not about "draggables". */
const silent = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
  restoreFocus: false,
}

function pointOf(event: Event): Point {
  const { clientX, clientY } =
    'touches' in event
      ? ((event as TouchEvent).touches[0] ?? { clientX: 0, clientY: 0 })
      : (event as globalThis.MouseEvent)
  return { x: clientX, y: clientY }
}

/** What is carried is a picture: nothing of it renders, and nothing finds it by its id. */
function pictureOf(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement
  for (const part of [copy, ...copy.querySelectorAll('[data-task-id], [id]')]) {
    part.removeAttribute('data-task-id')
    part.removeAttribute('id')
  }
  return copy
}
