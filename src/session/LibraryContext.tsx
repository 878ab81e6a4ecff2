import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { Library, LibraryState } from './library.ts'

/** One plan of the list. */
export type PlanEntry = NonNullable<LibraryState['plans']>[number]

const LibraryContext = createContext<Library | null>(null)

export function LibraryProvider({ library, children }: { library: Library; children: ReactNode }) {
  return <LibraryContext value={library}>{children}</LibraryContext>
}

export function useLibrary(): Library {
  const library = useContext(LibraryContext)
  if (!library) throw new Error('useLibrary needs a LibraryProvider above it')
  return library
}

/** The list of plans, or why it could not be read. */
export function usePlans(): LibraryState {
  return useStore(useLibrary().state)
}
