import { useRef } from 'react'
import { type PlanEntry, useLibrary } from '#session/LibraryContext.tsx'
import type { Renaming } from '#session/renaming.ts'
import { showToast } from '#ui/toasts.ts'

export interface PlanActions {
  /** Somebody begins to type a new name: what storing it needs is loaded meanwhile. */
  beginRenaming(): void
  /** A reload right after loses nothing. */
  rename(title: string): Promise<void>
  /** The name stays. */
  keepName(): void
  duplicate(): Promise<void>
  remove(): Promise<void>
}

/** What can be done to a plan of the list without opening it. What does not work is said in a message. */
export function usePlanActions({ id, name }: PlanEntry): PlanActions {
  const library = useLibrary()
  const renaming = useRef<Renaming | null>(null)
  return {
    beginRenaming() {
      renaming.current = library.beginRenaming(id)
    },
    keepName() {
      renaming.current?.giveUp()
      renaming.current = null
    },
    async rename(title) {
      const own = renaming.current ?? library.beginRenaming(id)
      renaming.current = null
      const result = await orTell(`“${name}” keeps its name`, () => own.finish(title))
      if (!result.ok) warn(result.failure.message)
      else if (result.value === null) warn(goneMessage(name))
      else if (!result.value.ok) warn(result.value.refusal.message)
    },
    async duplicate() {
      const result = await orTell(`“${name}” was not duplicated`, () => library.duplicatePlan(id, `${name} (copy)`))
      if (!result.ok) warn(result.failure.message)
      else if (result.value === null) warn(goneMessage(name))
      else showToast({ message: `Duplicated “${name}”` })
    },
    async remove() {
      const removed = await library.deletePlan(id)
      if (!removed.ok) return warn(removed.failure.message)
      const restore = async () => {
        const restored = await library.restorePlan(id)
        if (!restored.ok) warn(restored.failure.message)
      }
      showToast({ message: `Deleted “${name}”`, action: { label: 'Undo', onAct: () => void restore() } })
    },
  }
}

/** The usual reason to throw is a tab that is older than the files on the server. */
async function orTell<T>(outcome: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    warn(`A part of Braid could not be loaded: ${outcome}. Check the connection, or reload the page, and try again.`)
    throw error
  }
}

function warn(message: string): void {
  showToast({ message, tone: 'danger' })
}

function goneMessage(name: string): string {
  return `“${name}” is no longer in this browser: another tab deleted it. The other plans are untouched.`
}
