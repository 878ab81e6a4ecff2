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

/**
 * Every check of a gate that stands before the last phase of its template, with the stream of a later phase that does
 * the work, or `null` where the work is done by then.
 */
const earlyChecks: readonly (readonly [template: string, check: string, stream: string | null, why: string])[] = [
  [
    'web-application',
    'Backend endpoints match OpenAPI specification',
    'D',
    'D implements the endpoints; A only specifies them',
  ],
  [
    'web-application',
    'Frontend can communicate with mock API',
    'E',
    'E connects the frontend to the mock; C only scaffolds it',
  ],
  ['web-application', 'All services in docker-compose are healthy', null, 'B creates and verifies them'],
  ['api-service', 'API implementation matches OpenAPI specification 100%', 'D', 'D is the API implementation'],
  [
    'api-service',
    'All contract tests pass against mock and real API',
    'E',
    'E writes the contract tests; A only sets up their framework',
  ],
  ['api-service', 'Client SDKs work with mock API', 'F', 'F generates the SDKs; A only shows examples of them'],
  ['api-service', 'All integration tests pass against real implementation', null, 'E and D are before this gate'],
  ['api-service', 'Performance and security requirements met', null, 'D and E optimise and measure before this gate'],
  ['api-service', 'Client SDKs work with real API', null, 'F and D are before this gate'],
  ['mobile-application', 'Backend APIs match OpenAPI specification exactly', 'D', 'D implements the backend APIs'],
  [
    'mobile-application',
    'Mobile app can communicate with mock API service',
    'E',
    'E connects the app to the mock; C is only its foundation',
  ],
  [
    'mobile-application',
    'Authentication flows work end-to-end with mock services',
    'E',
    'E implements the flows; A only defines them, and what is defined does not work yet',
  ],
  [
    'data-pipeline',
    'All data interfaces follow defined schemas and contracts',
    null,
    'A specifies all data interfaces, and no later stream speaks of them',
  ],
  [
    'data-pipeline',
    'Data quality rules are enforced at ingestion points',
    'D',
    'D builds the ingestion; A only designs the rules',
  ],
  [
    'data-pipeline',
    'Infrastructure components can communicate and process data',
    null,
    'B is the infrastructure; E processes the data of the product',
  ],
  [
    'ml-application',
    'All ML APIs follow OpenAPI specification exactly',
    'F',
    'F implements the APIs; A only specifies them',
  ],
  [
    'ml-application',
    'Data contracts are enforced throughout the pipeline',
    'D',
    'D is the data pipeline; that of B trains and deploys',
  ],
  [
    'ml-application',
    'Model serving infrastructure can load and serve mock models',
    null,
    'B sets it up, and mock models wait for nobody',
  ],
  [
    'microservices',
    'All inter-service APIs match OpenAPI specifications',
    null,
    'A specifies them, and no later stream speaks of them',
  ],
  ['microservices', 'Message schemas follow AsyncAPI specifications', null, 'A designs the schemas'],
  ['microservices', 'Platform infrastructure can host mock services', null, 'B is the infrastructure'],
  [
    'microservices',
    'Service mesh can route between mock services',
    null,
    'B sets the mesh up; I only manages its traffic',
  ],
  ['microservices', 'All core services communicate via defined contracts', null, 'E is before this gate'],
  ['microservices', 'API Gateway successfully routes and aggregates requests', null, 'G is before this gate'],
  ['microservices', 'Contract tests pass between all service pairs', null, 'H is before this gate'],
  ['microservices', 'Distributed tracing captures end-to-end requests', null, 'B configures tracing; I only widens it'],
]

test('of the checks before a last phase exactly those that ask for later work are found, each with its stream', () => {
  const read = templates.flatMap(({ id }, at) => {
    const plan = plans[at]
    if (!plan) return []
    const findings = new Map(reviewPlan(plan).map(finding => [`${finding.code} ${finding.node}`, finding]))
    const last = plan.phases.at(-1)?.number
    return plan.integrationPoints
      .filter(({ after }) => after !== null && after !== 'final' && after.phase !== last)
      .flatMap(({ checks }) => checks)
      .map(check => {
        const stream = plan.nodes.get(findings.get(`gate-checks-later-work ${check.id}`)?.others[0] ?? check.id)
        return [id, check.text, stream?.kind === 'stream' ? stream.key : null]
      })
  })
  expect(read).toEqual(earlyChecks.map(([template, check, stream]) => [template, check, stream]))
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
