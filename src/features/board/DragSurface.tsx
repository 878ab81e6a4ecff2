import { DndContext, DragOverlay, type DragStartEvent, useDraggable } from '@dnd-kit/core'
import { type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { NodeId } from '#plan/plan.ts'
import { useSession } from '#session/SessionContext.tsx'
import styles from './Board.module.css'
import { useBoardStore } from './boardContext.ts'
import type { Point } from './boardStore.ts'
import { type CardDrag, createCardDrag } from './cardDrag.ts'
import { CardDragContext } from './cardDragContext.ts'
import { cardIdOf } from './dragGeometry.ts'
import { pressed, useDragSensors } from './dragSensors.ts'
import { FocusKeeper } from './FocusKeeper.tsx'
import { createStreamDrag, type StreamDrag } from './streamDrag.ts'
import { useCardKeys } from './useCardKeys.ts'
import { useEdit } from './useEdit.ts'

interface DragSurfaceProps {
  /** Stays above what scrolls. */
  readonly head: ReactNode
  readonly children: ReactNode
}

/**
 * Everything that is dragged on the board, with one draggable for all of it: the sensors find what was pressed, and
 * `CardDrag` says where it would lie. While something moves only the overlay renders; the children never do.
 */
export function DragSurface({ head, children }: DragSurfaceProps) {
  const session = useSession()
  const store = useBoardStore()
  const run = useEdit()
  const [lifted, setLifted] = useState<HTMLElement | null>(null)
  const [{ drag, streamDrag }] = useState(() => {
    const world = { session, run, onVanish: () => setLifted(null) }
    return {
      drag: createCardDrag({ ...world, reveal: id => store.setState({ reveal: id }) }),
      streamDrag: createStreamDrag(world),
    }
  })
  const sensors = useDragSensors()

  const start = ({ activatorEvent }: DragStartEvent) => {
    const element = pressed(activatorEvent.target)
    if (!element) return
    const copy = copyOf(element)
    const at = pointOf(activatorEvent)
    const card = cardIdOf(element)
    const isLifted =
      card === null
        ? streamDrag.lift(Number(element.dataset.streamHandle) as NodeId, at)
        : drag.lift(card, 'pointer', at)
    if (isLifted) setLifted(copy)
  }
  const end = (how: 'drop' | 'cancel') => {
    setLifted(null)
    drag[how]()
    streamDrag[how]()
  }

  return (
    <CardDragContext value={drag}>
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
        <Surface drag={drag} streamDrag={streamDrag} head={head}>
          {children}
        </Surface>
        <DragOverlay dropAnimation={null} className={styles.overlay ?? ''}>
          {lifted && <div ref={node => node?.replaceChildren(lifted)} className={styles.lifted} inert />}
        </DragOverlay>
      </DndContext>
    </CardDragContext>
  )
}

interface SurfaceProps extends DragSurfaceProps {
  readonly drag: CardDrag
  readonly streamDrag: StreamDrag
}

function Surface({ drag, streamDrag, head, children }: SurfaceProps) {
  const { listeners } = useDraggable({ id: 'board' })
  const store = useBoardStore()
  const onKeyDown = useCardKeys(drag)
  const board = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const indicator = useRef<HTMLDivElement>(null)
  const status = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (!board.current || !scroller.current || !indicator.current || !status.current) return
    const parts = {
      board: board.current,
      scroller: scroller.current,
      indicator: indicator.current,
      status: status.current,
    }
    const unmounts = [drag.mount(parts), streamDrag.mount(parts)]
    return () => {
      for (const unmount of unmounts) unmount()
    }
  }, [drag, streamDrag])

  const openMenu = (event: MouseEvent<HTMLElement>) => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-task-id]') : null
    const id = cardIdOf(card)
    const typing = event.target instanceof Element && event.target.closest('textarea, [data-no-drag]')
    const byTouch = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch'
    if (!card || id === null || typing || byTouch) return
    event.preventDefault()
    store.setState({ overlay: { kind: 'menu', id, opener: card, at: { x: event.clientX, y: event.clientY } } })
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it stands for the cards in it, which have the focus
    <div
      ref={board}
      className={styles.board}
      data-board=""
      {...listeners}
      onKeyDown={onKeyDown}
      onContextMenu={openMenu}
      onBlur={event => {
        if (drag.carriedBy() === 'keyboard' && cardIdOf(event.target) !== null) drag.cancel(false)
      }}
    >
      {head}
      <div ref={scroller} className={styles.scroller}>
        {children}
      </div>
      <div ref={indicator} className={styles.indicator} hidden />
      <div ref={status} className={styles.status} role="status" aria-live="assertive" />
      <FocusKeeper board={board} drag={drag} />
    </div>
  )
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
      : (event as MouseEvent['nativeEvent'])
  return { x: clientX, y: clientY }
}

/** What is carried is a picture of the card: nothing of it renders, and nothing finds it by its id. */
function copyOf(card: HTMLElement): HTMLElement {
  const copy = card.cloneNode(true) as HTMLElement
  for (const part of [copy, ...copy.querySelectorAll('[data-task-id], [id]')]) {
    part.removeAttribute('data-task-id')
    part.removeAttribute('id')
  }
  return copy
}
