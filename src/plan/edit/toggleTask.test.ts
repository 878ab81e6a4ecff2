import { expect, test } from 'vitest'
import { idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { toggleTask } from './toggleTask.ts'

test.each([
  ['[ ]', '[x]'],
  ['[~]', '[x]'],
  ['[/]', '[x]'],
  ['[x]', '[ ]'],
  ['[X]', '[ ]'],
  ['[-]', '[ ]'],
])('a task with %s gets %s', (before, after) => {
  proveEdit(`1. ${before} one\n`, plan => toggleTask(plan, idOf(plan, 'task', 'one')), `1. ${after} one\n`)
})

test('a plain bullet is refused', () => {
  expect(refusalOf('- one\n', plan => toggleTask(plan, idOf(plan, 'task', 'one')))).toBe('no-checkbox')
})
