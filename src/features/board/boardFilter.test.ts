import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { countMatches, isFiltering, matchesFilter, noFilter, type TaskFilter } from './boardFilter.ts'

const plan = parsePlan(`## Phase 1: One

### Stream A: First
**Tasks:**
- [ ] T001 Write the contract (Priority: Critical)
- [x] Review the contract (Priority: Low)
- [~] Build the mock
  - [ ] Record answers (Priority: High)
- a plain remark
`)
const tasks = plan.phases[0]?.streams[0]?.tasks ?? []

function shown(part: Partial<TaskFilter>): readonly string[] {
  return tasks.filter(task => matchesFilter(task, { ...noFilter, ...part })).map(task => task.text)
}

test('without a filter everything shows', () => {
  expect(shown({})).toHaveLength(4)
  expect(isFiltering(noFilter)).toBe(false)
  expect(isFiltering({ ...noFilter, text: '  ' })).toBe(false)
})

test('words match in any order and any case, and the key counts', () => {
  expect(shown({ text: 'CONTRACT the write' })).toEqual(['Write the contract'])
  expect(shown({ text: 't001' })).toEqual(['Write the contract'])
})

test('a task shows when one nested in it matches', () => {
  expect(shown({ text: 'answers' })).toEqual(['Build the mock'])
  expect(shown({ priorities: ['high'] })).toEqual(['Build the mock'])
})

test('open means still to do, a task in progress too; a plain bullet is neither open nor done', () => {
  expect(shown({ progress: 'open' })).toEqual(['Write the contract', 'Build the mock'])
  expect(shown({ progress: 'done' })).toEqual(['Review the contract'])
})

test('a task must meet every part', () => {
  expect(shown({ priorities: ['critical', 'low'], progress: 'done', text: 'contract' })).toEqual([
    'Review the contract',
  ])
})

test('the count is of tasks that match themselves, nested ones too', () => {
  expect(countMatches(plan, { ...noFilter, text: 'answers' })).toEqual({ shown: 1, total: 5 })
})
