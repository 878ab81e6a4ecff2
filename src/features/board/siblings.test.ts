import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId, Task } from '#plan/plan.ts'
import { siblingsOf, streamOf } from './siblings.ts'

const plan = parsePlan(`## Phase 1: One

### Stream A: First
**Tasks:**
- [ ] one
- [ ] two
  - [ ] two a
  - [ ] two b
- [ ] three

## Sequential Integration Points

### Integration 1: Gate (After Phase 1)
- [ ] check one
- [ ] check two

## Success Criteria
- [ ] goal one
- [ ] goal two
`)

const all: Task[] = []
const collect = (task: Task) => {
  all.push(task)
  task.children.forEach(collect)
}
plan.phases[0]?.streams[0]?.tasks.forEach(collect)
plan.integrationPoints[0]?.checks.forEach(collect)
plan.criteria.forEach(collect)

const idOf = (text: string) => all.find(task => task.text === text)?.id ?? (0 as NodeId)
const beside = (text: string) => {
  const siblings = siblingsOf(plan, idOf(text))
  return siblings && [siblings.before.map(task => task.text), siblings.after.map(task => task.text)]
}

test('the nearest sibling comes first on both sides', () => {
  expect(beside('three')).toEqual([['two', 'one'], []])
  expect(beside('one')).toEqual([[], ['two', 'three']])
})

test('nested tasks, checks and criteria have siblings of their own', () => {
  expect(beside('two a')).toEqual([[], ['two b']])
  expect(beside('check two')).toEqual([['check one'], []])
  expect(beside('goal one')).toEqual([[], ['goal two']])
})

test('what is no task has none', () => {
  expect(siblingsOf(plan, 987654 as NodeId)).toBeNull()
})

test('a nested task stands in its stream, a check in none', () => {
  expect(streamOf(plan, idOf('two b'))?.name).toBe('First')
  expect(streamOf(plan, idOf('check one'))).toBeNull()
})
