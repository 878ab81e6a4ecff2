import type { Plan, Span } from '#plan/plan.ts'
import type { Finding } from '#plan/review/finding.ts'
import { type Mark, worse } from './reviews.ts'

export interface TextMark extends Mark, Span {}

/** Where the findings stand in the plan's text, in its order; those that overlap are one. */
export function textMarks(findings: readonly Finding[], plan: Plan): readonly TextMark[] {
  const found = findings.flatMap(finding => {
    const span = spanOf(finding, plan)
    return span && span.from < span.to && span.to <= plan.text.length
      ? [{ from: span.from, to: span.to, severity: finding.severity, words: finding.message }]
      : []
  })
  const marks: TextMark[] = []
  for (const mark of found.sort((one, other) => one.from - other.from)) {
    const last = marks.at(-1)
    if (last && mark.from < last.to) marks[marks.length - 1] = joined(last, mark)
    else marks.push(mark)
  }
  return marks
}

function spanOf({ code, node, span }: Finding, plan: Plan): Span | null {
  const spans = node === null ? undefined : plan.spans.get(node)
  if (!spans) return span
  return (code === 'inverted-estimate' ? spans.estimate : null) ?? spans.text ?? spans.line
}

function joined(one: TextMark, other: TextMark): TextMark {
  return {
    from: one.from,
    to: Math.max(one.to, other.to),
    severity: worse(one.severity, other.severity),
    words: `${one.words}\n${other.words}`,
  }
}
