import { type Outcome, refuse } from '#plan/outcome.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { NodeId, Phase, Plan } from '#plan/plan.ts'
import { topLevel } from './heading.ts'
import { insertLines } from './insertLines.ts'
import { modelOf } from './model.ts'
import { readsAsTiming, refuseTiming } from './phaseTiming.ts'
import { refuseEmpty } from './refusals.ts'
import { endOfWords, sectionLines } from './sectionLines.ts'
import { settle } from './settle.ts'

import { oneLine } from './words.ts'

/** Writes a new phase after the last one, with the next number. Refuses empty words, and a plan without phases' headings. */
export function addPhase(plan: Plan, name: string): Outcome {
  const words = oneLine(name)
  if (words === '') return refuseEmpty('phase')
  if (readsAsTiming(words)) return refuseTiming(words)
  const last = plan.phases.at(-1)
  if (plan.dialect !== 'native' && last) {
    return refuse('no-phases', 'The headings of this plan are no phases. Begin one with “Phase 1: ” in the text.')
  }
  const number = String(1 + Math.max(0, ...plan.phases.map(phase => Number.parseInt(phase.number ?? '0', 10))))
  const marks = '#'.repeat(topLevel(plan))
  const at = (last && sectionLines(plan, last.id)?.to) ?? endOfOverview(plan)
  const heading = `${marks} Phase ${number}: ${words}`
  const gap = at > 0 ? [''] : []
  const ways = [heading, `${heading} ${marks}`].map(line => [insertLines(plan.text, at, [...gap, line])])
  const phase: Phase = {
    kind: 'phase',
    id: 0 as NodeId,
    number,
    name: words,
    mode: null,
    days: null,
    streams: [],
    implicit: false,
  }
  const model = modelOf(plan)
  const meant = { ...model, phases: [...model.phases, phase] }
  return settle('Add phase', plan, ways, meant)
}

/** After title and overview; at the end of a text that has neither. */
function endOfOverview(plan: Plan): number {
  const { sections, text } = readingOf(plan)
  const section = sections.findLast(({ role }) => role === 'title' || role === 'overview')
  return section ? endOfWords(plan, section.block, section.end) : text.length
}
