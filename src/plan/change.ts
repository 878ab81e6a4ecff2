import { ChangeSet, type ChangeSpec, Text } from '@codemirror/state'
import type { NodeKind } from './parse/nodeTable.ts'
import { censusOf, reparsePlan } from './parse/parsePlan.ts'
import type { NodeId, Plan } from './plan.ts'

/** Replace `[from, to)` by `insert`. Offsets count in the text before the change. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** An identity to give back: the node of this kind that begins at offset `at` of the new text is `id` again. */
export interface Revival {
  readonly at: number
  readonly kind: NodeKind
  readonly id: NodeId
}

/** A change of the text as a value: it can be applied, inverted, composed, mapped over another and sent as JSON. */
export interface Change {
  /** For the undo button: 'Move task'. */
  readonly label: string
  readonly set: ChangeSet
  /** Set on the inverse of a change, so that undoing a delete brings back the same node. Not part of the JSON. */
  readonly revivals?: readonly Revival[]
}

/** Unlike CodeMirror's own splitting this keeps a stray CR where it is. */
export function asText(text: string): Text {
  return Text.of(text.split('\n'))
}

/** Edits must not overlap; their order does not matter. */
export function makeChange(label: string, length: number, edits: readonly Edit[]): Change {
  const specs: ChangeSpec[] = edits.map(edit => ({ from: edit.from, to: edit.to, insert: asText(edit.insert) }))
  return { label, set: ChangeSet.of(specs, length) }
}

export function changeText(text: string, change: Change): string {
  if (text.length !== change.set.length) {
    throw new RangeError(`A change for ${change.set.length} characters cannot apply to ${text.length}`)
  }
  const pieces: string[] = []
  let kept = 0
  change.set.iterChanges((from, to, _fromNew, _toNew, inserted) => {
    pieces.push(text.slice(kept, from), inserted.toString())
    kept = to
  }, true)
  pieces.push(text.slice(kept))
  return pieces.join('')
}

/** The edits of a change, each with the text it inserts. */
export function editsOf(change: Change): readonly Edit[] {
  const edits: Edit[] = []
  change.set.iterChanges((from, to, _fromNew, _toNew, inserted) => {
    edits.push({ from, to, insert: inserted.toString() })
  }, true)
  return edits
}

/** What takes `change` back, given the text it was made for. The text alone: identities are `invertOn`'s business. */
export function invertText(text: string, change: Change): Change {
  const edits: Edit[] = []
  change.set.iterChanges((from, to, fromNew, toNew) => {
    edits.push({ from: fromNew, to: toNew, insert: text.slice(from, to) })
  }, true)
  return makeChange(change.label, change.set.newLength, edits)
}

/** `first` and then `second` as one change under `label`. */
export function composeChanges(label: string, first: Change, second: Change): Change {
  return { label, set: first.set.compose(second.set) }
}

/**
 * `change` as it reads after `over`, when both were made for the same text. `before` says that where both insert at
 * one place, `change` comes first.
 */
export function mapChange(change: Change, over: Change, before = false): Change {
  const set = change.set.map(over.set, before)
  return { label: change.label, set }
}

/** Plain data: `{ label, set }`, where `set` is the JSON of `@codemirror/state`. */
export function changeToJson(change: Change): { label: string; set: unknown } {
  return { label: change.label, set: change.set.toJSON() }
}

/** `null` for anything that is no change. */
export function changeFromJson(json: unknown): Change | null {
  if (typeof json !== 'object' || json === null) return null
  const { label, set } = json as { label?: unknown; set?: unknown }
  if (typeof label !== 'string' || !areSections(set)) return null
  try {
    return { label, set: ChangeSet.fromJSON(set) }
  } catch {
    return null
  }
}

/** What `ChangeSet.fromJSON` takes on trust: that lengths are counts, and that no text is longer than a text can be. */
function areSections(set: unknown): boolean {
  if (!Array.isArray(set)) return false
  let length = 0
  for (const section of set) {
    const [kept, ...lines]: readonly unknown[] = Array.isArray(section) ? section : [section]
    if (typeof kept !== 'number' || !Number.isInteger(kept) || kept < 0) return false
    length += kept
    for (const line of lines) {
      if (typeof line !== 'string') return false
      length += line.length + 1
    }
    if (length > longestText) return false
  }
  return true
}

/** Characters; a string of any browser holds at least so many. */
const longestText = 2 ** 29

const previews = new WeakMap<Change, { readonly before: Plan; readonly after: Plan }>()

/** The plan after a change. Throws a `RangeError` for a change that was made for a text of another length. */
export function applyChange(plan: Plan, change: Change): Plan {
  const known = previews.get(change)
  if (known?.before === plan) return known.after
  return reparsePlan(changeText(plan.text, change), plan, change)
}

/**
 * `applyChange` for an edit that looks at what its change would give before it offers it. The plan is kept with the
 * change, so that applying it costs nothing again.
 */
export function previewChange(plan: Plan, change: Change): Plan {
  const after = applyChange(plan, change)
  previews.set(change, { before: plan, after })
  return after
}

/** What takes `change` back. `after` is `before` with `change` applied; nodes it deleted get their ids back. */
export function invertChange(before: Plan, change: Change, after: Plan): Change {
  const { table, ids } = censusOf(before)
  const revivals: Revival[] = []
  for (let row = 0; row < table.count; row++) {
    const id = ids[row] as NodeId
    if (!after.nodes.has(id)) revivals.push({ at: table.start[row] ?? 0, kind: table.kind[row] as NodeKind, id })
  }
  return { ...invertText(before.text, change), revivals }
}
