import { useNavigate, useRouteContext } from '@tanstack/react-router'
import type { PlanSource } from '#features/library/planSource.ts'
import { showToast } from '#ui/toasts.ts'

/** Makes a new plan of each text and opens it; several go to the list. One that cannot be stored opens all the same. */
export function useCreatePlans(): (sources: readonly PlanSource[]) => Promise<void> {
  const { library, current } = useRouteContext({ from: '__root__' })
  const navigate = useNavigate()

  const open = async (id: string) => {
    await navigate({ to: '/plan/$planId', params: { planId: id } })
  }
  const createOne = async ({ text, fallbackName, envelope }: PlanSource) => {
    const created = await library.createPlan(text, fallbackName, envelope)
    if (created.ok) return open(created.value)
    showToast({ message: created.failure.message, tone: 'danger' })
    const session = await library.openExample(text, fallbackName, envelope)
    current.prepare(session)
    await open(session.id)
  }
  const createMany = async (sources: readonly PlanSource[]) => {
    let stored = 0
    for (const { text, fallbackName, envelope } of sources) {
      const created = await library.createPlan(text, fallbackName, envelope)
      if (created.ok) stored++
      else showToast({ message: `“${fallbackName}”: ${created.failure.message}`, tone: 'danger' })
    }
    if (stored > 0) showToast({ message: `${stored} plans added` })
    await navigate({ to: '/' })
  }

  return async sources => {
    const [first] = sources
    try {
      if (sources.length === 1 && first) await createOne(first)
      else await createMany(sources)
    } catch (error) {
      showToast({ message: loadingFailed, tone: 'danger' })
      throw error
    }
  }
}

/** The usual reason is a tab that is older than the files on the server. */
const loadingFailed =
  'A part of Braid could not be loaded, so the plan was not opened. Nothing is lost. Check the connection, or reload the page.'
