import type { Edit } from '#plan/change.ts'
import { type CommandGroup, readCommandGroups } from '#plan/execution/readCommands.ts'
import { type Outcome, refuse } from '#plan/outcome.ts'
import { lineEnd, nextLine } from '#plan/parse/lines.ts'
import type { ExecutionStep, Plan } from '#plan/plan.ts'
import { changeOf } from './changeOf.ts'
import { isBlankLine, lineStartBefore } from './lineBreaks.ts'
import { modelOf } from './model.ts'
import { refuseUnreadable } from './refusals.ts'
import { sameModel } from './sameModel.ts'
import { reads } from './settle.ts'

/** Takes away the commands under comments that name a phase which the plan does not have. */
export function removeStrayCommands(plan: Plan): Outcome {
  const label = 'Remove commands'
  const strays = readCommandGroups(plan).filter(group => group.number !== null && group.phase === null)
  if (strays.length === 0) return refuse('no-strays', 'All commands belong to a phase of the plan.')
  const isGone = (step: ExecutionStep) => {
    const at = plan.spans.get(step.id)?.whole.from ?? -1
    return strays.some(({ span }) => span.from <= at && at < span.to)
  }
  const meant = { ...modelOf(plan), execution: plan.execution.filter(step => !isGone(step)) }
  const outcome = changeOf(
    label,
    plan,
    strays.map(group => removedGroup(plan, group)),
  )
  return reads(plan, outcome, after => sameModel(meant, modelOf(after))) ? outcome : refuseUnreadable(label)
}

/** With the blank lines that part it from what stands above, or below where it is the first. */
export function removedGroup({ text }: Plan, { span }: CommandGroup): Edit {
  let { from } = span
  let to = nextLine(text, lineEnd(text, span.to))
  while (from > 0 && isBlankLine(text, lineStartBefore(text, from))) from = lineStartBefore(text, from)
  if (from === span.from) while (to < text.length && isBlankLine(text, to)) to = nextLine(text, lineEnd(text, to))
  return { from, to, insert: '' }
}
