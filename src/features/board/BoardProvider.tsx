import { type ReactNode, useState } from 'react'
import { BoardOverlays } from './BoardOverlays.tsx'
import { BoardContext } from './boardContext.ts'
import { createBoardStore } from './boardStore.ts'

/** Stands around everything on one board; menus and dialogs open from here. */
export function BoardProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(createBoardStore)
  return (
    <BoardContext value={store}>
      {children}
      <BoardOverlays />
    </BoardContext>
  )
}
