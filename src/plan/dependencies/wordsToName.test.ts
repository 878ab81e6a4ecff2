import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId } from '#plan/plan.ts'
import { wordsToName } from './wordsToName.ts'

const { phases } = parsePlan(`# Plan

## Phase 1: First
### Stream A: Contract
### Stream B: Tests
## Phase 2: Second
### Stream C: Server
### Stream D: Tests
### Client
`)
const [a, b, c, d, client] = phases.flatMap(phase => phase.streams.map(stream => stream.id)) as NodeId[]

function words(id: NodeId | undefined, holder: NodeId | undefined): string {
  return wordsToName(phases, id as NodeId, holder as NodeId)
}

test('a stream is called by its name', () => {
  expect(words(a, c)).toBe('Contract')
  expect(words(c, d)).toBe('Server')
})

test('a stream whose name another one has is called by its letter', () => {
  expect(words(b, c)).toBe('Stream B')
})

test('a stream of a later phase is called by its letter, if it has one', () => {
  expect(words(c, a)).toBe('Stream C')
  expect(words(client, a)).toBe('Client')
})

test('a stream that is not there has no words', () => {
  expect(words(999 as NodeId, a)).toBe('')
})
