import { useState } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import { moveStream, type StreamPlace } from '#plan/edit/moveStream.ts'
import type { NodeId } from '#plan/plan.ts'
import type { Effects } from '#session/forecast/effects.ts'
import type { PlanSession } from '#session/planSession.ts'
import { useSession } from '#session/SessionContext.tsx'
import { useBoardStore } from './boardContext.ts'
import type { BoardState } from './boardStore.ts'

/** Says on the board what moving a stream would do, before it is moved. */
export interface StreamEffect {
  say(stream: NodeId, place: StreamPlace): void
  /** Nothing is about to be moved any more. */
  clear(): void
}

export function createStreamEffect(session: PlanSession, board: StoreApi<BoardState>): StreamEffect {
  let effects: Effects | null = null
  /** Counts what was asked for while the part that works it out was loaded. */
  let turn = 0
  const ask = (stream: NodeId, place: StreamPlace) =>
    effects?.ask(
      `move ${stream} ${JSON.stringify(place)}`,
      plan => moveStream(plan, stream, place),
      words => board.setState({ effect: words || null }),
    )
  return {
    say(stream, place) {
      if (effects) return ask(stream, place)
      const own = ++turn
      // Without it the stream is moved all the same.
      import('#session/forecast/effects.ts').then(
        ({ createEffects }) => {
          effects ??= createEffects(session)
          if (own === turn) ask(stream, place)
        },
        () => undefined,
      )
    },
    clear() {
      turn++
      effects?.forget()
      if (board.getState().effect !== null) board.setState({ effect: null })
    },
  }
}

export function useStreamEffect(): StreamEffect {
  const session = useSession()
  const board = useBoardStore()
  const [effect] = useState(() => createStreamEffect(session, board))
  return effect
}
