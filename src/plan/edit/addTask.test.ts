import { describe, expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { addTask } from './addTask.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'

const native = [
  '# Plan',
  '',
  '## Phase 1: Build',
  '',
  '### Stream A: One',
  '**Dependencies:** None',
  '**Tasks:**',
  '- [ ] first (Priority: High)',
  '- [x] second',
  '',
  '### Stream B: Two',
  '**Dependencies:** None',
  '**Tasks:**',
  '',
  '### Stream C: Three',
  '',
  '## Success Criteria',
  '- [ ] done',
  '',
].join('\n')

describe('adding a task', () => {
  test('writes one line after, before, or at the end of a list', () => {
    const after = proveEdit(
      native,
      plan => addTask(plan, { after: idOf(plan, 'task', 'first') }, 'new'),
      native.replace('(Priority: High)\n', '(Priority: High)\n- [ ] new\n'),
    )
    expect(find(after, 'stream', 'One').tasks.map(task => task.text)).toEqual(['first', 'new', 'second'])
    proveEdit(
      native,
      plan => addTask(plan, { before: idOf(plan, 'task', 'first') }, 'new'),
      native.replace('- [ ] first', '- [ ] new\n- [ ] first'),
    )
    proveEdit(
      native,
      plan => addTask(plan, { in: idOf(plan, 'stream', 'One') }, 'new'),
      native.replace('- [x] second\n', '- [x] second\n- [ ] new\n'),
    )
    proveEdit(native, plan => addTask(plan, { in: 'criteria' }, 'new'), `${native}- [ ] new\n`)
  })

  test('what is typed is read like a line of the file', () => {
    const after = proveEdit(
      native,
      plan => addTask(plan, { in: idOf(plan, 'stream', 'One') }, ' T7 new \n words (2h)  (Priority: Low) '),
      native.replace('- [x] second\n', '- [x] second\n- [ ] T7 new words (2h)  (Priority: Low)\n'),
    )
    expect(find(after, 'task', 'new words')).toMatchObject({
      key: 'T7',
      priority: 'low',
      state: 'open',
      estimate: { min: 2, max: 2 },
    })
  })

  test('a first task goes after the label of its stream', () => {
    proveEdit(
      native,
      plan => addTask(plan, { in: idOf(plan, 'stream', 'Two') }, 'new'),
      native.replace('**Tasks:**\n\n### Stream C', '**Tasks:**\n- [ ] new\n\n### Stream C'),
    )
  })

  test('a stream without the label gets it, because the other streams have it', () => {
    const after = proveEdit(
      native,
      plan => addTask(plan, { in: idOf(plan, 'stream', 'Three') }, 'new'),
      native.replace('### Stream C: Three\n', '### Stream C: Three\n**Tasks:**\n- [ ] new\n'),
    )
    expect(find(after, 'stream', 'Three').tasks).toHaveLength(1)
  })

  test('a rule at the end of an empty stream stays at its end', () => {
    proveEdit(
      '## Phase 1: A\n### Stream A: One\n**Tasks:**\n\n---\n\n## Phase 2: B\n',
      plan => addTask(plan, { in: idOf(plan, 'stream', 'One') }, 'new'),
      '## Phase 1: A\n### Stream A: One\n**Tasks:**\n- [ ] new\n\n---\n\n## Phase 2: B\n',
    )
  })

  test('an empty integration point and a missing section of criteria get their first line', () => {
    const text = '## Phase 1: A\n\n- [ ] a\n\n### Integration 1: X (Final)\n'
    proveEdit(text, plan => addTask(plan, { in: idOf(plan, 'integrationPoint', 'X') }, 'new'), `${text}\n- [ ] new\n`)
    const withoutCriteria = native.slice(0, native.indexOf('\n## Success'))
    const after = proveEdit(
      withoutCriteria,
      plan => addTask(plan, { in: 'criteria' }, 'new'),
      `${withoutCriteria}\n## Success Criteria\n- [ ] new\n`,
    )
    expect(after.criteria.map(task => task.text)).toEqual(['new'])
  })

  test.each([
    ['* [ ] a\n', '* [ ] a\n* [ ] new\n'],
    ['+   [ ] a\n', '+   [ ] a\n+   [ ] new\n'],
    ['1. [ ] a\n', '1. [ ] a\n2. [ ] new\n'],
    ['9) [ ] a\n', '9) [ ] a\n10) [ ] new\n'],
    ['1. [ ] z\n1. [ ] a\n', '1. [ ] z\n1. [ ] a\n1. [ ] new\n'],
    ['- a\n', '- a\n- new\n'],
    ['- a\n- [ ] b\n', '- a\n- [ ] new\n- [ ] b\n'],
    ['  - [ ] a\n', '  - [ ] a\n  - [ ] new\n'],
    ['- [ ] z\n\n- [ ] a\n', '- [ ] z\n\n- [ ] a\n\n- [ ] new\n'],
    ['- [ ] a\n  - [ ] nested\n', '- [ ] a\n  - [ ] nested\n- [ ] new\n'],
    ['- [ ] a\n\n  a note\n', '- [ ] a\n\n  a note\n- [ ] new\n'],
    ['- [ ] a', '- [ ] a\n- [ ] new'],
    ['- [ ] a\r- [ ] b\r\n', '- [ ] a\r- [ ] new\r- [ ] b\r\n'],
    ['- [ ] b\n- [ ] a\r\n', '- [ ] b\n- [ ] a\r\n- [ ] new\r\n'],
  ])('after %j it is written like its neighbours', (before, text) => {
    proveEdit(before, plan => addTask(plan, { after: idOf(plan, 'task', 'a') }, 'new'), text)
  })

  test('nested tasks get neighbours of their own depth', () => {
    const after = proveEdit(
      '- [ ] a\n    - [ ] b\n- [ ] c\n',
      plan => addTask(plan, { after: idOf(plan, 'task', 'b') }, 'new'),
      '- [ ] a\n    - [ ] b\n    - [ ] new\n- [ ] c\n',
    )
    expect(find(after, 'task', 'a').children.map(task => task.text)).toEqual(['b', 'new'])
  })

  test('a paragraph after the list stays one of its own', () => {
    proveEdit(
      '# P\n\n- [ ] a\n\nwords\n',
      plan => addTask(plan, { after: idOf(plan, 'task', 'a') }, 'new'),
      '# P\n\n- [ ] a\n- [ ] new\n\nwords\n',
    )
  })

  test('words that would be a block in a plain list get a backslash', () => {
    proveEdit('- a\n', plan => addTask(plan, { after: idOf(plan, 'task', 'a') }, '# b'), '- a\n- \\# b\n')
  })

  test('no words and no place are refused', () => {
    expect(refusalOf(native, plan => addTask(plan, { in: 'criteria' }, ' \n'))).toBe('empty')
    expect(refusalOf(native, plan => addTask(plan, { in: 999 as never }, 'a'))).toBe('place-not-found')
    expect(refusalOf(native, plan => addTask(plan, { after: 999 as never }, 'a'))).toBe('place-not-found')
    expect(refusalOf(native, plan => addTask(plan, { in: idOf(plan, 'phase', 'Build') }, 'a'))).toBe('place-not-found')
  })

  test('the ids of all other tasks stay', () => {
    const plan = parsePlan(native)
    const after = proveEdit(
      native,
      plan => addTask(plan, { before: idOf(plan, 'task', 'first') }, 'first'),
      native.replace('- [ ] first', '- [ ] first\n- [ ] first'),
    )
    const ids = find(after, 'stream', 'One').tasks.map(task => task.id)
    expect(ids.slice(1)).toEqual(find(plan, 'stream', 'One').tasks.map(task => task.id))
  })
})
