import type { StoreApi } from 'zustand/vanilla'
import { changeToJson } from '#plan/change.ts'
import type { Envelope } from '#plan/file.ts'
import type { History } from '#plan/history.ts'
import type { Plan } from '#plan/plan.ts'
import type {
  Appended,
  LogRecord,
  NewPlan,
  PlanSummary,
  StorageFailure,
  StorageResult,
  StoredPlan,
} from '#storage/planStorage.ts'
import { storageFailure } from '#storage/storageFailure.ts'
import type { Pending, SavedStep } from './carryOver.ts'
import type { SaveState, SessionState } from './planSession.ts'
import { createRetries } from './retries.ts'
import {
  askStorage,
  askStorageQuietly,
  goneFailure,
  removedFailure,
  type SessionNotice,
  slowFailure,
} from './sessionFailures.ts'
import type { SessionWorld } from './sessionWorld.ts'
import { createSnapshots } from './snapshots.ts'
import { createPlanCounter, summarisePlan } from './summarisePlan.ts'
import { createUnconfirmedSteps } from './unconfirmedSteps.ts'

export interface Saver {
  /** Asks storage for it before it returns: a reload right after loses nothing. */
  save(step: SavedStep): void
  /** Reads what other tabs stored meanwhile, and tries again what could not be saved. */
  catchUp(): void
  /** As `catchUp`; a plan that was deleted is kept as well, because the person asks for it. */
  keep(): void
  /** What to write down when the page goes; `null`: everything is stored. */
  unconfirmed(): { readonly revision: number; readonly plan: NewPlan | null; readonly steps: readonly Pending[] } | null
  /** The revision at which the text is stored; `null` while some of it is not. */
  confirmedRevision(): number | null
  /** Resolves when every step so far is stored or has failed. */
  settled(): Promise<void>
  /** No more attempts by itself; what was asked for already goes on. */
  close(): void
}

/** What storage held when the plan was opened. */
export interface SavedStart {
  readonly summary: PlanSummary
  readonly envelope: Envelope
  readonly plan: Plan
  readonly revision: number
  readonly snapshotRevision: number
  readonly history: History
  readonly isStored: boolean
  readonly isRemoved: boolean
}

/** `again`: an edit was still on its way, so that the answer may be from before it or after it. */
type Reading = 'read' | 'again' | StorageFailure

/** So many refusals in a row that reading does not explain are a fault. */
const mostRefusals = 20

/**
 * Sends each step to storage as its own revision, without waiting for the ones before it. What is stored is the
 * authority: when another tab was first, its steps come in, ours are woven into them and sent again.
 */
