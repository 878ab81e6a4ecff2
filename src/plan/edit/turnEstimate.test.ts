import { expect, test } from 'vitest'
import { applyChange } from '#plan/change.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { turnEstimate } from './turnEstimate.ts'

function turned(task: string): string | undefined {
  const plan = parsePlan(`# T\n\n- [ ] ${task}\n- [ ] other (9-1h)\n`)
  const id = plan.phases[0]?.streams[0]?.tasks[0]?.id
  const outcome = id === undefined ? undefined : turnEstimate(plan, id)
  return outcome?.ok ? applyChange(plan, outcome.change).text.split('\n')[2] : outcome?.refusal.code
}

test('the figures change places, and nothing else does', () => {
  expect(turned('Add filters (6-2h) (Priority: High)')).toBe('- [ ] Add filters (2-6h) (Priority: High)')
  expect(turned('Add filters (Estimate: 3 – 1.5 days)')).toBe('- [ ] Add filters (Estimate: 1.5 – 3 days)')
})

test('an estimate of one figure, or none, is refused', () => {
  expect(turned('Add filters (6h)')).toBe('no-range')
  expect(turned('Add filters')).toBe('no-range')
})
