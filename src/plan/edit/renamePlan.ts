import type { Outcome } from '#plan/outcome.ts'
import { BlockKind } from '#plan/parse/blocks.ts'
import { lineEnd, nextLine } from '#plan/parse/lines.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import { insertLines } from './insertLines.ts'
import { modelOf } from './model.ts'
import { refuseEmpty, refuseWords } from './refusals.ts'
import { settle } from './settle.ts'

import { oneLine } from './words.ts'

/** Writes the plan's title; a text without one gets a heading at its top. Refuses empty words. */
export function renamePlan(plan: Plan, title: string): Outcome {
  const words = oneLine(title)
  if (words === '') return refuseEmpty('plan')
  const { title: span } = plan.planSpans
  const meant = { ...modelOf(plan), title: words }
  const top = topOf(plan)
  const blank = top < plan.text.length ? [''] : []
  const ways = span
    ? [[{ ...span, insert: words }], [{ ...span, insert: `${words} #` }]]
    : [
        [insertLines(plan.text, top, [`# ${words}`, ...blank])],
        [insertLines(plan.text, top, [`# ${words} #`, ...blank])],
      ]
  const outcome = settle('Rename plan', plan, ways, meant)
  return outcome.ok ? outcome : refuseWords(words)
}

/** Start of the first line that a heading can stand on: after front matter and byte order mark. */
export function topOf(plan: Plan): number {
  const { text, blocks } = readingOf(plan)
  if (blocks.kind[0] === BlockKind.frontMatter) return nextLine(text, lineEnd(text, blocks.to[0] ?? 0))
  return text.charCodeAt(0) === 0xfeff ? 1 : 0
}
