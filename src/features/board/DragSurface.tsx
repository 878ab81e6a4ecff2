import { type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import { useSession } from '#session/SessionContext.tsx'
import styles from './Board.module.css'
import { BoardDnd, type Carrying, type Presses } from './BoardDnd.tsx'
import { BoardPointer } from './BoardPointer.tsx'
import { useBoardStore } from './boardContext.ts'
import { createCardDrag } from './cardDrag.ts'
import { CardDragContext } from './cardDragContext.ts'
import { cardIdOf } from './dragGeometry.ts'
import { EffectNote } from './EffectNote.tsx'
import { FocusKeeper } from './FocusKeeper.tsx'
import { createStreamDrag } from './streamDrag.ts'
import { useCardKeys } from './useCardKeys.ts'
import { useEdit } from './useEdit.ts'
import { createStreamEffect } from './useStreamEffect.ts'

interface DragSurfaceProps {
  /** Stays above what scrolls. */
  readonly head: ReactNode
  readonly children: ReactNode
}

/** The board's element: presses, keys and menus of everything on it arrive here. */
export function DragSurface({ head, children }: DragSurfaceProps) {
  const { drag, streamDrag, carrying } = useDrags()
  const store = useBoardStore()
  const onKeyDown = useCardKeys(drag)
  const presses = useRef<Presses>(undefined)
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
    <CardDragContext value={drag}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it stands for the cards in it, which have the focus */}
      <div
        ref={board}
        className={styles.board}
        data-board=""
        onPointerDown={event => presses.current?.onPointerDown?.(event)}
        onTouchStart={event => presses.current?.onTouchStart?.(event)}
        onKeyDown={onKeyDown}
        onContextMenu={openMenu}
        onFocus={({ currentTarget, target }) => {
          const byKeyboard = cardIdOf(target) !== null && target.matches(':focus-visible')
          currentTarget.toggleAttribute('data-keys', byKeyboard)
        }}
        onBlur={event => {
          event.currentTarget.removeAttribute('data-keys')
          if (drag.carriedBy() === 'keyboard' && cardIdOf(event.target) !== null) drag.cancel(false)
        }}
      >
        {head}
        <div ref={scroller} className={styles.scroller}>
          {children}
        </div>
        <div ref={indicator} className={styles.indicator} hidden />
        <div ref={status} className={styles.status} role="status" aria-live="assertive" />
        <EffectNote />
        <FocusKeeper board={board} drag={drag} />
        <BoardPointer board={board} drag={drag} />
        <BoardDnd drag={drag} streamDrag={streamDrag} carrying={carrying} presses={presses} />
      </div>
    </CardDragContext>
  )
}

/** Made once for a board. */
function useDrags() {
  const session = useSession()
  const store = useBoardStore()
  const run = useEdit()
  const [drags] = useState(() => {
    const carrying = createStore<Carrying>(() => ({ picture: null }))
    const world = { session, run, onVanish: () => carrying.setState({ picture: null }) }
    return {
      carrying,
      drag: createCardDrag({ ...world, reveal: id => store.setState({ reveal: id }) }),
      streamDrag: createStreamDrag({ ...world, effect: createStreamEffect(session, store) }),
    }
  })
  return drags
}
