import { createContext, use } from 'react'
import type { CardDrag } from './cardDrag.ts'

export const CardDragContext = createContext<CardDrag | null>(null)

export function useCardDrag(): CardDrag {
  const drag = use(CardDragContext)
  if (!drag) throw new Error('The columns of the board need the Board above them')
  return drag
}
