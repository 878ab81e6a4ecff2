import type { Edit } from '#plan/change.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { Plan } from '#plan/plan.ts'
import { frontMatterOf } from '#plan/settings/settingsInText.ts'
import { settingPrefix, settingsToLines, type ViewSettings } from '#plan/settings/viewSettings.ts'
import { insertLines } from './insertLines.ts'
import { lineBreakLength, linesOf } from './lineBreaks.ts'
import { modelOf } from './model.ts'
import { settle } from './settle.ts'

/**
 * Writes how the plan is looked at as front matter: a `braid-` line for each setting that is not as usual. Lines that
 * say so already and those of others stay; front matter in which nothing is left goes.
 */
export function writeSettings(plan: Plan, settings: ViewSettings): Outcome {
  return settle('Write settings', plan, [settingEdits(plan, settings)], modelOf(plan))
}

function settingEdits(plan: Plan, settings: ViewSettings): readonly Edit[] {
  const { text } = plan
  const wanted = settingsToLines(settings)
  const span = frontMatterOf(plan)
  if (!span) return wanted.length === 0 ? [] : [insertLines(text, 0, ['---', ...wanted, '---', ''])]

  let at = span.from
  const lines = linesOf(text.slice(span.from, span.to)).map(({ words, end }) => {
    const line = { words, from: at, wordsTo: at + words.length, to: at + words.length + end.length }
    at = line.to
    return line
  })
  const inner = lines.slice(1, -1)
  const foreign = inner.some(({ words }) => words.trim() !== '' && !words.startsWith(settingPrefix))
  if (wanted.length === 0 && !foreign) return [{ from: span.from, to: afterBlanks(text, span.to), insert: '' }]

  const left = new Map(wanted.map(line => [nameOf(line), line]))
  const edits = inner.flatMap(({ words, from, wordsTo, to }): readonly Edit[] => {
    const name = nameOf(words)
    if (!name.startsWith(settingPrefix)) return []
    const line = left.get(name)
    left.delete(name)
    if (line === undefined) return [{ from, to, insert: '' }]
    // Only the value: what stands before it stays.
    const same = name.length + 2
    return line === words ? [] : [{ from: from + same, to: wordsTo, insert: line.slice(same) }]
  })
  const closing = lines.at(-1)?.from ?? span.to
  const added = [...left.values()]
  return added.length === 0 ? edits : [...edits, insertLines(text, closing, added)]
}

function nameOf(line: string): string {
  return /^[^:]*/.exec(line)?.[0] ?? ''
}

/** The front matter's own line break, and the empty line after it. */
function afterBlanks(text: string, end: number): number {
  let at = end
  for (let breaks = 0; breaks < 2 && at < text.length; breaks++) {
    const length = lineBreakAfter(text, at)
    if (length === 0) break
    at += length
  }
  return at
}

function lineBreakAfter(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2
  return lineBreakLength(text, at + 1) > 0 && at < text.length ? 1 : 0
}
