import { expect, test } from 'vitest'
import { idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { removeDependencies } from './removeDependencies.ts'

const text =
  '### Stream A: API\n\n### Stream B: Web\n**Dependencies:** API, Redis, Mock API\n\n### Stream C: App\n**Dependencies:** Web\n'

test('all words for one thing go at once; the others stay as they are', () => {
  proveEdit(
    text,
    plan => removeDependencies(plan, [idOf(plan, 'reference', 'API'), idOf(plan, 'reference', 'Mock API')]),
    text.replace('API, Redis, Mock API', 'Redis'),
  )
})

test('words of several streams go at once', () => {
  proveEdit(
    text,
    plan => removeDependencies(plan, [idOf(plan, 'reference', 'Redis'), idOf(plan, 'reference', 'Web')]),
    text.replace('API, Redis, Mock API', 'API, Mock API').replace('Dependencies:** Web', 'Dependencies:** None'),
  )
})

test('nothing to remove is refused', () => {
  expect(refusalOf(text, plan => removeDependencies(plan, []))).toBe('dependency-not-found')
})
