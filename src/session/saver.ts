import type { StoreApi } from 'zustand/vanilla'
import { applyChange, type Change, changeFromJson, changeToJson, mapChange } from '#plan/change.ts'
import type { Envelope } from '#plan/file.ts'
import { historyLimit, mapHistory, type StepKind } from '#plan/history.ts'
import type { Plan } from '#plan/plan.ts'
import type { LogRecord, PlanSummary, StorageFailure } from '#storage/planStorage.ts'
import type { SessionState } from './planSession.ts'
import type { SessionWorld } from './sessionWorld.ts'
import { summarisePlan } from './summarisePlan.ts'

/** One edit to keep. */
export interface SavedStep {
  readonly kind: StepKind
  readonly change: Change
  readonly inverse: Change
}

export interface Saver {
  /** Asks storage for it before it returns: a reload right after loses nothing. */
  save(step: SavedStep): void
  /** Tries again what could not be saved. */
  retry(): void
  /** Resolves when every step so far is stored or has failed. */
  settled(): Promise<void>
}

/** What storage held when the plan was opened. */
export interface SavedStart {
  readonly summary: PlanSummary
  readonly envelope: Envelope
  readonly plan: Plan
  readonly revision: number
  readonly snapshotRevision: number
  readonly isStored: boolean
}

/** A step that storage has not confirmed. */
interface Pending extends SavedStep {
  readonly origin: string
  isConfirmed: boolean
}

/** A snapshot is renewed when this many records stand after it. */
const snapshotEvery = 200

/**
 * Sends each step to storage as its own revision, without waiting for the ones before it. What is stored is the
 * authority: when another tab was first, its steps come in, ours are mapped over them and sent again.
 */
export function createSaver(world: SessionWorld, start: SavedStart, state: StoreApi<SessionState>): Saver {
  const { storage } = world
  const { id, createdAt, name: fallbackName } = start.summary
  const tab = world.newId()
  /** The newest revision that storage confirmed; the steps in `pending` follow it one by one. */
  let confirmed = start.revision
  let snapshotRevision = start.snapshotRevision
  let isCreated = start.isStored
  let isStalled = false
  let steps = 0
  let pending: readonly Pending[] = []
  let inFlight: Promise<unknown> = Promise.resolve()
  let resyncing: Promise<void> | null = null

  const summaryOf = (plan: Plan): PlanSummary =>
    summarisePlan(plan, { id, createdAt, changedAt: world.now(), fallbackName })
  const track = (work: Promise<unknown>) => {
    inFlight = Promise.all([inFlight, work])
  }
  const fail = (failure: StorageFailure) => {
    isStalled = true
    state.setState({ save: { kind: 'failed', failure } })
  }

  const create = async () => {
    isCreated = true
    const { plan, envelope } = start
    const result = await storage.create({ summary: summaryOf(plan), text: plan.text, envelope })
    if (result.ok) return
    isCreated = false
    fail(result.failure)
  }

  const send = async (entry: Pending, revision: number) => {
    const { kind, origin } = entry
    const change = changeToJson(entry.change)
    const inverse = changeToJson(entry.inverse)
    const record: LogRecord = { revision, kind, origin, change, inverse, at: world.now() }
    const result = await storage.append(id, record, summaryOf(state.getState().plan))
    if (!result.ok) fail(result.failure)
    else if (result.value === 'behind') {
      isStalled = true
      void resync()
    } else confirm(entry)
  }

  const confirm = (entry: Pending) => {
    entry.isConfirmed = true
    while (pending[0]?.isConfirmed) {
      pending = pending.slice(1)
      confirmed++
    }
    if (pending.length > 0 || isStalled) return
    state.setState({ save: { kind: 'saved' } })
    if (confirmed - snapshotRevision >= snapshotEvery) {
      snapshotRevision = confirmed
      track(storage.renewSnapshot(id, confirmed, state.getState().plan.text, historyLimit))
    }
  }

  const sendAll = () => {
    isStalled = false
    pending.forEach((entry, index) => {
      entry.isConfirmed = false
      track(send(entry, confirmed + index + 1))
    })
    state.setState({ save: { kind: pending.length > 0 ? 'saving' : 'saved' } })
  }

  const resync = (): Promise<void> => {
    resyncing ??= readNewer().finally(() => {
      resyncing = null
    })
    return resyncing
  }

  const readNewer = async () => {
    await inFlight
    if (!isCreated) await create()
    const loaded = await storage.load(id)
    if (!loaded.ok) return fail(loaded.failure)
    if (!loaded.value) return fail(goneFailure)
    for (const record of loaded.value.log) {
      if (record.revision <= confirmed) continue
      if (record.origin === pending[0]?.origin) pending = pending.slice(1)
      else takeIn(changeFromJson(record.change))
      confirmed = record.revision
    }
    sendAll()
  }

  /** Somebody else's change, made for the stored text: carried over our own pending steps into the open plan. */
  const takeIn = (theirs: Change | null) => {
    if (!theirs) return
    let travelling = theirs
    pending = pending.map(entry => {
      const change = mapChange(entry.change, travelling)
      travelling = mapChange(travelling, entry.change, true)
      return { ...entry, change, inverse: mapChange(entry.inverse, travelling) }
    })
    const { plan, history } = state.getState()
    state.setState({ plan: applyChange(plan, travelling), history: mapHistory(history, travelling) })
  }

  return {
    save(step) {
      const entry: Pending = { ...step, origin: `${tab}:${steps++}`, isConfirmed: false }
      pending = [...pending, entry]
      if (isStalled) return void resync()
      state.setState({ save: { kind: 'saving' } })
      if (!isCreated) track(create())
      track(send(entry, confirmed + pending.length))
    },
    retry() {
      void resync()
    },
    async settled() {
      let seen: Promise<unknown> | null = null
      while (seen !== inFlight) {
        seen = inFlight
        await seen
        await resyncing
      }
    },
  }
}

const goneFailure: StorageFailure = {
  code: 'missing',
  message:
    'This plan is no longer in this browser: another tab deleted it. Your text is safe in this tab; download it to keep it.',
}
