import { useEffect, useState } from 'react'
import { useLibrary } from '#session/LibraryContext.tsx'
import { useSession } from '#session/SessionContext.tsx'

/** A plan of the reader that the shared one is probably a version of. */
export interface OwnCopy {
  readonly kind: 'same' | 'differs'
  readonly id: string
  readonly text: string
}

/** So many plans of one name are read; the newest first. */
const mostRead = 5

/**
 * The reader's plan with the same text, else the one of the same name that changed last. Names are all there is to go by:
 * ids are not in the text, and a link says nothing about who made it.
 */
export function useOwnCopy(): OwnCopy | null {
  const library = useLibrary()
  const session = useSession()
  const [own, setOwn] = useState<OwnCopy | null>(null)
  useEffect(() => {
    let isWanted = true
    const find = async () => {
      const { plan } = session.state.getState()
      const name = (plan.title ?? session.fallbackName).trim().toLowerCase()
      await library.refresh()
      const plans = library.state.getState().plans ?? []
      const named = plans.filter(summary => summary.name.trim().toLowerCase() === name && summary.id !== session.id)
      let found: OwnCopy | null = null
      for (const { id } of named.slice(0, mostRead)) {
        const read = await library.readPlan(id)
        if (!read.ok || !read.value) continue
        const { text } = read.value
        if (text === plan.text) found = { kind: 'same', id, text }
        else found ??= { kind: 'differs', id, text }
        if (found.kind === 'same') break
      }
      if (isWanted) setOwn(found)
    }
    void find()
    return () => {
      isWanted = false
    }
  }, [library, session])
  return own
}
