import { type Edit, makeChange } from '#plan/change.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import { cutsCharacter } from './words.ts'

/** An outcome that makes these edits; what an edit would write again as it stands is left alone. */
export function changeOf(label: string, plan: Plan, edits: readonly Edit[]): Outcome {
  const needed = edits.map(edit => narrow(plan.text, edit)).filter(edit => edit.to > edit.from || edit.insert !== '')
  return { ok: true, change: makeChange(label, plan.text.length, needed) }
}

/** The edit without what it shares with the text at its ends. */
function narrow(text: string, { from, to, insert }: Edit): Edit {
  let start = 0
  while (start < insert.length && from + start < to && text[from + start] === insert[start]) start++
  if (cutsCharacter(insert, start) || cutsCharacter(text, from + start)) start--
  let end = 0
  const most = Math.min(insert.length, to - from) - start
  while (end < most && text[to - end - 1] === insert[insert.length - end - 1]) end++
  if (end > 0 && (cutsCharacter(insert, insert.length - end) || cutsCharacter(text, to - end))) end--
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) }
}
