import { describe, expect, test } from 'vitest'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { setPriority } from './setPriority.ts'

describe('setting a priority', () => {
  test('changing it touches the word', () => {
    const after = proveEdit(
      '- [ ] one (Priority: High)\n',
      plan => setPriority(plan, idOf(plan, 'task', 'one'), 'low'),
      '- [ ] one (Priority: Low)\n',
    )
    expect(find(after, 'task', 'one').priority).toBe('low')
  })

  test('the author keeps the way the rest is written', () => {
    proveEdit(
      '- [ ] one (priority :  high )\n',
      plan => setPriority(plan, idOf(plan, 'task', 'one'), 'critical'),
      '- [ ] one (priority :  Critical )\n',
    )
  })

  test('a new one goes to the end of the words, before blanks that stand there', () => {
    const after = proveEdit(
      '- [ ] one (2h)  \n- [ ] two\n',
      plan => setPriority(plan, idOf(plan, 'task', 'one'), 'medium'),
      '- [ ] one (2h) (Priority: Medium)  \n- [ ] two\n',
    )
    expect(find(after, 'task', 'one')).toMatchObject({ priority: 'medium', estimate: { min: 2, max: 2 } })
  })

  test('words over several lines get it on their last line', () => {
    const after = proveEdit(
      '- [ ] one\n  and more\n\n  a note\n',
      plan => setPriority(plan, idOf(plan, 'task', 'one and more'), 'high'),
      '- [ ] one\n  and more (Priority: High)\n\n  a note\n',
    )
    expect(find(after, 'task', 'one and more')).toMatchObject({ priority: 'high', notes: 'a note' })
  })

  test('removing it takes the parenthesis and the blanks before it', () => {
    const after = proveEdit(
      '- [ ] one  (Priority: High) (2h)\n',
      plan => setPriority(plan, idOf(plan, 'task', 'one'), null),
      '- [ ] one (2h)\n',
    )
    expect(find(after, 'task', 'one').priority).toBeNull()
  })

  test('removing what is not there changes nothing', () => {
    proveEdit('- [ ] one\n', plan => setPriority(plan, idOf(plan, 'task', 'one'), null), '- [ ] one\n')
  })

  test('plain bullets and tasks without words can have one', () => {
    proveEdit('- one\n', plan => setPriority(plan, idOf(plan, 'task', 'one'), 'low'), '- one (Priority: Low)\n')
    proveEdit('- [ ]\n', plan => setPriority(plan, idOf(plan, 'task', ''), 'low'), '- [ ] (Priority: Low)\n')
  })

  test('a heading in an item keeps its closing marks', () => {
    const after = proveEdit(
      '- ## one ##\n',
      plan => setPriority(plan, idOf(plan, 'task', 'one'), 'low'),
      '- ## one (Priority: Low) ##\n',
    )
    expect(find(after, 'task', 'one').priority).toBe('low')
  })

  test('an item that begins with code is refused', () => {
    const text = '- ```\n  code\n  ```\n- [ ] two\n'
    expect(refusalOf(text, plan => setPriority(plan, idOf(plan, 'task', ''), 'low'))).toBe('no-words')
  })
})
