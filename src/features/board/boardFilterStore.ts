import { useDeferredValue } from 'react'
import { useBoard } from './boardContext.ts'
import { isFiltering, type TaskFilter } from './boardFilter.ts'

/** The filter as the columns follow it: typing comes first, and they catch up. `null` when everything shows. */
export function useBoardFilter(): TaskFilter | null {
  const filter = useDeferredValue(useBoard(state => state.filter))
  return isFiltering(filter) ? filter : null
}
