import type { Edit } from '#plan/change.ts'
import { lineEnd, nextLine } from '#plan/parse/lines.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { headingOf } from './heading.ts'
import { insertLines } from './insertLines.ts'
import { isBlankLine, lineBreakLength, lineStartBefore } from './lineBreaks.ts'

/**
 * The ways to write a `**Label:** value` line that a stream does not have yet: at the head of its fields, the estimate
 * before the dependencies, as one paragraph with them; and with a blank line after it where a list would not begin
 * without.
 */
export function waysToAddField(
  plan: Plan,
  stream: NodeId,
  field: 'estimate' | 'dependencies',
  value: string,
): readonly (readonly Edit[])[] {
  const at = placeOfField(plan, stream, field)
  if (at === null) return []
  const line = `${labelOf(plan, field)} ${value}`
  return [[insertLines(plan.text, at, [line])], [insertLines(plan.text, at, [line, ''])]]
}

function placeOfField(plan: Plan, stream: NodeId, field: 'estimate' | 'dependencies'): number | null {
  const { text } = plan
  const heading = headingOf(plan, stream)
  const spans = plan.spans.get(stream)
  if (!heading || !spans) return null
  if (field === 'dependencies' && spans.estimateValue) return afterLine(text, spans.estimateValue.to)
  const start = afterLine(text, heading.to)
  let at = start
  while (at < spans.whole.to && isBlankLine(text, at)) at = afterLine(text, at)
  return /^[ \t]*\*\*[^*\r\n]+\*\*/.test(text.slice(at, at + 80)) ? at : start
}

function afterLine(text: string, at: number): number {
  return nextLine(text, lineEnd(text, at))
}

const nativeLabels = { estimate: '**Estimated Time:**', dependencies: '**Dependencies:**' }

/** The label as the other streams write it, else as the templates do. */
function labelOf(plan: Plan, field: 'estimate' | 'dependencies'): string {
  for (const phase of plan.phases) {
    for (const { id } of phase.streams) {
      const spans = plan.spans.get(id)
      const value = field === 'estimate' ? spans?.estimateValue : spans?.dependencies
      if (!value) continue
      const from = lineBreakLength(plan.text, value.from) > 0 ? value.from : lineStartBefore(plan.text, value.from)
      return plan.text.slice(from, value.from).trim()
    }
  }
  return nativeLabels[field]
}

/** The lines of a field, whole: for taking it away. */
export function fieldLine(text: string, value: { from: number; to: number }) {
  return { from: lineStartBefore(text, value.from), to: afterLine(text, value.to) }
}
