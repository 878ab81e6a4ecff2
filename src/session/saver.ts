import type { StoreApi } from 'zustand/vanilla'
import { applyChange, type Change, changeFromJson, changeText, changeToJson, composeChanges } from '#plan/change.ts'
import type { Envelope } from '#plan/file.ts'
import { type History, historyLimit, recordLogged } from '#plan/history.ts'
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
import { carryOver, type Pending, type SavedStep } from './carryOver.ts'
import { differenceOf } from './differenceOf.ts'
import type { SaveState, SessionState } from './planSession.ts'
import { createRetries } from './retries.ts'
import { askStorage, goneFailure, removedFailure, type SessionNotice, slowFailure } from './sessionFailures.ts'
import type { SessionWorld } from './sessionWorld.ts'
import { storedText } from './storedText.ts'
import { createPlanCounter, summarisePlan } from './summarisePlan.ts'

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

/** So many refusals in a row that reading does not explain are a fault. */
const mostRefusals = 20

/** A snapshot is renewed when this many records stand after it. */
const snapshotEvery = 200

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
  /** The newest revision that storage confirmed; the steps in `pending` follow it one by one. */
  let confirmed = start.revision
  let snapshotRevision = start.snapshotRevision
  /** Undo and redo as they were at `confirmed`. */
  let settledHistory = start.history
  let pending: readonly Pending[] = []
  let isCreated = start.isStored
  let isCreateConfirmed = start.isStored
  let isRemoved = start.isRemoved
  /** Nothing is sent until storage was read again. */
  let isStalled = false
  let mayStoreAgain = false
  let wasHinted = false
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
      if (pending.length > 0 && state.getState().save.kind === 'saving') show({ kind: 'failed', failure: slowFailure })
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

  /** The text at `confirmed`. */
  const baseText = () => pending.reduceRight((text, step) => changeText(text, step.inverse), state.getState().plan.text)
  const newPlan = (): NewPlan => ({
    summary: summaryOf(state.getState().plan),
    text: baseText(),
    envelope: start.envelope,
  })

  const create = async (): Promise<StorageResult<void>> => {
    isCreated = true
    unanswered++
    const result = await askStorage('save', () => storage.create(newPlan()))
    unanswered--
    isCreated = result.ok
    isCreateConfirmed ||= result.ok
    if (!result.ok) fail(result.failure)
    return result
  }

  const send = async (entry: Pending, revision: number) => {
    const { kind, origin, at, lost } = entry
    const change = changeToJson(entry.change)
    const inverse = changeToJson(entry.inverse)
    const kept = lost.length > 0 ? { lost } : {}
    const record: LogRecord = { revision, kind, origin, change, inverse, at, ...kept }
    unanswered++
    const result = await askStorage('save', () => storage.append(id, record, summaryOf(state.getState().plan)))
    unanswered--
    answer(entry, result)
  }

  const answer = (entry: Pending, result: StorageResult<Appended>) => {
    if (!result.ok && result.failure.code !== 'missing') return fail(result.failure)
    if (!result.ok || result.value === 'behind') {
      if (isStalled) return
      refusals = confirmed === refusedAt ? refusals + 1 : 0
      refusedAt = confirmed
      if (refusals > mostRefusals) return fail(storageFailure('broken', 'save', 'it takes no more edits of this plan'))
      isStalled = true
      void sync()
      return
    }
    isRemoved = result.value === 'removed'
    entry.isConfirmed = true
    while (pending[0]?.isConfirmed) settleFirst()
    world.hints?.announce(id, confirmed)
    retries.progress()
    if (pending.length > 0 || isStalled) return
    showSaved()
    if (confirmed - snapshotRevision >= snapshotEvery) renewSnapshot()
  }

  const settleFirst = () => {
    const [first, ...rest] = pending
    if (!first) return
    settledHistory = recordLogged(settledHistory, first.kind, changeToJson(first.change), first.inverse)
    pending = rest
    confirmed++
  }

  const renewSnapshot = () => {
    snapshotRevision = confirmed
    const { text } = state.getState().plan
    track(askStorage('save', () => storage.renewSnapshot(id, confirmed, text, historyLimit)))
  }

  const sendAll = () => {
    isStalled = false
    if (pending.length === 0) return showSaved()
    if (state.getState().save.kind !== 'failed') show({ kind: 'saving' })
    retries.watch()
    pending.forEach((entry, index) => {
      entry.isConfirmed = false
      track(send(entry, confirmed + index + 1))
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
    let failure: StorageFailure | null
    do {
      await inFlight
      wasHinted = false
      failure = await readOnce()
    } while (failure === null && (wasHinted || unanswered > 0))
    if (failure) fail(failure)
    else if (isStalled || (pending.length === 0 && state.getState().save.kind !== 'untouched')) sendAll()
  }

  /** What was sent while storage was being read may or may not be in the answer: then it is read again. */
  const readOnce = async (): Promise<StorageFailure | null> => {
    if (isCreated) {
      const newer = await askStorage('open', () => storage.newer(id, confirmed))
      if (unanswered > 0) return null
      if (!newer.ok) return newer.failure
      if (newer.value && follow(newer.value.log)) {
        isRemoved = newer.value.isRemoved
        return null
      }
    }
    const loaded = await askStorage('open', () => storage.load(id))
    if (unanswered > 0) return null
    if (!loaded.ok) return loaded.failure
    if (loaded.value) return adopt(loaded.value)
    return storeAgain()
  }

  /** Takes in records one by one; `false` when they do not fit. */
  const follow = (log: readonly LogRecord[]): boolean => {
    let theirs: Change | null = null
    let last = confirmed
    const takeInSoFar = () => {
      if (theirs) takeIn(theirs)
      theirs = null
      confirmed = last
    }
    for (const record of log) {
      // Confirmed while the log was on its way.
      if (record.revision <= last) continue
      if (record.origin === pending[0]?.origin) {
        takeInSoFar()
        if (JSON.stringify(record.change) !== JSON.stringify(changeToJson(pending[0].change))) return false
        settleFirst()
        last = confirmed
        continue
      }
      const change = changeFromJson(record.change)
      const length: number = theirs ? (theirs as Change).set.newLength : lengthAtConfirmed()
      if (change?.set.length !== length) return false
      theirs = theirs ? composeChanges('', theirs, change) : change
      last = record.revision
    }
    takeInSoFar()
    return true
  }

  const lengthAtConfirmed = () => pending[0]?.change.set.length ?? state.getState().plan.text.length

  /** What is stored, however it came about. */
  const adopt = (stored: StoredPlan): null => {
    const landed = new Set(stored.log.map(record => record.origin))
    while (pending[0] && landed.has(pending[0].origin)) settleFirst()
    const theirs = differenceOf(baseText(), storedText(stored))
    if (!theirs.set.empty) takeIn(theirs)
    confirmed = stored.revision
    snapshotRevision = stored.snapshotRevision
    isCreated = true
    isCreateConfirmed = true
    isRemoved = stored.isRemoved
    return null
  }

  /** Storage does not have the plan: it never did, or was cleared. */
  const storeAgain = async (): Promise<StorageFailure | null> => {
    if (isCreateConfirmed && pending.length === 0 && !mayStoreAgain) return goneFailure
    const result = await create()
    if (!result.ok) return result.failure
    if (start.isStored || confirmed > 0) tell({ kind: 'stored-again' })
    mayStoreAgain = false
    isRemoved = false
    confirmed = 0
    snapshotRevision = 0
    world.hints?.announce(id, 0)
    return null
  }

  /** Somebody else's change, made for the text at `confirmed`. */
  const takeIn = (theirs: Change) => {
    const carried = carryOver({ base: baseText(), history: settledHistory, pending }, theirs)
    pending = carried.pending
    settledHistory = carried.settledHistory
    state.setState({ plan: applyChange(state.getState().plan, carried.theirs), history: carried.history })
    for (const clash of carried.clashes) tell({ kind: 'replaced', ...clash })
  }

  const restore = async () => {
    const result = await askStorage('restore', () => storage.restore(id))
    if (!result.ok) return fail(result.failure)
    isRemoved = false
    world.hints?.announce(id, confirmed)
    void sync()
  }

  return {
    save(step) {
      const entry: Pending = { ...step, origin: `${tab}:${steps++}`, at: world.now(), lost: [], isConfirmed: false }
      pending = [...pending, entry]
      if (isStalled) return void sync()
      if (state.getState().save.kind !== 'failed') show({ kind: 'saving' })
      retries.watch()
      if (!isCreated) track(create())
      track(send(entry, confirmed + pending.length))
    },
    catchUp() {
      if (state.getState().save.kind !== 'untouched') void sync()
    },
    keep() {
      mayStoreAgain = true
      if (!isRemoved) return void sync()
      track(restore())
    },
    unconfirmed: () =>
      pending.length === 0 ? null : { revision: confirmed, plan: isCreateConfirmed ? null : newPlan(), steps: pending },
    confirmedRevision: () => (pending.length === 0 ? confirmed : null),
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
