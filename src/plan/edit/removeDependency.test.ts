import { describe, expect, test } from 'vitest'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { removeDependency } from './removeDependency.ts'

describe('removing a dependency', () => {
  test.each([
    ['a', 'b (part, x); c'],
    ['b', 'a; c'],
    ['c', 'a, b (part, x)'],
  ])('%s goes with one separator', (words, left) => {
    const after = proveEdit(
      '### Stream A: X\n**Dependencies:** a, b (part, x); c\n',
      plan => removeDependency(plan, idOf(plan, 'reference', words)),
      `### Stream A: X\n**Dependencies:** ${left}\n`,
    )
    expect(find(after, 'stream', 'X').dependencies).toHaveLength(2)
  })

  test('the last one of a stream leaves None', () => {
    proveEdit(
      '### Stream A: X\n**Dependencies:** a (part)\n**Tasks:**\n',
      plan => removeDependency(plan, idOf(plan, 'reference', 'a')),
      '### Stream A: X\n**Dependencies:** None\n**Tasks:**\n',
    )
  })

  test('the last one of a task leaves nothing', () => {
    proveEdit(
      '- [ ] x (depends on T1, T2) (Priority: High)\n',
      plan => removeDependency(plan, idOf(plan, 'reference', 'T1')),
      '- [ ] x (depends on T2) (Priority: High)\n',
    )
    proveEdit(
      '- [ ] x (depends on T1) (Priority: High)\n',
      plan => removeDependency(plan, idOf(plan, 'reference', 'T1')),
      '- [ ] x (Priority: High)\n',
    )
  })

  test('one that is gone is refused', () => {
    expect(refusalOf('- [ ] x\n', plan => removeDependency(plan, idOf(plan, 'task', 'x')))).toBe('dependency-not-found')
  })
})
