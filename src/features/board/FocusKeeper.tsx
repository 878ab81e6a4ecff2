import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { NodeId, Plan } from '#plan/plan.ts'
import { usePlan, useSession } from '#session/SessionContext.tsx'
import { useBoard, useBoardStore } from './boardContext.ts'
import type { CardDrag } from './cardDrag.ts'
import { cardsInOrder, focusCard, focusedCard } from './cardFocus.ts'
import { siblingsOf, streamOf } from './siblings.ts'

interface FocusKeeperProps {
  readonly board: RefObject<HTMLElement | null>
  readonly drag: CardDrag
}

/**
 * Focus stays with its card through every change: a move takes the card's element away with the focus in it, and an
 * undo or another tab does so unasked. Before the page follows the plan this notes who has the focus, and afterwards
 * gives it back: to the card, to the next one when the card is gone, or to where the column's first is added.
 */
export function FocusKeeper({ board, drag }: FocusKeeperProps) {
  const session = useSession()
  const store = useBoardStore()
  const plan = usePlan(now => now)
  const revealed = useBoard(state => state.reveal)
  const heirs = useRef<readonly NodeId[]>([])
  const place = useRef<string | null>(null)
  const stream = useRef<NodeId | null>(null)

  useEffect(
    () =>
      session.state.subscribe((now, before) => {
        if (now.plan === before.plan || !board.current) return
        const id = focusedCard(board.current)
        if (id === null) return
        heirs.current = [id, ...neighbours(id, before.plan, drag)]
        place.current = placeIn(id, before.plan)
        stream.current = streamOf(before.plan, id)?.id ?? null
      }),
    [session, drag, board],
  )

  useLayoutEffect(() => {
    const [id, ...others] = heirs.current
    heirs.current = []
    if (!board.current || id === undefined) return
    const isLost = document.activeElement === document.body || document.activeElement === null
    const isCarriedOff = focusedCard(board.current) === id && placeIn(id, plan) !== place.current
    if (!isLost && !isCarriedOff) return
    const heir = [id, ...others].find(each => isShown(each, plan, drag))
    if (heir !== undefined) focusCard(heir, board.current, plan, drag.columns)
    else if (stream.current !== null) lastButton(drag.columns.get(stream.current)?.element)?.focus()
  }, [plan, drag, board])

  useLayoutEffect(() => {
    if (revealed === null || !board.current) return
    focusCard(revealed, board.current, session.state.getState().plan, drag.columns)
    store.setState({ reveal: null })
  }, [revealed, session, store, drag, board])

  return null
}

/** "Add task", in a column without cards. */
function lastButton(column: HTMLElement | undefined): HTMLElement | undefined {
  return [...(column?.querySelectorAll('button') ?? [])].at(-1)
}

/** The cards of its column from nearest below to farthest above. */
function neighbours(id: NodeId, plan: Plan, { columns }: CardDrag): readonly NodeId[] {
  const stream = streamOf(plan, id)
  const column = stream && columns.get(stream.id)
  if (!column) return []
  const cards = cardsInOrder(column, plan)
  const at = cards.indexOf(id)
  return [...cards.slice(at + 1), ...cards.slice(0, Math.max(at, 0)).reverse()]
}

/** Which list a card lies in, and where; what it says matters only when it changes. */
function placeIn(id: NodeId, plan: Plan): string {
  const siblings = siblingsOf(plan, id)
  return `${plan.parents.get(id)}:${siblings?.before.length}`
}

function isShown(id: NodeId, plan: Plan, { columns }: CardDrag): boolean {
  const stream = streamOf(plan, id)
  const column = stream && columns.get(stream.id)
  return column ? cardsInOrder(column, plan).includes(id) : false
}
