import { expect, test } from 'vitest'
import { readLabels } from './labels.ts'

const keys = (text: string, known: readonly string[] = []) =>
  readLabels(text, key => known.includes(key))?.labels.map(({ kind, key }) => (kind === null ? key : `${kind} ${key}`))

test.each([
  ['Stream A', ['stream A']],
  ['Workstreams A, B and C', ['stream A', 'stream B', 'stream C']],
  ['Phase 1 and Stream C', ['phase 1', 'stream C']],
  ['Phase 2.1-2.3 Complete', ['phase 2.1', 'phase 2.2', 'phase 2.3']],
  ['Integration Point 2', ['integrationPoint 2']],
  ['T012–T015', ['T12', 'T13', 'T14', 'T15']],
  ['Tasks 1-3', ['task 1', 'task 2', 'task 3']],
  ['SETUP-001, SETUP-002', ['SETUP-001', 'SETUP-002']],
  ['TASK-3.1', ['TASK-3.1']],
  ['1.1 & 2.2 Complete ✅', ['1.1', '2.2']],
])('%s points by label', (text, expected) => {
  expect(keys(text)).toEqual(expected)
})

test.each([
  'API Contract',
  'A new database',
  '3 reviewers',
  'Stream processing',
  'Task runner',
  'a',
  'E2E tests',
  'Phases',
  '',
])('%s does not point by label', text => {
  expect(keys(text)).toBeUndefined()
})

test('a key of the plan is a key and no range', () => {
  expect(keys('P1-3', ['P1-3'])).toEqual(['P1-3'])
  expect(keys('1-3', ['1-3'])).toEqual(['1-3'])
})

test('a range too long to be meant is none', () => {
  expect(keys('Stream 1-999999999')).toBeUndefined()
})

test('words after a label are kept, and a colon says that they only repeat the name', () => {
  const never = () => false
  expect(readLabels('Stream 2 basic routing', never)).toMatchObject({ rest: 'basic routing', gloss: false })
  expect(readLabels('Stream 2: Routing', never)).toMatchObject({ rest: 'Routing', gloss: true })
})

test('hostile text is read in linear time', () => {
  const texts = [
    `Stream ${'1'.repeat(100_000)}x`,
    `Streams ${'A & '.repeat(50_000)}`,
    `${'a-'.repeat(100_000)}1`,
    'Stream '.repeat(50_000),
  ]
  const start = performance.now()
  for (const text of texts) readLabels(text, () => false)
  expect(performance.now() - start).toBeLessThan(2000)
})
