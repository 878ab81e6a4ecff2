import { describe, expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { duplicateTask } from './duplicateTask.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'

describe('duplicating a task', () => {
  test.each([
    ['- [x] b (Priority: High)\n- [ ] c\n', '- [x] b (Priority: High)\n- [x] b (Priority: High)\n- [ ] c\n'],
    ['- [ ] b\n  more\n\n  note\n', '- [ ] b\n  more\n\n  note\n- [ ] b\n  more\n\n  note\n'],
    ['1. [ ] b\n2. [ ] c\n', '1. [ ] b\n2. [ ] b\n2. [ ] c\n'],
    ['9. [ ] b\n   - [ ] n\n', '9. [ ] b\n   - [ ] n\n10. [ ] b\n    - [ ] n\n'],
    ['- [ ] a\n\n- [ ] b', '- [ ] a\n\n- [ ] b\n\n- [ ] b'],
    ['- [ ] a\n  - [ ] b\n', '- [ ] a\n  - [ ] b\n  - [ ] b\n'],
  ])('b of %j', (before, text) => {
    const words = before.includes('more') ? 'b more' : 'b'
    proveEdit(before, plan => duplicateTask(plan, idOf(plan, 'task', words)), text)
  })

  test('the copy and its nested tasks are new, the original keeps its ids', () => {
    const text = '- [ ] b\n  - [ ] n\n'
    const before = find(parsePlan(text), 'task', 'b')
    const after = proveEdit(text, plan => duplicateTask(plan, idOf(plan, 'task', 'b')), text + text)
    const [original, copy] = after.phases[0]?.streams[0]?.tasks ?? []
    expect(original).toEqual(before)
    expect(copy).toMatchObject({ text: 'b', children: [{ text: 'n' }] })
    expect([copy?.id, copy?.children[0]?.id]).not.toContain(before.id)
  })

  test('an item that shares its line is refused', () => {
    expect(refusalOf('- - [ ] b\n', plan => duplicateTask(plan, idOf(plan, 'task', 'b')))).toBe('shared-line')
  })
})
