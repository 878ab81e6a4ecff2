import { describe, expect, test } from 'vitest'
import { editsOf } from '#plan/change.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { renameTask } from './renameTask.ts'

describe('renaming a task', () => {
  test('touches the differing middle of its words and keeps key, priority and estimate', () => {
    const text = '- [x] T012 [P] Set up the API (4h) (Priority: High)\n'
    const plan = parsePlan(text)
    const outcome = renameTask(plan, idOf(plan, 'task', 'Set up the API'), 'Set up our API')
    expect(outcome.ok && editsOf(outcome.change)).toEqual([{ from: 22, to: 25, insert: 'our' }])
    const after = proveEdit(
      text,
      plan => renameTask(plan, idOf(plan, 'task', 'Set up the API'), 'Set up our API'),
      '- [x] T012 [P] Set up our API (4h) (Priority: High)\n',
    )
    expect(find(after, 'task', 'Set up our API')).toMatchObject({
      state: 'done',
      key: 'T012',
      parallel: true,
      priority: 'high',
      estimate: { min: 4, max: 4 },
    })
  })

  test('line breaks outside of what changes stay', () => {
    proveEdit(
      '- [ ] one two\n  three four\n  five six\n',
      plan => renameTask(plan, idOf(plan, 'task', 'one two three four five six'), 'one two three 4 five six'),
      '- [ ] one two\n  three 4\n  five six\n',
    )
  })

  test('typed line breaks and the blanks around them become one space', () => {
    const after = proveEdit(
      '- [ ] one\n',
      plan => renameTask(plan, idOf(plan, 'task', 'one'), '  first \r\n\n  second\t'),
      '- [ ] first second\n',
    )
    expect(find(after, 'task', 'first second').state).toBe('open')
  })

  test('a typed priority replaces the one that was there', () => {
    const after = proveEdit(
      '- [ ] one (Priority: High)\n',
      plan => renameTask(plan, idOf(plan, 'task', 'one'), 'two (Priority: Low)'),
      '- [ ] two (Priority: Low)\n',
    )
    expect(find(after, 'task', 'two').priority).toBe('low')
  })

  test('a typed key and typed fields are read like a line of the file', () => {
    const after = proveEdit(
      '- [ ] one (Priority: High)\n',
      plan => renameTask(plan, idOf(plan, 'task', 'one'), 'T7 [P] two (2h) (depends on T1, T2)'),
      '- [ ] T7 [P] two (2h) (depends on T1, T2) (Priority: High)\n',
    )
    const task = find(after, 'task', 'two')
    expect(task).toMatchObject({ key: 'T7', parallel: true, priority: 'high', estimate: { min: 2, max: 2 } })
    expect(task.dependencies.map(reference => reference.text)).toEqual(['T1', 'T2'])
  })

  test('a typed key replaces the key', () => {
    proveEdit('- [ ] 1.2 one\n', plan => renameTask(plan, idOf(plan, 'task', 'one'), '1.3 one'), '- [ ] 1.3 one\n')
  })

  test.each([
    ['# one', '- \\# one\n'],
    ['> one', '- \\> one\n'],
    ['- one', '- \\- one\n'],
    ['1. one', '- 1\\. one\n'],
    ['```', '- \\```\n'],
    ['---', '- \\---\n'],
    ['[x] one', '- \\[x] one\n'],
    ['[a]: b', '- \\[a]: b\n'],
    ['<div>', '- \\<div>\n'],
  ])('%s in a plain bullet stays words', (typed, text) => {
    const after = proveEdit('- old\n', plan => renameTask(plan, idOf(plan, 'task', 'old'), typed), text)
    expect(after.phases[0]?.streams[0]?.tasks).toMatchObject([{ state: null, text: text.slice(2, -1) }])
  })

  test.each(['# one', '> one', '- one', '```', '---', '[x] one', '[a]: b'])('%s after a checkbox is words', typed => {
    const after = proveEdit(
      '- [ ] old\n',
      plan => renameTask(plan, idOf(plan, 'task', 'old'), typed),
      `- [ ] ${typed}\n`,
    )
    expect(find(after, 'task', typed).state).toBe('open')
  })

  test('a task without words gets some, with a blank after its box', () => {
    proveEdit('- [ ]\n- [ ] b\n', plan => renameTask(plan, idOf(plan, 'task', ''), 'a'), '- [ ] a\n- [ ] b\n')
    proveEdit('- [x] \n', plan => renameTask(plan, idOf(plan, 'task', ''), 'T1 a'), '- [x] T1 a\n')
  })

  test('emoji are never cut in two', () => {
    const plan = parsePlan('- [ ] 😀 one\n')
    const outcome = renameTask(plan, idOf(plan, 'task', '😀 one'), '😁 one')
    expect(outcome.ok && editsOf(outcome.change)).toEqual([{ from: 6, to: 8, insert: '😁' }])
  })

  test('the same words change nothing', () => {
    proveEdit('- [ ] one\n', plan => renameTask(plan, idOf(plan, 'task', 'one'), ' one '), '- [ ] one\n')
  })

  test('blanks that are no spaces are words too', () => {
    proveEdit(
      '- [ ] \u00a0one\u00a0\n',
      plan => renameTask(plan, idOf(plan, 'task', '\u00a0one\u00a0'), 'two'),
      '- [ ] two\n',
    )
  })

  test('words that would all be a key are refused', () => {
    const text = '- [ ] one (Priority: High)\n'
    expect(refusalOf(text, plan => renameTask(plan, idOf(plan, 'task', 'one'), '1.2'))).toBe('not-as-typed')
  })

  test.each(['', '   ', '\n', '(Priority: High)'])('no words (%j) are refused', typed => {
    expect(refusalOf('- [ ] one\n', plan => renameTask(plan, idOf(plan, 'task', 'one'), typed))).toBe('empty')
  })
})
