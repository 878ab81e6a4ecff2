import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyChange, type Change, invertChange } from '#plan/change.ts'
import type { Envelope } from '#plan/file.ts'
import { emptyHistory, type History, historyFromLog, recordStep, type StepKind } from '#plan/history.ts'
import { type Outcome, refuse } from '#plan/outcome.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import type { ViewSettings } from '#plan/settings/viewSettings.ts'
import type { PlanId, PlanSummary, StorageFailure, StorageResult, StoredPlan } from '#storage/planStorage.ts'
import { createBackups } from './backups.ts'
import { createNotices } from './notices.ts'
import { createPlanPast, type PlanPast } from './planPast.ts'
import { createPlanSettings, type PlanSettings } from './planSettings.ts'
import { rawJson } from './rawJson.ts'
import { createSaver } from './saver.ts'
import { askStorage, removedFailure, type SessionNotice } from './sessionFailures.ts'
import type { SessionWorld } from './sessionWorld.ts'
import { storedText } from './storedText.ts'
import { watchWorld } from './watchWorld.ts'

export type SaveState =
  /** Not stored yet: an example that nobody has edited. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly failure: StorageFailure }

export interface SessionState {
  readonly plan: Plan
  readonly history: History
  readonly save: SaveState
  readonly envelope: Envelope
  /** Only shown, until `keep`: edits are refused with `only-shown`. */
  readonly isOnlyShown: boolean
}

/** Why `run` did nothing, or the change it made. */
export type RunResult = Outcome

/** The plan that is open: its text, undo, and saving. Made for one plan and thrown away with it. */
export interface PlanSession {
  readonly id: PlanId
  /** The plan's name where its text has no title. */
  readonly fallbackName: string
  readonly state: StoreApi<SessionState>
  /** Runs one edit: `run(setPriority, task.id, 'high')`. One run is one undo step. */
  run<Args extends readonly unknown[]>(edit: (plan: Plan, ...args: Args) => Outcome, ...args: Args): RunResult
  /** The label of what was undone; `null` when there is nothing to undo. */
  undo(): string | null
  redo(): string | null
  /** Stores a plan that was only shown, and runs the edit that was refused last. */
  keep(): void
  /** Tries again to save what could not be saved; a plan that was deleted elsewhere is kept. */
  retry(): void
  /** Resolves when every edit so far is stored or has failed. */
  settled(): Promise<void>
  /** What people should hear of, also what came before. Returns what stops it. */
  onNotice(listener: (notice: SessionNotice) => void): () => void
  /** Backups of it, and words that gave way. */
  readonly past: PlanPast
  /** Workers, calendar, assumptions. */
  readonly settings: PlanSettings
  /** What could not be read when the plan was opened, now or before, as JSON. */
  readAside(): Promise<StorageResult<string>>
  /** Hears no more of other tabs. What was asked for already is still stored. */
  close(): void
}

/** Opens what `storage.load` gave. */
export function openSession(world: SessionWorld, stored: StoredPlan): PlanSession {
  return createSession(world, {
    summary: stored.summary,
    envelope: stored.envelope,
    plan: parsePlan(storedText(stored)),
    revision: stored.revision,
    snapshotRevision: stored.snapshotRevision,
    history: historyFromLog(stored.log),
    isStored: true,
    isRemoved: stored.isRemoved,
    isOnlyShown: false,
    unreadable: stored.unreadable,
    fromBackup: stored.fromBackup ?? null,
    settings: null,
  })
}

/** Opens a plan that storage does not have; the first edit puts it there. */
export function openUnstored(world: SessionWorld, summary: PlanSummary, text: string, envelope: Envelope): PlanSession {
  return createSession(world, unstored(summary, text, envelope))
}

/** Opens a plan that came from elsewhere: to be looked at, and stored with `keep`. */
export function openShown(
  world: SessionWorld,
  summary: PlanSummary,
  text: string,
  envelope: Envelope,
  settings: ViewSettings | null = null,
): PlanSession {
  return createSession(world, { ...unstored(summary, text, envelope), isOnlyShown: true, settings })
}

