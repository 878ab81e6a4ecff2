import type { Plan } from '#plan/plan.ts'
import type { PlanSession } from '#session/planSession.ts'
import type { Point } from './boardStore.ts'
import { scrollFirst } from './dragScroll.ts'

interface DragInput {
  readonly session: PlanSession
  readonly board: HTMLElement
  /** The pointer has moved; without it the pointer is not listened to. */
  readonly onPoint: ((at: Point) => void) | null
  /** What a wheel scrolls: what is carried lies between the pointer and the board. */
  readonly wheelScrolls: () => readonly HTMLElement[]
  /** Something was scrolled or resized: what lies where has changed. */
  readonly onShift: () => void
  readonly onPlan: (plan: Plan) => void
}

/** Listens to all that a drag depends on; returns how to stop. */
export function listenWhileCarrying({ session, board, onPoint, wheelScrolls, onShift, onPlan }: DragInput): () => void {
  const stop = new AbortController()
  const passive = { signal: stop.signal, passive: true, capture: true }
  if (onPoint) {
    window.addEventListener('pointermove', ({ clientX, clientY }) => onPoint({ x: clientX, y: clientY }), passive)
    window.addEventListener(
      'touchmove',
      ({ touches: [touch] }) => touch && onPoint({ x: touch.clientX, y: touch.clientY }),
      passive,
    )
  }
  window.addEventListener('wheel', ({ deltaX, deltaY }) => scrollFirst(wheelScrolls(), deltaX, deltaY), passive)
  board.addEventListener('scroll', onShift, passive)
  window.addEventListener('resize', onShift, passive)
  const unsubscribe = session.state.subscribe((now, before) => {
    if (now.plan !== before.plan) onPlan(now.plan)
  })
  return () => {
    stop.abort()
    unsubscribe()
  }
}
