import { expect, test } from 'vitest'
import { applyChange } from '#plan/change.ts'
import { addDependency } from '#plan/edit/addDependency.ts'
import { moveStream } from '#plan/edit/moveStream.ts'
import { setEstimate } from '#plan/edit/setEstimate.ts'
import type { Outcome } from '#plan/outcome.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { describeEffect } from './describeEffect.ts'
import { schedulePlan } from './schedulePlan.ts'

const text = `# P

## Phase 1: One (Parallel - Day 1)

### Stream A: Contract
**Estimated Time:** 4 hours
- [ ] a

### Stream B: Other
**Estimated Time:** 3 hours
- [ ] b

## Phase 2: Two (Parallel - Day 2)

### Stream C: Build
**Estimated Time:** 5 hours
- [ ] c
`

const plan = parsePlan(text)
const streamOf = (letter: string): NodeId => {
  const found = plan.phases.flatMap(phase => phase.streams).find(stream => stream.key === letter)
  if (!found) throw new Error(`No stream ${letter}`)
  return found.id
}

function effectOf(edit: (plan: Plan) => Outcome): string {
  const outcome = edit(plan)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  const after = applyChange(plan, outcome.change)
  return describeEffect(schedulePlan(plan), schedulePlan(after), plan, after)
}

test('a dependency that makes the plan longer says by how much, and where the critical path runs then', () => {
  expect(effectOf(now => addDependency(now, streamOf('B'), 'Stream A'))).toBe(
    'Finish 12 h instead of 9 h, 3 h later. The critical path then runs A, B, C.',
  )
})

test('a stream that moves forward says how much sooner all is done', () => {
  expect(effectOf(now => moveStream(now, streamOf('C'), { after: streamOf('B') }))).toBe(
    'Finish 5 h instead of 9 h, 4 h sooner. The critical path then runs C.',
  )
})

test('an edit beside the critical path changes nothing', () => {
  expect(effectOf(now => setEstimate(now, streamOf('B'), { min: 2, max: 2 }))).toBe(
    'Finish stays at 9 h. The critical path stays the same.',
  )
})

test('what cannot be kept is said: no schedule looks better for it', () => {
  const circle = effectOf(now => addDependency(now, streamOf('A'), 'Stream C'))
  expect(circle).toContain('One dependency could not be kept then')
})
