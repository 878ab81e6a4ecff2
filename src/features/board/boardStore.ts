import { createStore, type StoreApi } from 'zustand/vanilla'
import type { NodeId } from '#plan/plan.ts'
import { noFilter, type TaskFilter } from './boardFilter.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** What is open over the board; at most one thing. `opener` gets the focus back. */
export type BoardOverlay =
  | {
      readonly kind: 'menu'
      readonly id: NodeId
      readonly opener: HTMLElement
      readonly at?: Point
      /** Opened by a key: it begins at its first item. */
      readonly byKey?: boolean
    }
  | { readonly kind: 'move-task' | 'delete-stream' | 'delete-phase'; readonly id: NodeId; readonly opener: HTMLElement }
  | { readonly kind: 'placeholders'; readonly opener: HTMLElement }

/** Where something new is being typed: `in:12` at the end of stream 12, `after:7` below task 7. */
export type AddSlot = `in:${number}` | `after:${number}` | 'in:criteria' | `stream:${number}` | 'phase'

/** What the board shows that is not in the plan. */
export interface BoardState {
  readonly filter: TaskFilter
  readonly overlay: BoardOverlay | null
  /** The node whose words are being edited because a menu or a key asked for it. */
  readonly editing: NodeId | null
  readonly adding: AddSlot | null
  /** A task that was just put somewhere and wants to be scrolled to and focused. */
  readonly reveal: NodeId | null
  /** A checklist that is opened because something in it is to be seen. */
  readonly openBand: NodeId | 'criteria' | null
  /** What dropping the carried stream here would do to finish and critical path. */
  readonly effect: string | null
}

/** Made per board, so that nothing of one plan's board is left on another's. */
export function createBoardStore(): StoreApi<BoardState> {
  return createStore<BoardState>(() => ({
    filter: noFilter,
    overlay: null,
    editing: null,
    adding: null,
    reveal: null,
    openBand: null,
    effect: null,
  }))
}
