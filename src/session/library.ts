import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Envelope } from '#plan/file.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import type { PlanId, PlanSummary, StorageFailure, StorageResult } from '#storage/planStorage.ts'
import type { PlanSession } from './planSession.ts'
import type { SessionWorld } from './sessionWorld.ts'

export interface LibraryState {
  /** `null` until the list was read. Newest change first. */
  readonly plans: readonly PlanSummary[] | null
  readonly failure: StorageFailure | null
}

/** The plans in this browser. */
export interface Library {
  readonly state: StoreApi<LibraryState>
  /** Reads the list again. */
  refresh(): Promise<void>
  /** Always a new plan: nothing is ever replaced. */
  createPlan(text: string, fallbackName: string, envelope: Envelope): Promise<StorageResult<PlanId>>
  openPlan(id: PlanId): Promise<StorageResult<PlanSession | null>>
  /** A session for a plan that is stored with its first edit. */
  openExample(text: string, fallbackName: string, envelope: Envelope): Promise<PlanSession>
  /** `retitle` makes the copy's title in its text; `null`: there is no such plan. */
  duplicatePlan(id: PlanId, retitle: (plan: Plan) => Outcome): Promise<StorageResult<PlanId | null>>
  /** Runs one edit on a plan that is not open, as one undo step of that plan: renaming from the list. */
  editPlan(id: PlanId, edit: (plan: Plan) => Outcome): Promise<StorageResult<Outcome | null>>
  deletePlan(id: PlanId): Promise<StorageResult<void>>
  restorePlan(id: PlanId): Promise<StorageResult<void>>
}

/** What reads and edits a plan's text. The list of plans does without it, so the first screen does not wait for it. */
const engine = () => import('./engine.ts')

export function createLibrary(world: SessionWorld): Library {
  const { storage } = world
  const state = createStore<LibraryState>(() => ({ plans: null, failure: null }))

  const refresh = async () => {
    const result = await storage.list()
    if (result.ok) state.setState({ plans: result.value, failure: null })
    else state.setState({ failure: result.failure })
  }
  const createPlan: Library['createPlan'] = async (text, fallbackName, envelope) => {
    const { summariseNew } = await engine()
    const summary = summariseNew(world, text, fallbackName)
    const result = await storage.create({ summary, text, envelope })
    await refresh()
    return result.ok ? { ok: true, value: summary.id } : result
  }
  const openPlan: Library['openPlan'] = async id => {
    const [{ openSession }, loaded] = await Promise.all([engine(), storage.load(id)])
    if (!loaded.ok) return loaded
    return { ok: true, value: loaded.value && openSession(world, loaded.value) }
  }
  const refreshed = async (work: Promise<StorageResult<void>>) => {
    const result = await work
    await refresh()
    return result
  }

  return {
    state,
    refresh,
    createPlan,
    openPlan,
    async openExample(text, fallbackName, envelope) {
      const { openUnstored, summariseNew } = await engine()
      return openUnstored(world, summariseNew(world, text, fallbackName), text, envelope)
    },
    async duplicatePlan(id, retitle) {
      const opened = await openPlan(id)
      if (!opened.ok) return opened
      if (!opened.value) return { ok: true, value: null }
      const { changeText } = await engine()
      const { plan, envelope } = opened.value.state.getState()
      const renamed = retitle(plan)
      const text = renamed.ok ? changeText(plan.text, renamed.change) : plan.text
      return createPlan(text, `${opened.value.fallbackName} (copy)`, envelope)
    },
    async editPlan(id, edit) {
      const opened = await openPlan(id)
      if (!opened.ok) return opened
      if (!opened.value) return { ok: true, value: null }
      const outcome = opened.value.run(edit)
      await opened.value.settled()
      await refresh()
      const { save } = opened.value.state.getState()
      return save.kind === 'failed' ? { ok: false, failure: save.failure } : { ok: true, value: outcome }
    },
    deletePlan: id => refreshed(storage.remove(id, world.now())),
    restorePlan: id => refreshed(storage.restore(id)),
  }
}
