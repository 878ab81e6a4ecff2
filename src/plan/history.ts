import { type Change, changeFromJson, changeToJson } from './change.ts'

/** What can be undone and redone: for each step the change that takes it back, newest last. */
export interface History {
  readonly undo: readonly Change[]
  readonly redo: readonly Change[]
}

/** How a change came about; the log keeps it, so that undo works after a reload. */
export type StepKind = 'edit' | 'undo' | 'redo'

export const emptyHistory: History = { undo: [], redo: [] }

/** Steps kept in memory and in the log. */
export const historyLimit = 500

/** The history after a step of `kind` that `inverse` would take back. */
export function recordStep(history: History, kind: StepKind, inverse: Change): History {
  switch (kind) {
    case 'edit':
      return { undo: push(history.undo, inverse), redo: [] }
    case 'undo':
      return { undo: history.undo.slice(0, -1), redo: push(history.redo, inverse) }
    case 'redo':
      return { undo: push(history.undo, inverse), redo: history.redo.slice(0, -1) }
  }
}

/** A step as the log keeps it; `inverse` gives exactly the text before it. */
interface LoggedStep {
  readonly kind: StepKind
  readonly change: unknown
  readonly inverse: unknown
}

/**
 * The history after a step of the log, which is one line of steps by all tabs. Where a tab took back a step that others
 * had built upon, what it did is not exactly the reverse: that is a step of its own.
 */
export function recordLogged(history: History, kind: StepKind, change: unknown, inverse: Change): History {
  const isExact = kind !== 'edit' && isSame(history[kind].at(-1), change)
  return recordStep(history, isExact ? kind : 'edit', inverse)
}

/** Rebuilds the history from the log, oldest record first; a record that does not fit ends what can be undone. */
export function historyFromLog(records: readonly LoggedStep[]): History {
  let history = emptyHistory
  for (const { kind, change, inverse } of records) {
    const back = changeFromJson(inverse)
    history = back ? recordLogged(history, kind, change, back) : emptyHistory
  }
  return history
}

function isSame(change: Change | undefined, json: unknown): boolean {
  return change !== undefined && JSON.stringify(changeToJson(change)) === JSON.stringify(json)
}

function push(stack: readonly Change[], change: Change): readonly Change[] {
  return [...stack.slice(Math.max(0, stack.length - historyLimit + 1)), change]
}
