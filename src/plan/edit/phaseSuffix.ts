import { type Outcome, refuse } from '#plan/outcome.ts'
import type { Days, Mode, NodeId, Plan } from '#plan/plan.ts'
import { closingMarks, headingOf } from './heading.ts'
import { modelOf, withPhase } from './model.ts'
import { refuseMissing } from './refusals.ts'
import { settle } from './settle.ts'

const modes: Record<Mode, string> = { parallel: 'Parallel', sequential: 'Sequential' }

/** Writes a phase's parenthesis: `(Parallel - Day 1-2)`, `(Day 2-5)`, `(Parallel)`; without both it goes. */
export function writeSuffix(label: string, plan: Plan, id: NodeId, mode: Mode | null, days: Days | null): Outcome {
  const phase = plan.nodes.get(id)
  const spans = plan.spans.get(id)
  if (phase?.kind !== 'phase' || !spans) return refuseMissing('phase')
  if (phase.number === null || !spans.text) {
    return refuse(
      'no-phase-heading',
      'Only a heading like “Phase 1: Name” can say this. Name the phase so in the text.',
    )
  }
  const words = [mode && modes[mode], days && daysText(days)].filter(part => part !== null).join(' - ')
  const at = spans.text.to
  const old = spans.suffix ? { from: words ? spans.suffix.from : at, to: spans.suffix.to } : { from: at, to: at }
  const insert = words === '' ? '' : `${spans.suffix ? '' : ' '}(${words})`
  const meant = withPhase(modelOf(plan), id, before => ({ ...before, mode, days }))
  const edit = { ...old, insert }
  const heading = headingOf(plan, id)
  return settle(label, plan, heading ? [[edit], [edit, closingMarks(heading)]] : [[edit]], meant)
}

function daysText({ from, to }: Days): string {
  return from === to ? `Day ${from}` : `Day ${from}-${to}`
}
