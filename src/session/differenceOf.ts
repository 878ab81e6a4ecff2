import { diffLines } from 'diff'
import { type Change, type Edit, makeChange } from '#plan/change.ts'

/** Ms. Texts that have little in common take the square of their length; those differ in one stretch. */
const timeout = 100

/** What leads from one text to the other, in as many places as their lines differ. */
export function differenceOf(before: string, after: string): Change {
  return makeChange('Change elsewhere', before.length, editsBetween(before, after))
}

function editsBetween(before: string, after: string): readonly Edit[] {
  const whole = narrow(0, before, after)
  if (!whole) return []
  const isOneLine = !before.slice(whole.from, whole.to).includes('\n')
  const parts = isOneLine ? undefined : diffLines(before, after, { timeout })
  if (!parts) return [whole]
  const edits: Edit[] = []
  let at = 0
  let [removed, added] = ['', '']
  const end = () => {
    const edit = narrow(at, removed, added)
    if (edit) edits.push(edit)
    at += removed.length
    removed = ''
    added = ''
  }
  for (const part of parts) {
    if (part.removed) removed += part.value
    else if (part.added) added += part.value
    else {
      end()
      at += part.value.length
    }
  }
  end()
  return edits
}

/** One edit: what is the same at both ends stays. `null` when all is. */
function narrow(at: number, before: string, after: string): Edit | null {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const edit = { from: at + start, to: at + before.length - end, insert: after.slice(start, after.length - end) }
  return edit.from === edit.to && edit.insert === '' ? null : edit
}
