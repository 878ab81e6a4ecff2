import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { streamChoices } from './streamChoices.ts'

const { phases } = parsePlan(`## Phase 1: Foundation

### Stream A: Contract
**Tasks:**
- [ ] a

### Stream B: Backend
**Tasks:**
- [ ] b

## Phase 2: Building

### Stream C: Backend
**Tasks:**
- [ ] c
`)

const found = (query: string) =>
  streamChoices(phases, query).map(({ title, choices }) => [title, choices.map(choice => choice.letter).join('')])

test('without words every stream is offered under its phase', () => {
  expect(found('')).toEqual([
    ['Phase 1: Foundation', 'AB'],
    ['Phase 2: Building', 'C'],
  ])
})

test('names, letters and phases are searched, in any order', () => {
  expect(found('back')).toEqual([
    ['Phase 1: Foundation', 'B'],
    ['Phase 2: Building', 'C'],
  ])
  expect(found('building backend')).toEqual([['Phase 2: Building', 'C']])
  expect(found('stream a:')).toEqual([['Phase 1: Foundation', 'A']])
  expect(found('nothing like it')).toEqual([])
})

test('the stream itself is not offered', () => {
  const [a] = phases[0]?.streams ?? []
  expect(streamChoices(phases, 'contract', a?.id)).toEqual([])
})

test('a letter finds its stream first of all', () => {
  expect(found('c')[0]).toEqual(['Phase 2: Building', 'C'])
  expect(found('stream b')[0]).toEqual(['Phase 1: Foundation', 'B'])
})
