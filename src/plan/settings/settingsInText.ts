import { BlockKind } from '#plan/parse/blocks.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { Plan, Span } from '#plan/plan.ts'
import { settingsFromLines, type ViewSettings } from './viewSettings.ts'

/** The front matter with both its `---` lines; `null`: the text has none. */
export function frontMatterOf(plan: Plan): Span | null {
  const { blocks } = readingOf(plan)
  if (blocks.count === 0 || blocks.kind[0] !== BlockKind.frontMatter) return null
  return { from: blocks.from[0] ?? 0, to: blocks.to[0] ?? 0 }
}

/** What the front matter says of how to look at the plan; `null`: nothing. */
export function settingsInText(plan: Plan): ViewSettings | null {
  const span = frontMatterOf(plan)
  return span && settingsFromLines(plan.text.slice(span.from, span.to).split(/\r\n|\r|\n/))
}
