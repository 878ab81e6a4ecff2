import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { provides, readProvision } from './provision.ts'
import { stem } from './stem.ts'

const read = (text: string) => {
  const [task] = parsePlan(`## Phase 1: Build\n### Stream A: One\n- [ ] ${text}\n`).phases[0]?.streams[0]?.tasks ?? []
  if (task === undefined) throw new Error('no task')
  return readProvision(task)
}

test('a task leaves behind what its verb makes', () => {
  expect(read('Set up API mocking service for mobile development')).toEqual({
    verb: 'set',
    core: ['api', 'mock', stem('service')],
    modifiers: [stem('mobile'), 'develop'],
  })
  expect(read('Implement ML models following model contract specifications').core).toEqual(['ml', 'model'])
})

test('using a thing does not provide it', () => {
  expect(provides(read('Connect frontend to mock API service'), null)).toBe(false)
  expect(provides(read('Validate the API contract'), null)).toBe(false)
  expect(provides(read('Create the API contract'), null)).toBe(true)
})

test('what the reference says was done is provided by the task that does it', () => {
  expect(provides(read('Extend user schema'), null)).toBe(false)
  expect(provides(read('Extend user schema'), stem('extended'))).toBe(true)
})
