import { expect, test } from 'vitest'
import { applyChange } from '#plan/change.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { reviewPlan } from '#plan/review/reviewPlan.ts'

const textWith = (estimate: string) => `# T

## Phase 1: P (Parallel)

### Stream A: Alpha
**Estimated Time:** ${estimate}
- [ ] Build the hull

### Stream B: Beta
**Estimated Time:** 4 hours
- [ ] Sew the sails
`

function estimateFindings(estimate: string) {
  const plan = parsePlan(textWith(estimate))
  return reviewPlan(plan)
    .filter(({ code }) => code === 'missing-estimate' || code === 'inverted-estimate')
    .map(({ code, message, fix }) => {
      const outcome = fix?.edit(plan)
      const after = outcome?.ok ? applyChange(plan, outcome.change).text : null
      return { code, message, estimate: after && /Time:\*\* (.*)/.exec(after)?.[1] }
    })
}

test.each([
  ['8-4 hours', '4-8 hours'],
  ['8h-4h', '4-8h'],
  ['2 days - 4 hours', '4-16 hours'],
  ['[3-1] weeks', '40-120 hours'],
])('an estimate of %s stands on its head, and the fix makes it %s', (inverted, mended) => {
  expect(estimateFindings(inverted)).toMatchObject([{ code: 'inverted-estimate', estimate: mended }])
})

test.each([
  ['', 'Stream A has no estimate.'],
  ['TBD', 'Stream A is estimated at “TBD”, which gives no figure with hours, days or weeks.'],
  ['15 Story Points', 'Stream A is estimated at “15 Story Points”, which gives no figure with hours, days or weeks.'],
  [
    'some time after the harbour master comes back from leave',
    'Stream A is estimated at “some time after the harbour master comes...”, which gives no figure with hours, days or weeks.',
  ],
])('an estimate of “%s” is missing', (words, message) => {
  expect(estimateFindings(words)).toEqual([
    { code: 'missing-estimate', message: `${message} It is planned with an assumed 4 h.`, estimate: '4 hours' },
  ])
})

const phasesWith = (gates: string) => `# T

## Phase 1: First

### Stream A: Alpha
- [ ] Build the hull

## Phase 2: Last

### Stream B: Beta
**Dependencies:** Stream A
- [ ] Sew the sails
${gates}`

test.each([
  ['no gate', '', []],
  ['a gate after its phase', '\n### Integration 1: Trials (After Phase 2)\n- [ ] The boat floats\n', []],
  ['a last gate', '\n### Integration 1: Trials (Final)\n- [ ] The boat floats\n', []],
  ['a gate before it', '\n### Integration 1: Hull (After Phase 1)\n- [ ] The hull is dry\n', ['Stream B']],
])('of a plan with %s the unused streams of its last phase are found', (_, gates, names) => {
  const unused = reviewPlan(parsePlan(phasesWith(gates))).filter(({ code }) => code === 'unused-stream')
  expect(unused.map(({ message }) => /for (Stream .) and/.exec(message)?.[1])).toEqual(names)
})
