import { type Change, composeChanges, type Edit, editsOf, makeChange, mapChange } from '#plan/change.ts'
import { partMoves, type Stretch, writtenTwice } from './moves.ts'

/** Two edits of the same words: one had to give way. */
export interface Clash {
  /** The words that are in the text no more. */
  readonly lost: string
  /** What stands there; empty when the words were deleted. */
  readonly kept: string
  readonly lostIsOurs: boolean
}

interface Woven {
  /** Made for the text after `theirs`. */
  readonly ours: Change
  /** Made for the text after `ours`; both ways lead to the same text. */
  readonly theirs: Change
  readonly clashes: readonly Clash[]
}

/**
 * Two changes of one text, each as it reads after the other; theirs is stored and cannot be changed. Where both edit
 * the same words, both insertions side by side would be no value at all: what was edited within something larger that
 * the other replaced or deleted gives way; otherwise ours stands, being the later one. Lines that both moved are at one
 * place as well: where ours went.
 */
export function weave(ours: Change, theirs: Change): Woven {
  const [here, there] = [partMoves(editsOf(ours)), partMoves(editsOf(theirs))]
  const lostOfMine = new Map<Edit, readonly Stretch[]>()
  const lostOfOther = new Map<Edit, readonly Stretch[]>()
  const clashes: Clash[] = []
  for (const my of here.edits) {
    for (const their of there.edits) {
      if (!meet(my, their)) continue
      const lostIsOurs = isWithin(my, their)
      const [lost, kept] = lostIsOurs ? [my, their] : [their, my]
      // Lines that were moved to where others went away are nowhere else.
      if (lost.insert === '' || (lostIsOurs ? here : there).arrivals.has(lost)) continue
      ;(lostIsOurs ? lostOfMine : lostOfOther).set(lost, [[0, lost.insert.length]])
      if (lost.insert !== kept.insert) clashes.push({ lost: lost.insert, kept: kept.insert, lostIsOurs })
    }
  }
  for (const [edit, stretches] of writtenTwice(here, there)) lostOfOther.set(edit, stretches)
  if (lostOfMine.size === 0 && lostOfOther.size === 0) {
    return { ours: mapChange(ours, theirs), theirs: mapChange(theirs, ours, true), clashes }
  }
  const left = without(ours, here.edits, lostOfMine)
  const right = without(theirs, there.edits, lostOfOther)
  return {
    ours: composeChanges(ours.label, right.removal, mapChange(left.rest, right.rest)),
    theirs: composeChanges(theirs.label, left.removal, mapChange(right.rest, left.rest, true)),
    clashes,
  }
}

/**
 * An entry of undo and somebody else's change of one text, each as it reads after the other. Lines that both moved stay
 * where theirs went: taking our move back would put them in two places.
 */
export function giveWay(ours: Change, theirs: Change): Pick<Woven, 'ours' | 'theirs'> {
  const [here, there] = [partMoves(editsOf(ours)), partMoves(editsOf(theirs))]
  const lost = writtenTwice(there, here)
  if (lost.size === 0) return { ours: mapChange(ours, theirs), theirs: mapChange(theirs, ours, true) }
  const { rest, removal } = without(ours, here.edits, lost)
  return {
    ours: mapChange(rest, theirs),
    theirs: composeChanges(theirs.label, removal, mapChange(theirs, rest, true)),
  }
}

/** The words that gave way, whosever they are: both tabs read the same log. */
export function lostOf(clashes: readonly Clash[]): readonly string[] {
  return clashes.map(clash => clash.lost)
}

/** The change without some of what it inserts, and what takes that out of the text after it. */
function without(
  change: Change,
  edits: readonly Edit[],
  lost: ReadonlyMap<Edit, readonly Stretch[]>,
): { rest: Change; removal: Change } {
  const rest: Edit[] = []
  const removals: Edit[] = []
  let shift = 0
  for (const edit of edits) {
    let insert = ''
    let kept = 0
    for (const [from, to] of lost.get(edit) ?? []) {
      removals.push({ from: edit.from + shift + from, to: edit.from + shift + to, insert: '' })
      insert += edit.insert.slice(kept, from)
      kept = to
    }
    rest.push({ ...edit, insert: insert + edit.insert.slice(kept) })
    shift += edit.insert.length - (edit.to - edit.from)
  }
  return {
    rest: makeChange(change.label, change.set.length, rest),
    removal: makeChange(change.label, change.set.newLength, removals),
  }
}

/** Both touch the same characters, or one inserts between characters that the other takes away. */
function meet(a: Edit, b: Edit): boolean {
  if (a.from === a.to && b.from === b.to) return false
  return Math.max(a.from, b.from) < Math.min(a.to, b.to) || isInside(a, b) || isInside(b, a)
}

function isInside(insertion: Edit, { from, to }: Edit): boolean {
  return insertion.from === insertion.to && from < insertion.from && insertion.from < to
}

/** `inner` changes only a part of what `outer` takes away. */
function isWithin(inner: Edit, outer: Edit): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from
}
