import { type Change, changeText, changeToJson, composeChanges, editsOf, invertText, makeChange } from '#plan/change.ts'
import { type History, recordLogged, type StepKind } from '#plan/history.ts'
import { differenceOf } from './differenceOf.ts'
import { mapHistory } from './mapHistory.ts'
import { type Clash, lostOf, weave } from './weave.ts'

/** One edit to keep. `inverse` gives exactly the text before it. */
export interface SavedStep {
  readonly kind: StepKind
  readonly change: Change
  readonly inverse: Change
}

/** A step that storage has not confirmed. */
export interface Pending extends SavedStep {
  readonly origin: string
  readonly at: number
  /** Words that gave way to it, or of it that gave way to another tab's. */
  readonly lost: readonly string[]
  isConfirmed: boolean
}

interface Unconfirmed {
  /** The newest text that is known to be stored. */
  readonly base: string
  /** Undo and redo as they were at `base`. */
  readonly history: History
  /** What was done since; the first was made for `base`. */
  readonly pending: readonly Pending[]
}

/** Somebody else's change of `base`, carried over our steps: what each of them is now, and what is left of theirs. */
export function carryOver({ base, history: before, pending }: Unconfirmed, theirs: Change) {
  const settledHistory = mapHistory(before, theirs)
  const clashes: Clash[] = []
  let text = changeText(base, theirs)
  let history = settledHistory
  let travelling = theirs
  const carried = pending.map(step => {
    const woven = weave(step.change, travelling)
    clashes.push(...woven.clashes)
    travelling = woven.theirs
    // Undo takes back what our step is now, which may have taken the place of words that have to come back.
    const back = step.kind === 'edit' ? undefined : history[step.kind].at(-1)
    const change = back ?? woven.ours
    const after = changeText(text, change)
    if (back) travelling = composeChanges('', travelling, insteadOf(text, woven.ours, back))
    const inverse = invertText(text, change)
    text = after
    history = recordLogged(history, step.kind, changeToJson(change), inverse)
    return { ...step, change, inverse, lost: [...step.lost, ...lostOf(woven.clashes)] }
  })
  return { pending: carried, theirs: travelling, settledHistory, history, clashes }
}

/**
 * From the text after `done` to the text after `meant`, both made for `text`: place by place, because a single stretch
 * around everything that differs would take lines for replaced that were only moved over.
 */
function insteadOf(text: string, done: Change, meant: Change): Change {
  const before = changeText(text, done)
  const edits = editsOf(composeChanges('', invertText(text, done), meant)).flatMap(({ from, to, insert }) => {
    const { set } = differenceOf(before.slice(from, to), insert)
    return editsOf({ label: '', set }).map(edit => ({ ...edit, from: edit.from + from, to: edit.to + from }))
  })
  return makeChange('', before.length, edits)
}
