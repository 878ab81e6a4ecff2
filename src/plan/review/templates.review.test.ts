import { expect, test } from 'vitest'
import { changeText } from '#plan/change.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import type { FindingCode } from './finding.ts'
import { reviewPlan } from './reviewPlan.ts'

const plans = templates.map(template => parsePlan(renderTemplate(template)))

test('the four dependencies inside parallel phases of the templates are found, and no others', () => {
  expect(found('same-phase-dependency')).toEqual([
    ['[Data Pipeline Name]', 'Data Ingestion'],
    ['[ML App Name]', 'Data Pipeline'],
    ['[ML App Name]', 'Model Development'],
    ['[Microservices System Name]', 'Core Services'],
  ])
})

test('the Phase 3 that only the commands of four templates know is found', () => {
  expect(found('phase-only-in-commands')).toEqual([
    ['[Project Name]', 'Phase 3: Integration and deployment (Day 5+)'],
    ['[Mobile App Name]', 'Phase 3: Integration and deployment'],
    ['[Data Pipeline Name]', 'Phase 3: Integration and deployment'],
    ['[ML App Name]', 'Phase 3: Integration and deployment'],
  ])
})

test('the checks of the templates that ask for work of a later phase are found', () => {
  expect(found('gate-checks-later-work')).toEqual([
    ['[Project Name]', 'Backend endpoints match OpenAPI specification'],
    ['[Project Name]', 'Frontend can communicate with mock API'],
    ['[API Service Name]', 'API implementation matches OpenAPI specification 100%'],
    ['[API Service Name]', 'Client SDKs work with mock API'],
    ['[Mobile App Name]', 'Backend APIs match OpenAPI specification exactly'],
    ['[Data Pipeline Name]', 'Data quality rules are enforced at ingestion points'],
  ])
})

test('the 26 streams of the templates without an estimate are found, each with a figure to set', () => {
  const findings = plans.map(plan => reviewPlan(plan).filter(({ code }) => code === 'missing-estimate'))
  expect(findings.map(({ length }) => length)).toEqual([3, 4, 4, 4, 5, 6])
  expect(findings.flat().every(({ fix }) => fix !== null)).toBe(true)
})

test('every fix offered for a template takes its finding away and brings none', () => {
  for (const plan of plans) {
    const before = reviewPlan(plan).map(({ code }) => code)
    for (const { code, fix } of reviewPlan(plan)) {
      if (fix === null) continue
      const outcome = fix.edit(plan)
      if (!outcome.ok) throw new Error(outcome.refusal.message)
      const after = reviewPlan(parsePlan(changeText(plan.text, outcome.change))).map(finding => finding.code)
      expect(after.toSorted()).toEqual(before.toSpliced(before.indexOf(code), 1).toSorted())
    }
  }
})

test('nothing else in the templates is called a problem', () => {
  const problems = plans.flatMap(plan => reviewPlan(plan).filter(({ severity }) => severity === 'problem'))
  expect(problems).toEqual([])
})

function found(code: FindingCode): (readonly [string | null, string | null])[] {
  return plans.flatMap(plan =>
    reviewPlan(plan)
      .filter(finding => finding.code === code)
      .map(({ node }) => [plan.title, node === null ? null : wordsOf(plan, node)] as const),
  )
}

function wordsOf(plan: Plan, id: Parameters<Plan['nodes']['get']>[0]): string | null {
  const node = plan.nodes.get(id)
  if (node?.kind === 'executionStep') return node.comment
  return node?.kind === 'task' || node?.kind === 'reference' ? node.text : null
}
