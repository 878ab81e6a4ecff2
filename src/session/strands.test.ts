import { expect, test } from 'vitest'
import type { NodeId, Stream } from '#plan/plan.ts'
import { strandLetter, streamTitle } from './strands.ts'

const stream = (key: string | null, name: string): Stream => ({
  kind: 'stream',
  id: 1 as NodeId,
  key,
  name,
  estimate: null,
  dependencies: [],
  tasks: [],
  implicit: false,
})

test('the badge has the key, or the initial of a name without one', () => {
  expect(strandLetter(stream('A', 'Contract'))).toBe('A')
  expect(strandLetter(stream('12', 'Contract'))).toBe('12')
  expect(strandLetter(stream('150', 'Contract'))).toBe('150')
  expect(strandLetter(stream('3.1', 'Contract'))).toBe('3.1')
  expect(strandLetter(stream(null, '**überblick**'))).toBe('Ü')
  expect(strandLetter(stream(null, ''))).toBe('•')
})

test('a title is what there is of key and name', () => {
  expect(streamTitle(stream('A', 'Contract'))).toBe('A: Contract')
  expect(streamTitle(stream(null, 'Contract'))).toBe('Contract')
  expect(streamTitle(stream(null, ''))).toBe('Tasks')
})
