import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Envelope } from '#plan/file.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import type { PlanId, PlanSummary, StorageFailure, StorageResult } from '#storage/planStorage.ts'
import { type StorageTask, storageFailure } from '#storage/storageFailure.ts'
import type { PlanSession } from './planSession.ts'
import { rawJson } from './rawJson.ts'
import type { Salvaged } from './salvage.ts'
import { askStorage, wipedFailure } from './sessionFailures.ts'
import type { SessionWorld } from './sessionWorld.ts'

export interface LibraryState {
  /** `null` until the list was read. Newest change first. */
  readonly plans: readonly PlanSummary[] | null
  readonly failure: StorageFailure | null
}

/** A plan as its file holds it. */
export interface PlanText {
  readonly text: string
  readonly envelope: Envelope
}

export interface NewPlanText extends PlanText {
  readonly fallbackName: string
  /** Ms since 1970, of a plan that is older than its place in this browser. */
  readonly dates?: { readonly createdAt: number; readonly changedAt: number }
}

export interface Leftover {
  readonly salvaged: Salvaged | null
  /** Everything stored of it as JSON; `null`: that cannot be read either. */
  readonly raw: string | null
}

/** The plans in this browser. */
export interface Library {
  readonly state: StoreApi<LibraryState>
  /** Reads the list again. */
  refresh(): Promise<void>
  /** Reads the list again whenever another tab changes a plan, or people come back to this one. */
  follow(): () => void
  /** Always a new plan: nothing is ever replaced. */
  createPlan(text: string, fallbackName: string, envelope: Envelope): Promise<StorageResult<PlanId>>
  /** `createPlan` for one of many: the list is not read again until `refresh`. */
  addPlan(plan: NewPlanText): Promise<StorageResult<PlanId>>
  openPlan(id: PlanId): Promise<StorageResult<PlanSession | null>>
  /** The newest text, without opening the plan. `null`: there is no such plan. */
  readPlan(id: PlanId): Promise<StorageResult<PlanText | null>>
  /** A session for a plan that is stored with its first edit. */
  openExample(text: string, fallbackName: string, envelope: Envelope): Promise<PlanSession>
  /** A session for a plan that came from elsewhere: only shown, and stored when it is kept. */
  openShown(text: string, fallbackName: string, envelope: Envelope): Promise<PlanSession>
  /** `retitle` makes the copy's title in its text; `null`: there is no such plan. */
  duplicatePlan(id: PlanId, retitle: (plan: Plan) => Outcome): Promise<StorageResult<PlanId | null>>
  /** Runs one edit on a plan that is not open, as one undo step of that plan: renaming from the list. */
  editPlan(id: PlanId, edit: (plan: Plan) => Outcome): Promise<StorageResult<Outcome | null>>
  deletePlan(id: PlanId): Promise<StorageResult<void>>
  restorePlan(id: PlanId): Promise<StorageResult<void>>
  /** Of a plan that cannot be opened. */
  readLeftover(id: PlanId): Promise<Leftover>
}

/** What reads and edits a plan's text. The list of plans does without it, so the first screen does not wait for it. */
const engine = () => import('./engine.ts')

/** Ms without an answer after which people are told. */
const slowAfter = 900
/** Ms in which hints are gathered: typing in another tab shall not read the list at every key. */
const gatherHints = 250

