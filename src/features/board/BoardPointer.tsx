import { type RefObject, useEffect } from 'react'
import { useStore } from 'zustand'
import type { NodeId, Plan } from '#plan/plan.ts'
import { pointingOf } from '#session/pointing.ts'
import { useSession } from '#session/SessionContext.tsx'
import { useBoardStore } from './boardContext.ts'
import type { CardDrag } from './cardDrag.ts'
import { focusCard } from './cardFocus.ts'
import { streamOf } from './siblings.ts'

/** Ms that a place is marked after it was pointed at. */
const marked = 2_000

interface BoardPointerProps {
  readonly board: RefObject<HTMLElement | null>
  readonly drag: CardDrag
}

/** Scrolls to what another part of the screen points at, gives it the focus, and marks it for a moment. */
export function BoardPointer({ board, drag }: BoardPointerProps) {
  const session = useSession()
  const store = useBoardStore()
  const pointing = pointingOf(session)
  const place = useStore(pointing, state => state.place)
  useEffect(() => {
    if (place === null) return
    pointing.setState({ place: null })
    const { plan } = session.state.getState()
    const band = bandOf(place, plan)
    if (band !== null && band !== place) store.setState({ openBand: band })
    // A checklist that opens for it is there in the next frame.
    requestAnimationFrame(() => {
      store.setState({ openBand: null })
      if (!board.current) return
      if (plan.nodes.get(place)?.kind === 'task') focusCard(place, board.current, plan, drag.columns)
      else focusHead(place, board.current)
      requestAnimationFrame(mark)
    })
  }, [place, session, store, pointing, board, drag])
  return null
}

/** The gate, or the criteria, in whose checklist an item stands. */
function bandOf(id: NodeId, plan: Plan): NodeId | 'criteria' | null {
  for (let at: NodeId | undefined = id; at !== undefined; at = plan.parents.get(at)) {
    if (plan.nodes.get(at)?.kind === 'integrationPoint') return at
  }
  return plan.nodes.get(id)?.kind === 'task' && !streamOf(plan, id) ? 'criteria' : null
}

function focusHead(id: NodeId, board: HTMLElement): void {
  const element = board.querySelector<HTMLElement>(
    `[data-column="${id}"] header, [data-band="${id}"], section:has(> [data-lane="${id}"]) header`,
  )
  element?.scrollIntoView({ block: 'center', inline: 'center' })
  element?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
}

/** The card, column, gate or phase that has the focus now. */
function mark(): void {
  const element = document.activeElement?.closest<HTMLElement>('[data-task-id], [data-check], header, [data-band]')
  if (!element?.closest('[data-board]')) return
  element.toggleAttribute('data-pointed-at', true)
  setTimeout(() => element.removeAttribute('data-pointed-at'), marked)
}
