import type { Change } from '#plan/change.ts'
import type { History } from '#plan/history.ts'
import { giveWay } from './weave.ts'

/** The history as it reads after somebody else's change, so that undo takes back our own edits only. */
export function mapHistory(history: History, over: Change): History {
  return { undo: mapStack(history.undo, over), redo: mapStack(history.redo, over) }
}

/**
 * The newest entry applies to the current text, each older one to the text before it; so `over` has to travel down
 * the stack, changed by every entry it passes. An entry of which nothing is left stays as an empty change, because
 * steps that are on their way count on their places.
 */
function mapStack(stack: readonly Change[], over: Change): readonly Change[] {
  const mapped: Change[] = []
  let travelling = over
  for (let at = stack.length - 1; at >= 0; at--) {
    const entry = stack[at]
    if (!entry) break
    const { ours, theirs } = giveWay(entry, travelling)
    mapped.unshift(ours)
    travelling = theirs
  }
  return mapped
}
