import { type Change, makeChange } from '#plan/change.ts'

/** One change that leads from one text to the other: what is the same at both ends stays. */
export function differenceOf(before: string, after: string): Change {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const edit = { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
  const isSame = edit.from === edit.to && edit.insert === ''
  return makeChange('Change elsewhere', before.length, isSame ? [] : [edit])
}
