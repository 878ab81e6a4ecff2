import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { countPlan, createPlanCounter } from './summarisePlan.ts'

test('counting edit after edit comes to what counting afresh does', () => {
  const anyText = fc
    .array(fc.array(fc.constantFrom('- [ ] a', '- [x] b', '- [-] c', '  - [x] d', '- plain'), { maxLength: 4 }), {
      maxLength: 4,
    })
    .map(phases => phases.map((lines, at) => `## Phase ${at}: P\n\n### Stream A: S\n${lines.join('\n')}\n`).join('\n'))
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 6 }), texts => {
      const count = createPlanCounter()
      for (const text of texts) {
        const plan = parsePlan(text)
        expect(count(plan)).toEqual(countPlan(plan))
        expect(count(plan)).toEqual(countPlan(plan))
      }
    }),
  )
})