export function createSaver(
  world: SessionWorld,
  tab: string,
  start: SavedStart,
  state: StoreApi<SessionState>,
  tell: (notice: SessionNotice) => void,
): Saver {
  const { storage } = world
  const { id, createdAt, name: fallbackName } = start.summary
  const unconfirmed = createUnconfirmedSteps(start, state, tell)
  const snapshots = createSnapshots(world, id, start.snapshotRevision, state, tell)
  let isCreated = start.isStored
  let isCreateConfirmed = start.isStored
  let isRemoved = start.isRemoved
  /** Nothing is sent until storage was read again. */
  let isStalled = false
  let mayStoreAgain = false
  let wasHinted = false
  /** So many of our steps the other tabs were told of. */
  let announced = 0
  let steps = 0
  let unanswered = 0
  /** How often storage was behind or ahead of us although reading it brought nothing. */
  let refusals = 0
  let refusedAt = -1
  let inFlight: Promise<unknown> = Promise.resolve()
  let syncing: Promise<void> | null = null

  const show = (save: SaveState) => state.setState({ save })
  const retries = createRetries({
    onSlow() {
      if (unconfirmed.all().length > 0 && state.getState().save.kind === 'saving')
        show({ kind: 'failed', failure: slowFailure })
    },
    onRetry: () => void sync(),
  })
  const count = createPlanCounter()
  const summaryOf = (plan: Plan): PlanSummary =>
    summarisePlan(plan, { id, createdAt, changedAt: world.now(), fallbackName }, count)
  const track = (work: Promise<unknown>) => {
    inFlight = Promise.all([inFlight, work])
  }
  const fail = (failure: StorageFailure) => {
    isStalled = true
    show({ kind: 'failed', failure })
    retries.later()
  }
  const showSaved = () => {
    retries.done()
    show(isRemoved ? { kind: 'failed', failure: removedFailure } : { kind: 'saved' })
  }

  /** Also of what storage took without an answer in time: reading alone showed that. */
  const announceLanded = () => {
    if (unconfirmed.landed() === announced) return
    announced = unconfirmed.landed()
    world.hints?.announce(id, unconfirmed.confirmed())
  }

  const newPlan = (): NewPlan => ({
    summary: summaryOf(state.getState().plan),
    text: unconfirmed.baseText(),
    envelope: start.envelope,
  })

  const create = async (revision = 0): Promise<StorageResult<void>> => {
    isCreated = true
    unanswered++
    const result = await askStorageQuietly('save', () => storage.create({ ...newPlan(), revision }))
    unanswered--
    isCreated = result.ok
    isCreateConfirmed ||= result.ok
    if (result.ok) world.hints?.announce(id, revision)
    else fail(result.failure)
    return result
  }

  const send = async (entry: Pending, revision: number) => {
    const { kind, origin, at, lost } = entry
    const change = changeToJson(entry.change)
    const inverse = changeToJson(entry.inverse)
    const kept = lost.length > 0 ? { lost } : {}
    const record: LogRecord = { revision, kind, origin, change, inverse, at, ...kept }
    unanswered++
    const result = await askStorageQuietly('save', () => storage.append(id, record, summaryOf(state.getState().plan)))
    unanswered--
    answer(entry, result)
  }

  const answer = (entry: Pending, result: StorageResult<Appended>) => {
    if (!result.ok && result.failure.code !== 'missing') return fail(result.failure)
    if (!result.ok || result.value === 'behind') {
      if (isStalled) return
      refusals = unconfirmed.confirmed() === refusedAt ? refusals + 1 : 0
      refusedAt = unconfirmed.confirmed()
      if (refusals > mostRefusals) return fail(storageFailure('broken', 'save', 'it takes no more edits of this plan'))
      isStalled = true
      void sync()
      return
    }
    isRemoved = result.value === 'removed'
    entry.isConfirmed = true
    while (unconfirmed.all()[0]?.isConfirmed) unconfirmed.settleFirst()
    announceLanded()
    retries.progress()
    if (unconfirmed.all().length > 0 || isStalled) return
    showSaved()
    track(snapshots.renew(unconfirmed.confirmed()))
  }

  const sendAll = () => {
    isStalled = false
    const waiting = unconfirmed.all()
    if (waiting.length === 0) return showSaved()
    if (state.getState().save.kind !== 'failed') show({ kind: 'saving' })
    retries.watch()
    const from = unconfirmed.confirmed() + 1
    waiting.forEach((entry, index) => {
      entry.isConfirmed = false
      track(send(entry, from + index))
    })
  }

  const sync = (): Promise<void> => {
    wasHinted = true
    syncing ??= readUntilQuiet().finally(() => {
      syncing = null
      if (wasHinted) void sync()
    })
    return syncing
  }

  const readUntilQuiet = async () => {
    let answer: Reading
    do {
      await inFlight
      wasHinted = false
      answer = await readOnce()
      announceLanded()
    } while (answer === 'again' || (answer === 'read' && (wasHinted || unanswered > 0)))
    if (answer !== 'read') fail(answer)
    else if (isStalled || (unconfirmed.all().length === 0 && state.getState().save.kind !== 'untouched')) sendAll()
  }

  /** What was sent while storage was being read may or may not be in the answer: then it is read again. */
  const readOnce = async (): Promise<Reading> => {
    if (isCreated) {
      const newer = await askStorage('open', () => storage.newer(id, unconfirmed.confirmed()))
      if (unanswered > 0) return 'again'
      if (!newer.ok) return newer.failure
      if (newer.value && unconfirmed.follow(newer.value.log)) {
        isRemoved = newer.value.isRemoved
        return 'read'
      }
    }
    const loaded = await askStorage('open', () => storage.load(id))
    if (unanswered > 0) return 'again'
    if (!loaded.ok) return loaded.failure
    if (loaded.value) return adopt(loaded.value)
    return storeAgain()
  }

  const adopt = (stored: StoredPlan): Reading => {
    unconfirmed.adopt(stored)
    snapshots.stands(stored.snapshotRevision)
    if (!isCreateConfirmed) world.hints?.announce(id, stored.revision)
    isCreated = true
    isCreateConfirmed = true
    isRemoved = stored.isRemoved
    return 'read'
  }

  /** Storage does not have the plan: it never did, or was cleared. */
  const storeAgain = async (): Promise<Reading> => {
    if (isCreateConfirmed && unconfirmed.all().length === 0 && !mayStoreAgain) return goneFailure
    // No tab can take it for the plan that it knew: that had fewer edits than there were milliseconds.
    const revision = isCreateConfirmed ? world.now() : 0
    const result = await create(revision)
    if (!result.ok) return result.failure
    if (start.isStored || unconfirmed.confirmed() > 0) tell({ kind: 'stored-again' })
    mayStoreAgain = false
    isRemoved = false
    unconfirmed.startAnew(revision)
    snapshots.stands(revision)
    return 'read'
  }

  const restore = async () => {
    const result = await askStorage('restore', () => storage.restore(id))
    if (!result.ok) return fail(result.failure)
    isRemoved = false
    world.hints?.announce(id, unconfirmed.confirmed())
    void sync()
  }

  return {
    save(step) {
      const entry: Pending = { ...step, origin: `${tab}:${steps++}`, at: world.now(), lost: [], isConfirmed: false }
      unconfirmed.add(entry)
      if (isStalled) return void sync()
      if (state.getState().save.kind !== 'failed') show({ kind: 'saving' })
      retries.watch()
      if (!isCreated) track(create())
      track(send(entry, unconfirmed.confirmed() + unconfirmed.all().length))
    },
    catchUp() {
      if (state.getState().save.kind !== 'untouched') void sync()
    },
    keep() {
      mayStoreAgain = true
      if (isRemoved) return track(restore())
      if (!isCreated && !start.isStored) track(create())
      void sync()
    },
    unconfirmed() {
      const waiting = unconfirmed.all()
      const isWanted = waiting.length > 0 || state.getState().save.kind !== 'untouched'
      if (!isWanted || (waiting.length === 0 && isCreateConfirmed)) return null
      return { revision: unconfirmed.confirmed(), plan: isCreateConfirmed ? null : newPlan(), steps: waiting }
    },
    confirmedRevision: () => (unconfirmed.all().length === 0 ? unconfirmed.confirmed() : null),
    async settled() {
      let seen: Promise<unknown> | null = null
      while (seen !== inFlight) {
        seen = inFlight
        await seen
        await syncing
      }
    },
    close: () => retries.close(),
  }
}
