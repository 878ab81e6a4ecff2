import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { NodeId } from '#plan/plan.ts'
import type { AddSlot, BoardOverlay, BoardState } from './boardStore.ts'

export const BoardContext = createContext<StoreApi<BoardState> | null>(null)

export function useBoardStore(): StoreApi<BoardState> {
  const store = use(BoardContext)
  if (!store) throw new Error('The parts of the board need a BoardProvider above them')
  return store
}

export function useBoard<Slice>(select: (state: BoardState) => Slice): Slice {
  return useStore(useBoardStore(), select)
}

/** Opens the one menu or dialog of the board; its code is loaded with the first of its kind. */
export function useOpenOverlay(): (overlay: BoardOverlay) => void {
  const store = useBoardStore()
  return overlay => store.setState({ overlay })
}

/** Whether the words of a node are being edited, and how to start and stop that. */
export function useEditing(id: NodeId): readonly [boolean, (editing: boolean) => void] {
  const store = useBoardStore()
  const editing = useStore(store, state => state.editing === id)
  return [
    editing,
    next => store.setState(state => (next ? { editing: id } : state.editing === id ? { editing: null } : {})),
  ]
}

/** The same for a place where something new is typed. */
export function useAdding(slot: AddSlot): readonly [boolean, (adding: boolean) => void] {
  const store = useBoardStore()
  const adding = useStore(store, state => state.adding === slot)
  return [
    adding,
    next => store.setState(state => (next ? { adding: slot } : state.adding === slot ? { adding: null } : {})),
  ]
}
