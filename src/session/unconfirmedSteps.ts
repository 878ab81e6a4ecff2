import type { StoreApi } from 'zustand/vanilla'
import { applyChange, type Change, changeFromJson, changeText, changeToJson, composeChanges } from '#plan/change.ts'
import { type History, recordLogged } from '#plan/history.ts'
import type { LogRecord, StoredPlan } from '#storage/planStorage.ts'
import { carryOver, type Pending } from './carryOver.ts'
import { differenceOf } from './differenceOf.ts'
import type { SessionState } from './planSession.ts'
import type { SessionNotice } from './sessionFailures.ts'
import { storedText, storedTextAt } from './storedText.ts'

/** The steps that storage has not confirmed, and the text they were made for. What comes in is woven into them. */
export interface UnconfirmedSteps {
  /** The newest revision that storage confirmed; the steps follow it one by one. */
  confirmed(): number
  all(): readonly Pending[]
  /** How many have been confirmed so far, by an answer or by what was read. */
  landed(): number
  add(step: Pending): void
  /** The text at the confirmed revision. */
  baseText(): string
  /** The first of them is stored. */
  settleFirst(): void
  /** Takes in records one by one; `false` when they do not fit. */
  follow(log: readonly LogRecord[]): boolean
  /** Takes in what is stored, however it came about. */
  adopt(stored: StoredPlan): void
  /** The plan was stored again, at this revision. */
  startAnew(revision: number): void
}

interface Start {
  readonly revision: number
  readonly history: History
}

export function createUnconfirmedSteps(
  start: Start,
  state: StoreApi<SessionState>,
  tell: (notice: SessionNotice) => void,
): UnconfirmedSteps {
  let confirmed = start.revision
  /** Undo and redo as they were at `confirmed`. */
  let settledHistory = start.history
  let pending: readonly Pending[] = []
  let landed = 0

  const baseText = () => pending.reduceRight((text, step) => changeText(text, step.inverse), state.getState().plan.text)

  const settleFirst = () => {
    const [first, ...rest] = pending
    if (!first) return
    settledHistory = recordLogged(settledHistory, first.kind, changeToJson(first.change), first.inverse)
    pending = rest
    confirmed++
    landed++
  }

  /** Somebody else's change, made for the text at `confirmed`. */
  const takeIn = (theirs: Change) => {
    const carried = carryOver({ base: baseText(), history: settledHistory, pending }, theirs)
    pending = carried.pending
    settledHistory = carried.settledHistory
    state.setState({ plan: applyChange(state.getState().plan, carried.theirs), history: carried.history })
    for (const clash of carried.clashes) tell({ kind: 'replaced', ...clash })
  }

  const lengthAtConfirmed = () => pending[0]?.change.set.length ?? state.getState().plan.text.length

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

  return {
    confirmed: () => confirmed,
    all: () => pending,
    landed: () => landed,
    add(step) {
      pending = [...pending, step]
    },
    baseText,
    settleFirst,
    follow,
    adopt(stored) {
      // A difference would be one stretch over all that others did, and what we did within it would give way.
      if (storedTextAt(stored, confirmed) === baseText() && follow(stored.log)) return
      const landed = new Set(stored.log.map(record => record.origin))
      while (pending[0] && landed.has(pending[0].origin)) settleFirst()
      const theirs = differenceOf(baseText(), storedText(stored))
      if (!theirs.set.empty) takeIn(theirs)
      confirmed = stored.revision
    },
    startAnew(revision) {
      confirmed = revision
    },
  }
}
