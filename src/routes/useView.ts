import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ViewName } from './planSearch.ts'

/** Each view has an address of its own: Back leads to the one before. */
export function useView(): {
  readonly view: ViewName | 'board'
  readonly show: (view: ViewName | 'board', closing?: 'panel') => void
} {
  const { view = 'board' } = useSearch({ from: '/plan-screen' })
  const navigate = useNavigate()
  return {
    view,
    show: (chosen, closing) =>
      void navigate({
        to: '.',
        search: ({ view: _, panel, ...rest }) => ({
          ...rest,
          ...(panel && closing !== 'panel' ? { panel } : {}),
          ...(chosen === 'board' ? {} : { view: chosen }),
        }),
      }),
  }
}