export function createLibrary(world: SessionWorld): Library {
  const { storage } = world
  const state = createStore<LibraryState>(() => ({ plans: null, failure: null }))

  /** What pages that are gone did not get stored. Nothing is read before it is tried. */
  const replayed = (async () => {
    for (const { tab, left } of world.journal?.read() ?? []) {
      const { replayEdits } = await engine()
      if (await replayEdits(storage, left)) world.journal?.remove(tab)
    }
  })().catch(() => undefined)

  let isDeleting = false
  const refresh = async () => {
    await replayed
    const slow = setTimeout(() => state.setState({ failure: storageFailure('slow', 'list') }), slowAfter)
    const result = await askStorage('list', () => storage.list())
    clearTimeout(slow)
    if (!result.ok) return state.setState({ failure: result.failure })
    const hasPlans = result.value.length > 0
    const isWiped = !hasPlans && !isDeleting && world.memory?.hadPlans() === true
    if (hasPlans || isDeleting) world.memory?.keep(hasPlans)
    state.setState({ plans: result.value, failure: isWiped ? wipedFailure : null })
  }
  const addPlan: Library['addPlan'] = async ({ text, fallbackName, envelope, dates }) => {
    const { summariseNew } = await engine()
    const summary = summariseNew(world, text, fallbackName, dates)
    const result = await askStorage('save', () => storage.create({ summary, text, envelope }))
    if (result.ok) world.hints?.announce(summary.id, 0)
    return result.ok ? { ok: true, value: summary.id } : result
  }
  const createPlan: Library['createPlan'] = async (text, fallbackName, envelope) => {
    const result = await addPlan({ text, fallbackName, envelope })
    await refresh()
    return result
  }
  const openPlan: Library['openPlan'] = async id => {
    await replayed
    const [{ openSession }, loaded] = await Promise.all([engine(), askStorage('open', () => storage.load(id))])
    if (!loaded.ok) return loaded
    return { ok: true, value: loaded.value && openSession(world, loaded.value) }
  }
  const change = async (id: PlanId, task: StorageTask, work: () => Promise<StorageResult<void>>) => {
    const result = await askStorage(task, work)
    isDeleting = result.ok && task === 'delete'
    await refresh()
    isDeleting = false
    world.hints?.announce(id, 0)
    return result
  }

  return {
    state,
    refresh,
    follow() {
      let isReading = false
      const onHint = async () => {
        if (isReading) return
        isReading = true
        await new Promise(resolve => setTimeout(resolve, gatherHints))
        isReading = false
        await refresh()
      }
      const stops = [world.hints?.listen('any', () => void onHint()), world.page?.onReturn(() => void refresh())]
      return () => {
        for (const stop of stops) stop?.()
      }
    },
    createPlan,
    addPlan,
    openPlan,
    async readPlan(id) {
      await replayed
      const [{ storedText }, loaded] = await Promise.all([engine(), askStorage('open', () => storage.load(id))])
      if (!loaded.ok) return loaded
      const stored = loaded.value
      return { ok: true, value: stored && { text: storedText(stored), envelope: stored.envelope } }
    },
    async openExample(text, fallbackName, envelope) {
      const { openUnstored, summariseNew } = await engine()
      return openUnstored(world, summariseNew(world, text, fallbackName), text, envelope)
    },
    async openShown(text, fallbackName, envelope) {
      const { openShown, summariseNew } = await engine()
      return openShown(world, summariseNew(world, text, fallbackName), text, envelope)
    },
    async duplicatePlan(id, retitle) {
      const opened = await openPlan(id)
      if (!opened.ok) return opened
      if (!opened.value) return { ok: true, value: null }
      const { changeText } = await engine()
      opened.value.close()
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
      opened.value.close()
      await refresh()
      const { save } = opened.value.state.getState()
      return save.kind === 'failed' ? { ok: false, failure: save.failure } : { ok: true, value: outcome }
    },
    async deletePlan(id) {
      // What cannot be backed up can be deleted all the same.
      await engine()
        .then(({ backUpStored }) => backUpStored(world, id, 'delete'))
        .catch(() => undefined)
      return change(id, 'delete', () => storage.remove(id, world.now()))
    },
    async readLeftover(id) {
      const [{ salvage }, records] = await Promise.all([engine(), askStorage('open', () => storage.raw(id))])
      const raw = rawJson(records)
      return { salvaged: records.ok ? salvage(records.value) : null, raw: raw.ok ? raw.value : null }
    },
    restorePlan: id => change(id, 'restore', () => storage.restore(id)),
  }
}
