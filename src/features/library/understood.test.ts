import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { examplePlan } from '#plan/templates/examplePlan.ts'
import { understood } from './understood.ts'

test.each([
  [examplePlan, '3 phases, 10 streams, 32 tasks'],
  ['- [ ] One\n', '1 task'],
  ['Only words.\n', 'No phases and no tasks in it yet'],
])('what is read in a text is said in numbers', (text, words) => {
  expect(understood(parsePlan(text))).toBe(words)
})
