import { describe, expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { setTaskState } from './setTaskState.ts'

describe('setting the state of a task', () => {
  test('ticking touches one character', () => {
    const after = proveEdit(
      '## Phase 1: A\n\n- [ ] one\n- [ ] two (Priority: High)\n',
      plan => setTaskState(plan, idOf(plan, 'task', 'two'), 'done'),
      '## Phase 1: A\n\n- [ ] one\n- [x] two (Priority: High)\n',
    )
    expect(find(after, 'task', 'two')).toMatchObject({ state: 'done', priority: 'high' })
    expect(find(after, 'task', 'one').state).toBe('open')
  })

  test.each([
    ['active', '- [~] one\n'],
    ['cancelled', '- [-] one\n'],
    ['done', '- [x] one\n'],
  ] as const)('an open task becomes %s', (state, text) => {
    const after = proveEdit('- [ ] one\n', plan => setTaskState(plan, idOf(plan, 'task', 'one'), state), text)
    expect(find(after, 'task', 'one').state).toBe(state)
  })

  test.each(['X', '√', '~', '/', '-'])('a task marked [%s] opens again', mark => {
    const after = proveEdit(
      `* [${mark}]* one\n`,
      plan => setTaskState(plan, idOf(plan, 'task', 'one'), 'open'),
      '* [ ]* one\n',
    )
    expect(find(after, 'task', 'one')).toMatchObject({ state: 'open', optional: true })
  })

  test('a box without a blank gets its mark', () => {
    proveEdit('- [] one\n', plan => setTaskState(plan, idOf(plan, 'task', 'one'), 'done'), '- [x] one\n')
  })

  test('a box on the line after its marker is ticked', () => {
    proveEdit('-\n  [ ] one\n', plan => setTaskState(plan, idOf(plan, 'task', 'one'), 'done'), '-\n  [x] one\n')
  })

  test('checks, criteria and nested tasks are ticked like any other', () => {
    const text =
      '## Phase 1: A\n- [ ] a\n  - [ ] b\n### Integration 1: X (Final)\n- [ ] c\n\n## Success Criteria\n- [ ] d\n'
    for (const name of ['b', 'c', 'd']) {
      proveEdit(
        text,
        plan => setTaskState(plan, idOf(plan, 'task', name), 'done'),
        text.replace(`[ ] ${name}`, `[x] ${name}`),
      )
    }
  })

  test('a task that has the state already is left alone', () => {
    proveEdit('- [X] one\n', plan => setTaskState(plan, idOf(plan, 'task', 'one'), 'done'), '- [X] one\n')
  })

  test('a plain bullet never becomes a checkbox', () => {
    expect(refusalOf('- one\n', plan => setTaskState(plan, idOf(plan, 'task', 'one'), 'done'))).toBe('no-checkbox')
  })

  test('a task that is gone is refused', () => {
    expect(refusalOf('', plan => setTaskState(plan, 99 as never, 'done'))).toBe('task-not-found')
  })

  test('the undo button says what was done', () => {
    const labels = (['open', 'active', 'done', 'cancelled'] as const).map(state => {
      const plan = parsePlan(`- [${state === 'open' ? 'x' : ' '}] one\n`)
      const outcome = setTaskState(plan, idOf(plan, 'task', 'one'), state)
      return outcome.ok && outcome.change.label
    })
    expect(labels).toEqual(['Untick task', 'Start task', 'Tick task', 'Cancel task'])
  })
})