function unstored(summary: PlanSummary, text: string, envelope: Envelope): Start {
  return {
    summary,
    envelope,
    plan: parsePlan(text),
    revision: 0,
    snapshotRevision: 0,
    history: emptyHistory,
    isStored: false,
    isRemoved: false,
    isOnlyShown: false,
    unreadable: 0,
    fromBackup: null,
    settings: null,
  }
}

interface Start {
  readonly summary: PlanSummary
  readonly envelope: Envelope
  readonly plan: Plan
  readonly revision: number
  readonly snapshotRevision: number
  readonly history: History
  readonly isStored: boolean
  readonly isRemoved: boolean
  readonly isOnlyShown: boolean
  readonly unreadable: number
  readonly fromBackup: number | null
  /** Those it came with. */
  readonly settings: ViewSettings | null
}

function firstSaveState({ isStored, isRemoved }: Start): SaveState {
  if (isRemoved) return { kind: 'failed', failure: removedFailure }
  return isStored ? { kind: 'saved' } : { kind: 'untouched' }
}

function createSession(world: SessionWorld, start: Start): PlanSession {
  const state = createStore<SessionState>(() => ({
    plan: start.plan,
    history: start.history,
    save: firstSaveState(start),
    envelope: start.envelope,
    isOnlyShown: start.isOnlyShown,
  }))
  const tab = world.newId()
  const notices = createNotices()
  const { unreadable, fromBackup } = start
  if (fromBackup !== null) notices.tell({ kind: 'from-backup', at: fromBackup, missing: unreadable })
  else if (unreadable > 0) notices.tell({ kind: 'unreadable', edits: unreadable })
  const settings = createPlanSettings(world, start.summary.id, state, start.settings)
  const saver = createSaver(world, tab, start, state, notice => {
    if (notice.kind === 'stored-again') settings.storeAgain()
    notices.tell(notice)
  })
  const stopWatching = watchWorld(world, start.summary.id, tab, saver, settings)
  const backups = createBackups(world, start.summary.id, state, saver, notices.tell)
  let isEdited = false

  const commit = (kind: StepKind, change: Change) => {
    backups.beforeEdit()
    const before = state.getState()
    const plan = applyChange(before.plan, change)
    const inverse = invertChange(before.plan, change, plan)
    state.setState({ plan, history: recordStep(before.history, kind, inverse) })
    saver.save({ kind, change, inverse })
    if (!isEdited) world.onFirstEdit?.()
    isEdited = true
  }
  const step = (kind: 'undo' | 'redo') => {
    for (;;) {
      const change = state.getState().history[kind].at(-1)
      if (!change) return null
      commit(kind, change)
      // Of an edit that others took further nothing may be left to take back: the one before it is meant.
      if (!change.set.empty) return change.label
    }
  }

  /** The edit that was refused because the plan is only shown. */
  let refused: (() => void) | null = null
  const run: PlanSession['run'] = (edit, ...args) => {
    const { plan, isOnlyShown } = state.getState()
    const outcome = edit(plan, ...args)
    if (!outcome.ok || outcome.change.set.empty) return outcome
    if (isOnlyShown) {
      refused = () => void run(edit, ...args)
      return refuse('only-shown', 'This plan is only shown. Keep a copy to change it.')
    }
    commit('edit', outcome.change)
    return outcome
  }
  const keep = () => {
    if (!state.getState().isOnlyShown) return
    state.setState({ isOnlyShown: false })
    if (refused) return refused()
    state.setState({ save: { kind: 'saving' } })
    saver.keep()
  }

  return {
    id: start.summary.id,
    fallbackName: start.summary.name,
    state,
    run,
    undo: () => step('undo'),
    redo: () => step('redo'),
    keep,
    retry: saver.keep,
    settled: saver.settled,
    onNotice: notices.listen,
    settings,
    past: createPlanPast(world, backups, { id: start.summary.id, run }),
    async readAside() {
      const records = await askStorage('open', () => world.storage.aside(start.summary.id))
      return records.ok ? { ok: true, value: rawJson(records.value) } : records
    },
    close() {
      saver.close()
      stopWatching()
    },
  }
}
