import type { Outcome } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import { type PlanEntry, useLibrary } from '#session/LibraryContext.tsx'
import { showToast } from '#ui/toasts.ts'

export interface PlanActions {
  rename(title: string): Promise<void>
  duplicate(): Promise<void>
  remove(): Promise<void>
}

/** What can be done to a plan of the list without opening it. What does not work is said in a message. */
export function usePlanActions({ id, name }: PlanEntry): PlanActions {
  const library = useLibrary()
  return {
    async rename(title) {
      const result = await orTell(`“${name}” keeps its name`, async () => library.editPlan(id, await renaming(title)))
      if (!result.ok) warn(result.failure.message)
      else if (!result.value) warn(goneMessage(name))
      else if (!result.value.ok) warn(result.value.refusal.message)
    },
    async duplicate() {
      const result = await orTell(`“${name}” was not duplicated`, async () =>
        library.duplicatePlan(id, await renaming(`${name} (copy)`)),
      )
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

/** Loaded when it is first needed: the list itself edits nothing. */
async function renaming(title: string): Promise<(plan: Plan) => Outcome> {
  const { renamePlan } = await import('#plan/edit/renamePlan.ts')
  return plan => renamePlan(plan, title)
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
