import { type Edit, makeChange } from '#plan/change.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'

/** An outcome that makes these edits; what an edit would write again as it stands is left alone. */
export function changeOf(label: string, plan: Plan, edits: readonly Edit[]): Outcome {
  const needed = edits.map(edit => narrow(plan.text, edit)).filter(edit => edit.to > edit.from || edit.insert !== '')
  return { ok: true, change: makeChange(label, plan.text.length, needed) }
}

/** The edit without what it shares with the text at its ends; never cuts a surrogate pair. */
function narrow(text: string, { from, to, insert }: Edit): Edit {
  let start = 0
  while (start < insert.length && from + start < to && text[from + start] === insert[start]) start++
  if (start > 0 && isHighSurrogate(insert.charCodeAt(start - 1))) start--
  let end = 0
  while (
    end < insert.length - start &&
    to - end > from + start &&
    text[to - end - 1] === insert[insert.length - end - 1]
  )
    end++
  if (end > 0 && isLowSurrogate(insert.charCodeAt(insert.length - end))) end--
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}
