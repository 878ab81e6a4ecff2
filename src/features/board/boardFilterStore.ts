import { useDeferredValue } from 'react'
import type { Task } from '#plan/plan.ts'
import { useBoard } from './boardContext.ts'
import { isFiltering, matchesFilter, type TaskFilter } from './boardFilter.ts'

/** The filter as the columns follow it: typing comes first, and they catch up. `null` when everything shows. */
export function useBoardFilter(): TaskFilter | null {
  const filter = useDeferredValue(useBoard(state => state.filter))
  return isFiltering(filter) ? filter : null
}

export function useMatchesFilter(task: Task): boolean {
  const filter = useBoardFilter()
  return filter === null || matchesFilter(task, filter)
}
