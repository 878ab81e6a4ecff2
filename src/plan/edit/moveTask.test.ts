import { describe, expect, test } from 'vitest'
import { editsOf } from '#plan/change.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { moveTask } from './moveTask.ts'

const task = (plan: Plan, words: string) => idOf(plan, 'task', words)

const native = [
  '## Phase 1: Build',
  '',
  '### Stream A: One',
  '**Tasks:**',
  '- [ ] a',
  '- [x] b (Priority: High)',
  '  - [ ] b1',
  '',
  '    a note',
  '- [ ] c',
  '',
  '### Stream B: Two',
  '**Tasks:**',
  '',
  '## Phase 2: Ship',
  '',
  '### Stream C: Three',
  '**Tasks:**',
  '* [ ] x',
  '* [ ] y',
  '',
  '### Integration 1: Gate (After Phase 1)',
  '- [ ] check',
  '',
].join('\n')

const b = '- [x] b (Priority: High)\n  - [ ] b1\n\n    a note\n'

describe('moving a task', () => {
  test('takes one range of lines away and writes it once, nested lines included', () => {
    const plan = parsePlan(native)
    const outcome = moveTask(plan, task(plan, 'b'), { before: task(plan, 'a') })
    expect(outcome.ok && editsOf(outcome.change)).toEqual([
      { from: 48, to: 48, insert: b },
      { from: 56, to: 56 + b.length, insert: '' },
    ])
    const after = proveEdit(
      native,
      plan => moveTask(plan, task(plan, 'b'), { before: task(plan, 'a') }),
      native.replace(b, '').replace('- [ ] a\n', `${b}- [ ] a\n`),
    )
    expect(find(after, 'stream', 'One').tasks.map(({ text }) => text)).toEqual(['b', 'a', 'c'])
  })

  test('to the end of another stream', () => {
    proveEdit(
      native,
      plan => moveTask(plan, task(plan, 'a'), { in: idOf(plan, 'integrationPoint', 'Gate') }),
      `${native.replace('- [ ] a\n', '')}- [ ] a\n`,
    )
  })

  test('to a stream with no tasks yet it goes after the label', () => {
    const after = proveEdit(
      native,
      plan => moveTask(plan, task(plan, 'b'), { in: idOf(plan, 'stream', 'Two') }),
      native.replace(b, '').replace('Two\n**Tasks:**\n', `Two\n**Tasks:**\n${b}`),
    )
    expect(find(after, 'stream', 'Two').tasks).toMatchObject([{ text: 'b', children: [{ text: 'b1' }] }])
  })

  test('the label of a stream that loses its last task stays', () => {
    proveEdit(
      '## Phase 1: A\n### Stream A: One\n**Tasks:**\n- [ ] a\n\n### Stream B: Two\n**Tasks:**\n- [ ] b\n',
      plan => moveTask(plan, task(plan, 'a'), { after: task(plan, 'b') }),
      '## Phase 1: A\n### Stream A: One\n**Tasks:**\n\n### Stream B: Two\n**Tasks:**\n- [ ] b\n- [ ] a\n',
    )
  })

  test("among other bullets the author's marker stays", () => {
    proveEdit(
      native,
      plan => moveTask(plan, task(plan, 'a'), { after: task(plan, 'x') }),
      native.replace('- [ ] a\n', '').replace('* [ ] x\n', '* [ ] x\n- [ ] a\n'),
    )
  })

  test("unless it would part a list of which some items are tasks by their neighbours' boxes", () => {
    proveEdit(
      '# P\n\n- p\n- [ ] q\n\n## Q\n\n* [ ] a\n* [ ] b\n',
      plan => moveTask(plan, task(plan, 'a'), { after: task(plan, 'p') }),
      '# P\n\n- p\n- [ ] a\n- [ ] q\n\n## Q\n\n* [ ] b\n',
    )
  })

  test('into a numbered list it gets the next number, out of one a bullet', () => {
    const text = '## Phase 1: A\n\n9. [ ] a\n10. [ ] b\n\n## Phase 2: B\n\n- [ ] c\n  - [ ] d\n'
    proveEdit(
      text,
      plan => moveTask(plan, task(plan, 'c'), { after: task(plan, 'b') }),
      '## Phase 1: A\n\n9. [ ] a\n10. [ ] b\n11. [ ] c\n    - [ ] d\n\n## Phase 2: B\n',
    )
    proveEdit(
      text,
      plan => moveTask(plan, task(plan, 'a'), { after: task(plan, 'c') }),
      '## Phase 1: A\n\n10. [ ] b\n\n## Phase 2: B\n\n- [ ] c\n  - [ ] d\n- [ ] a\n',
    )
  })

  test('between depths its lines are indented as needed', () => {
    const text = '- [ ] a\n  - [ ] b\n    more\n\n    ```\n      code\n    ```\n- [ ] c\n  - [ ] d\n'
    const after = proveEdit(
      text,
      plan => moveTask(plan, task(plan, 'b more'), { before: task(plan, 'a') }),
      '- [ ] b\n  more\n\n  ```\n    code\n  ```\n- [ ] a\n- [ ] c\n  - [ ] d\n',
    )
    expect(find(after, 'task', 'b more').notes).toContain('code')
    proveEdit(
      text,
      plan => moveTask(plan, task(plan, 'a'), { after: task(plan, 'd') }),
      '- [ ] c\n  - [ ] d\n  - [ ] a\n    - [ ] b\n      more\n\n      ```\n        code\n      ```\n',
    )
  })

  test('a loose list stays loose and a tight one tight', () => {
    proveEdit(
      '## Phase 1: A\n\n- [ ] a\n\n- [ ] b\n\n- [ ] c\n\n## Phase 2: B\n\n- [ ] x\n- [ ] y\n',
      plan => moveTask(plan, task(plan, 'b'), { after: task(plan, 'x') }),
      '## Phase 1: A\n\n- [ ] a\n\n- [ ] c\n\n## Phase 2: B\n\n- [ ] x\n- [ ] b\n- [ ] y\n',
    )
    proveEdit(
      '## Phase 1: A\n\n- [ ] a\n\n- [ ] b\n\n## Phase 2: B\n\n- [ ] x\n- [ ] y\n',
      plan => moveTask(plan, task(plan, 'x'), { before: task(plan, 'b') }),
      '## Phase 1: A\n\n- [ ] a\n\n- [ ] x\n\n- [ ] b\n\n## Phase 2: B\n\n- [ ] y\n',
    )
  })

  test('a file without a final line break stays without', () => {
    proveEdit(
      '- [ ] a\n- [ ] b',
      plan => moveTask(plan, task(plan, 'a'), { after: task(plan, 'b') }),
      '- [ ] b\n- [ ] a',
    )
    proveEdit(
      '- [ ] a\n- [ ] b',
      plan => moveTask(plan, task(plan, 'b'), { before: task(plan, 'a') }),
      '- [ ] b\n- [ ] a',
    )
  })

  test('line ends are those of the new neighbours', () => {
    proveEdit(
      '## Phase 1: A\r\n- [ ] a\r\n- [ ] b\r\n## Phase 2: B\n- [ ] x\n',
      plan => moveTask(plan, task(plan, 'a'), { in: idOf(plan, 'stream', '') }),
      '## Phase 1: A\r\n- [ ] b\r\n- [ ] a\r\n## Phase 2: B\n- [ ] x\n',
    )
    proveEdit(
      '## Phase 1: A\r\n- [ ] a\r\n- [ ] b\r\n## Phase 2: B\n- [ ] x\n',
      plan => moveTask(plan, task(plan, 'a'), { after: task(plan, 'x') }),
      '## Phase 1: A\r\n- [ ] b\r\n## Phase 2: B\n- [ ] x\n- [ ] a\n',
    )
  })

  test('the task, its nested tasks and all others keep their ids', () => {
    const plan = parsePlan(native)
    const after = proveEdit(
      native,
      plan => moveTask(plan, task(plan, 'b'), { after: task(plan, 'y') }),
      native.replace(b, '').replace('* [ ] y\n', `* [ ] y\n${b}`),
    )
    for (const words of ['a', 'b', 'b1', 'c', 'x', 'y', 'check']) {
      expect(task(after, words)).toBe(task(plan, words))
    }
  })

  test('to where it stands already it changes nothing', () => {
    for (const words of ['a', 'b']) {
      proveEdit(native, plan => moveTask(plan, task(plan, 'b'), { after: task(plan, words) }), native)
    }
    proveEdit(native, plan => moveTask(plan, task(plan, 'b'), { before: task(plan, 'c') }), native)
    proveEdit(native, plan => moveTask(plan, task(plan, 'c'), { in: idOf(plan, 'stream', 'One') }), native)
  })

  test('a plain bullet is not made a task by a list of checkboxes, nor lost', () => {
    const after = proveEdit(
      '## Phase 1: A\n\n- p\n- [ ] q\n\n## Phase 2: B\n\n- [ ] x\n',
      plan => moveTask(plan, task(plan, 'p'), { after: task(plan, 'x') }),
      '## Phase 1: A\n\n- [ ] q\n\n## Phase 2: B\n\n- [ ] x\n- p\n',
    )
    expect(find(after, 'task', 'p').state).toBeNull()
  })

  test('into itself, to a place that is gone, and from a shared line it is refused', () => {
    expect(refusalOf(native, plan => moveTask(plan, task(plan, 'b'), { after: task(plan, 'b1') }))).toBe(
      'inside-itself',
    )
    expect(refusalOf(native, plan => moveTask(plan, task(plan, 'b'), { in: 99 as never }))).toBe('place-not-found')
    expect(refusalOf('- - [ ] a\n- [ ] b\n', plan => moveTask(plan, task(plan, 'a'), { after: task(plan, 'b') }))).toBe(
      'shared-line',
    )
  })
})
