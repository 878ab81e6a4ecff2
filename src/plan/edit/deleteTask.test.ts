import { describe, expect, test } from 'vitest'
import { deleteTask } from './deleteTask.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'

describe('deleting a task', () => {
  test.each([
    ['- [ ] a\n- [ ] b\n- [ ] c\n', '- [ ] a\n- [ ] c\n'],
    ['- [ ] a\n- [ ] b\n  - [ ] nested\n\n    note\n- [ ] c\n', '- [ ] a\n- [ ] c\n'],
    ['- [ ] a\n\n- [ ] b\n\n- [ ] c\n', '- [ ] a\n\n- [ ] c\n'],
    ['- [ ] a\n- [ ] b\n', '- [ ] a\n'],
    ['- [ ] a\n- [ ] b', '- [ ] a'],
    ['- [ ] a\n\n- [ ] b', '- [ ] a'],
    ['- [ ] a\n\n- [ ] b\n', '- [ ] a\n'],
    ['- [ ] a\n\n- [ ] b\n\n## H\n', '- [ ] a\n\n## H\n'],
    ['- [ ] a\r\n- [ ] b\r\n- [ ] c\n', '- [ ] a\r\n- [ ] c\n'],
    ['1. [ ] a\n2. [ ] b\n3. [ ] c\n', '1. [ ] a\n3. [ ] c\n'],
  ])('b of %j', (before, text) => {
    proveEdit(before, plan => deleteTask(plan, idOf(plan, 'task', 'b')), text)
  })

  test('checks and criteria go the same way', () => {
    const text =
      '## Phase 1: A\n### Integration 1: X (Final)\n- [ ] c\n- [ ] c2\n\n## Success Criteria\n- [ ] d\n- [ ] d2\n'
    proveEdit(text, plan => deleteTask(plan, idOf(plan, 'task', 'c')), text.replace('- [ ] c\n', ''))
    proveEdit(text, plan => deleteTask(plan, idOf(plan, 'task', 'd')), text.replace('- [ ] d\n', ''))
  })

  test('the last task of a stream leaves an empty stream', () => {
    const after = proveEdit(
      '## Phase 1: A\n### Stream A: X\n**Tasks:**\n- [ ] b\n\n## Phase 2: B\n',
      plan => deleteTask(plan, idOf(plan, 'task', 'b')),
      '## Phase 1: A\n### Stream A: X\n**Tasks:**\n\n## Phase 2: B\n',
    )
    expect(find(after, 'stream', 'X').tasks).toEqual([])
  })

  test('a line after the task is kept from running into the one before it', () => {
    const after = proveEdit(
      '# P\n\nwords\n- [ ] b\n---\n- [ ] c\n',
      plan => deleteTask(plan, idOf(plan, 'task', 'b')),
      '# P\n\nwords\n\n---\n- [ ] c\n',
    )
    expect(after.title).toBe('P')
  })

  test('a numbered list that would not begin any more gets a blank line', () => {
    proveEdit(
      '## Phase 1: A\n**Tasks:**\n1. [ ] b\n2. [ ] c\n',
      plan => deleteTask(plan, idOf(plan, 'task', 'b')),
      '## Phase 1: A\n**Tasks:**\n\n2. [ ] c\n',
    )
  })

  test('the last task under a heading of a file without streams leaves the heading as words', () => {
    const after = proveEdit(
      '# P\n\n## A\n\nwords\n\n- [ ] a\n\n## B\n\n- [ ] b\n',
      plan => deleteTask(plan, idOf(plan, 'task', 'a')),
      '# P\n\n## A\n\nwords\n\n## B\n\n- [ ] b\n',
    )
    expect(after.phases.flatMap(phase => phase.streams.map(stream => stream.name))).toEqual(['B'])
  })

  test('the last checkbox of a list with plain bullets stays, because the bullets would go with it', () => {
    const text = '# P\n\n- [ ] a\n- b\n\n## Q\n- [ ] c\n'
    expect(refusalOf(text, plan => deleteTask(plan, idOf(plan, 'task', 'a')))).toBe('last-checkbox')
  })

  test('an item that shares its line is refused', () => {
    expect(refusalOf('- - [ ] b\n', plan => deleteTask(plan, idOf(plan, 'task', 'b')))).toBe('shared-line')
  })

  test('a task that is gone is refused', () => {
    expect(refusalOf('', plan => deleteTask(plan, 9 as never))).toBe('task-not-found')
  })
})
