import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyChange, type Change, changeFromJson, invertChange } from '#plan/change.ts'
import type { Envelope } from '#plan/file.ts'
import { emptyHistory, type History, historyFromLog, recordStep, type StepKind } from '#plan/history.ts'
import type { Outcome } from '#plan/outcome.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import type { PlanId, PlanSummary, StorageFailure, StoredPlan } from '#storage/planStorage.ts'
import { createSaver } from './saver.ts'
import type { SessionWorld } from './sessionWorld.ts'

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
  /** Tries again to save what could not be saved. */
  retry(): void
  /** Resolves when every edit so far is stored or has failed. */
  settled(): Promise<void>
}

/** Opens what `storage.load` gave. */
export function openSession(world: SessionWorld, stored: StoredPlan): PlanSession {
  let plan = parsePlan(stored.text)
  for (const record of stored.log) {
    if (record.revision <= stored.snapshotRevision) continue
    const change = changeFromJson(record.change)
    if (!change || change.set.length !== plan.text.length) break
    plan = applyChange(plan, change)
  }
  return createSession(world, {
    summary: stored.summary,
    envelope: stored.envelope,
    plan,
    revision: stored.revision,
    snapshotRevision: stored.snapshotRevision,
    history: historyFromLog(stored.log),
    isStored: true,
  })
}

/** Opens a plan that storage does not have; the first edit puts it there. */
export function openUnstored(world: SessionWorld, summary: PlanSummary, text: string, envelope: Envelope): PlanSession {
  return createSession(world, {
    summary,
    envelope,
    plan: parsePlan(text),
    revision: 0,
    snapshotRevision: 0,
    history: emptyHistory,
    isStored: false,
  })
}

interface Start {
  readonly summary: PlanSummary
  readonly envelope: Envelope
  readonly plan: Plan
  readonly revision: number
  readonly snapshotRevision: number
  readonly history: History
  readonly isStored: boolean
}

function createSession(world: SessionWorld, start: Start): PlanSession {
  const state = createStore<SessionState>(() => ({
    plan: start.plan,
    history: start.history,
    save: start.isStored ? { kind: 'saved' } : { kind: 'untouched' },
    envelope: start.envelope,
  }))
  const saver = createSaver(world, start, state)

  const commit = (kind: StepKind, change: Change) => {
    const before = state.getState()
    const plan = applyChange(before.plan, change)
    const inverse = invertChange(before.plan, change, plan)
    state.setState({ plan, history: recordStep(before.history, kind, inverse) })
    saver.save({ kind, change, inverse })
  }
  const step = (kind: 'undo' | 'redo') => {
    const change = state.getState().history[kind].at(-1)
    if (!change) return null
    commit(kind, change)
    return change.label
  }

  return {
    id: start.summary.id,
    fallbackName: start.summary.name,
    state,
    run(edit, ...args) {
      const outcome = edit(state.getState().plan, ...args)
      if (outcome.ok && !outcome.change.set.empty) commit('edit', outcome.change)
      return outcome
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    retry: saver.retry,
    settled: saver.settled,
  }
}
