import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Envelope } from '#plan/file.ts'
import type { ViewSettings } from '#plan/settings/viewSettings.ts'
import type { PlanId, PlanSummary, StorageFailure, StorageResult } from '#storage/planStorage.ts'
import { type StorageTask, storageFailure } from '#storage/storageFailure.ts'
import type { PlanSession } from './planSession.ts'
import { rawJson } from './rawJson.ts'
import { beginRenaming, type Renaming } from './renaming.ts'
import type { Salvaged } from './salvage.ts'
import { askStorage, askStorageQuietly, wipedFailure } from './sessionFailures.ts'
import type { SessionWorld } from './sessionWorld.ts'
import { countWhileSlow, slowAfter } from './storageWaits.ts'

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
  /** How it is looked at, as `settingsToWord` writes it. */
  readonly settings?: string
  /** Ms since 1970, of a plan that is older than its place in this browser. */
  readonly dates?: { readonly createdAt: number; readonly changedAt: number }
}

export interface Leftover {
  readonly salvaged: Salvaged | null
  /** Everything stored of it as JSON; `null`: there is nothing, or it cannot be read either. */
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
  /** Whoever shows the plan says when it takes long. */
  openPlan(id: PlanId): Promise<StorageResult<PlanSession | null>>
  /** The newest text, without opening the plan. `null`: there is no such plan. */
  readPlan(id: PlanId): Promise<StorageResult<PlanText | null>>
  /** How the plan is looked at, as `settingsToWord` writes it; `null`: nobody said, or it cannot be read. */
  readSettings(id: PlanId): Promise<string | null>
  /** A session for a plan that is stored with its first edit. */
  openExample(text: string, fallbackName: string, envelope: Envelope): Promise<PlanSession>
  /** A session for a plan that came from elsewhere: only shown, and stored when it is kept. */
  openShown(
    text: string,
    fallbackName: string,
    envelope: Envelope,
    settings?: ViewSettings | null,
  ): Promise<PlanSession>
  /** The copy's title is in its text, where one can be written. `null`: there is no such plan. */
  duplicatePlan(id: PlanId, title: string): Promise<StorageResult<PlanId | null>>
  /** Somebody begins to type a new name for a plan that is not open. */
  beginRenaming(id: PlanId): Renaming
  deletePlan(id: PlanId): Promise<StorageResult<void>>
  restorePlan(id: PlanId): Promise<StorageResult<void>>
  /** Deletes for good what was deleted so long ago that nobody asks for it any more. */
  clearDeleted(): Promise<StorageResult<void>>
  /** Of a plan that cannot be opened. */
  readLeftover(id: PlanId): Promise<Leftover>
}

/** What reads and edits a plan's text. The list of plans does without it, so the first screen does not wait for it. */
const engine = () => import('./engine.ts')

/** Ms for which deleted plans can be brought back: 30 days. */
const keepDeleted = 30 * 24 * 60 * 60 * 1000

/** Ms in which hints are gathered: typing in another tab shall not read the list at every key. */
const gatherHints = 250

export function createLibrary(world: SessionWorld): Library {
  const { storage } = world
  const state = createStore<LibraryState>(() => ({ plans: null, failure: null }))

  /** What pages that are gone did not get stored. Nothing is read before it is tried. */
  const replayed = (async () => {
    for (const { tab, left } of world.journal?.read() ?? []) {
      const { replayLeft } = await engine()
      if (await replayLeft(storage, left)) world.journal?.remove(tab)
    }
  })().catch(() => undefined)

  let isDeleting = false
  const refresh = async () => {
    await replayed
    const slow = setTimeout(() => state.setState({ failure: storageFailure('slow', 'list') }), slowAfter)
    const result = await askStorageQuietly('list', () => storage.list())
    clearTimeout(slow)
    if (!result.ok) return state.setState({ failure: result.failure })
    const hasPlans = result.value.length > 0
    const isWiped = !hasPlans && !isDeleting && world.memory?.hadPlans() === true
    if (hasPlans || isDeleting) world.memory?.keep(hasPlans)
    state.setState({ plans: result.value, failure: isWiped ? wipedFailure : null })
  }
  const addPlan: Library['addPlan'] = async ({ text, fallbackName, envelope, dates, settings }) => {
    const { summariseNew } = await engine()
    const summary = summariseNew(world, text, fallbackName, dates)
    const result = await askStorage('save', () => storage.create({ summary, text, envelope }))
    // The plan counts; how it was looked at can be set again.
    if (result.ok && settings) await askStorage('save', () => storage.keepSettings(summary.id, settings))
    if (result.ok) world.hints?.announce(summary.id, 0)
    return result.ok ? { ok: true, value: summary.id } : result
  }
  const readSettings: Library['readSettings'] = async id => {
    const kept = await askStorage('open', () => storage.readSettings(id))
    return kept.ok ? kept.value : null
  }
  const createPlan: Library['createPlan'] = async (text, fallbackName, envelope) => {
    const result = await addPlan({ text, fallbackName, envelope })
    await refresh()
    return result
  }
  const openPlan: Library['openPlan'] = async id => {
    await replayed
    const [{ openSession }, loaded] = await Promise.all([engine(), askStorageQuietly('open', () => storage.load(id))])
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
    readSettings,
    async openExample(text, fallbackName, envelope) {
      const { openUnstored, summariseNew } = await engine()
      return openUnstored(world, summariseNew(world, text, fallbackName), text, envelope)
    },
    async openShown(text, fallbackName, envelope, settings) {
      const { openShown, summariseNew } = await engine()
      return openShown(world, summariseNew(world, text, fallbackName), text, envelope, settings)
    },
    async duplicatePlan(id, title) {
      const opened = await countWhileSlow(openPlan(id))
      if (!opened.ok) return opened
      if (!opened.value) return { ok: true, value: null }
      const { changeText, renamePlan } = await engine()
      opened.value.close()
      const { plan, envelope } = opened.value.state.getState()
      const renamed = renamePlan(plan, title)
      const text = renamed.ok ? changeText(plan.text, renamed.change) : plan.text
      const settings = (await readSettings(id)) ?? ''
      const created = await addPlan({ text, fallbackName: `${opened.value.fallbackName} (copy)`, envelope, settings })
      await refresh()
      return created
    },
    beginRenaming(id) {
      const renaming = beginRenaming(world, id, () => countWhileSlow(openPlan(id)))
      return {
        ...renaming,
        async finish(title) {
          const result = await renaming.finish(title)
          await refresh()
          return result
        },
      }
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
      if (!records.ok || records.value.length === 0) return { salvaged: null, raw: null }
      return { salvaged: salvage(records.value), raw: rawJson(records.value) }
    },
    restorePlan: id => change(id, 'restore', () => storage.restore(id)),
    clearDeleted: () => askStorage('clear', () => storage.purge(world.now() - keepDeleted)),
  }
}
