import type { Edit } from '#plan/change.ts'
import type { Outcome } from '#plan/outcome.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import { topLevel } from './heading.ts'
import { insertLines } from './insertLines.ts'
import { isBlankLine, lineBreakAt, linesOf } from './lineBreaks.ts'
import { modelOf } from './model.ts'
import { topOf } from './renamePlan.ts'
import { settle } from './settle.ts'

/** Writes the words under the overview heading; a plan without one gets it after its title. Empty words clear it. */
export function setOverview(plan: Plan, text: string): Outcome {
  const lines = linesOf(text.trim()).map(line => line.words.trimEnd())
  const meant = { ...modelOf(plan), overview: lines.length > 0 ? lines.join('\n') : null }
  return settle('Edit overview', plan, [[overviewEdit(plan, lines)]], meant)
}

function overviewEdit(plan: Plan, lines: readonly string[]): Edit {
  const { overview, overviewAt } = plan.planSpans
  if (overview) return { ...overview, insert: lines.join(lineBreakAt(plan.text, overview.from)) }
  if (overviewAt !== null) {
    const blank = isBlankLine(plan.text, overviewAt) ? [] : ['']
    return insertLines(plan.text, overviewAt, [...lines, ...blank])
  }
  if (lines.length === 0) return { from: 0, to: 0, insert: '' }
  const { sections } = readingOf(plan)
  const title = sections.find(({ role }) => role === 'title')
  const at = title?.end ?? topOf(plan)
  return insertLines(plan.text, at, [
    ...(at === plan.text.length && at > 0 ? [''] : []),
    `${'#'.repeat(topLevel(plan))} Overview`,
    ...lines,
    '',
  ])
}
