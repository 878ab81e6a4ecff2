import { type Change, changeFromJson, mapChange } from './change.ts'

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

/** The history as it reads after somebody else's change, so that undo takes back our own edits only. */
export function mapHistory(history: History, over: Change): History {
  return { undo: mapStack(history.undo, over), redo: mapStack(history.redo, over) }
}

/**
 * The newest entry applies to the current text, each older one to the text before it; so `over` has to travel down
 * the stack, changed by every entry it passes.
 */
function mapStack(stack: readonly Change[], over: Change): readonly Change[] {
  const mapped: Change[] = []
  let travelling = over
  for (let at = stack.length - 1; at >= 0; at--) {
    const entry = stack[at]
    if (!entry) break
    mapped.unshift(mapChange(entry, travelling))
    travelling = mapChange(travelling, entry, true)
  }
  return mapped
}

/** Rebuilds the history from the log, oldest record first; a record that does not fit ends what can be undone. */
export function historyFromLog(records: readonly { kind: StepKind; inverse: unknown }[]): History {
  let history = emptyHistory
  for (const { kind, inverse } of records) {
    const change = changeFromJson(inverse)
    if (!change) history = emptyHistory
    else history = recordStep(history, kind, change)
  }
  return history
}

function push(stack: readonly Change[], change: Change): readonly Change[] {
  return [...stack.slice(Math.max(0, stack.length - historyLimit + 1)), change]
}
