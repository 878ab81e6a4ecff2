import type { Outcome } from '#plan/outcome.ts'
import { readingOf } from '#plan/parse/parsePlan.ts'
import type { IntegrationPoint, NodeId, Plan } from '#plan/plan.ts'
import { headingOf, topLevel } from './heading.ts'
import { insertLines } from './insertLines.ts'
import { modelOf } from './model.ts'
import { refuseEmpty } from './refusals.ts'
import { endOfWords, sectionLines } from './sectionLines.ts'
import { settle } from './settle.ts'

import { oneLine } from './words.ts'

/**
 * Writes a new integration point after the last one, with the next number and what it follows. A plan without any gets
 * a section for them after its phases. Refuses empty words.
 */
export function addIntegrationPoint(plan: Plan, name: string, after: { phase: string } | 'final'): Outcome {
  const words = oneLine(name)
  if (words === '') return refuseEmpty('integration point')
  const number = String(
    1 + Math.max(0, ...plan.integrationPoints.map(point => Number.parseInt(point.number ?? '0', 10))),
  )
  const suffix = after === 'final' ? '(Final)' : `(After Phase ${after.phase})`
  const { at, level, before } = placeFor(plan)
  const line = `${'#'.repeat(level)} Integration ${number}: ${words} ${suffix}`
  const point: IntegrationPoint = {
    kind: 'integrationPoint',
    id: 0 as NodeId,
    number,
    name: words,
    after,
    checks: [],
  }
  const model = modelOf(plan)
  const meant = { ...model, integrationPoints: [...model.integrationPoints, point] }
  const ways = [[insertLines(plan.text, at, [...before, line])]]
  return settle('Add integration point', plan, ways, meant)
}

function placeFor(plan: Plan): { at: number; level: number; before: readonly string[] } {
  const last = plan.integrationPoints.at(-1)
  const lines = last && sectionLines(plan, last.id)
  if (last && lines) return { at: lines.to, level: headingOf(plan, last.id)?.level ?? 3, before: [''] }
  const { sections, text } = readingOf(plan)
  const list = sections.find(({ role }) => role === 'integrationList')
  if (list) return { at: endOfWords(plan, list.block, list.end), level: Math.min(6, list.level + 1), before: [''] }
  const phase = plan.phases.at(-1)
  const phaseLines = phase && sectionLines(plan, phase.id)
  const level = topLevel(plan)
  return {
    at: phaseLines?.to ?? text.length,
    level: Math.min(6, level + 1),
    before: ['', `${'#'.repeat(level)} Sequential Integration Points`, ''],
  }
}
