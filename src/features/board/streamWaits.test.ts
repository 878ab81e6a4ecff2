import { expect, test } from 'vitest'
import { resolveDependencies } from '#plan/dependencies/resolveDependencies.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { mergeWaits, streamWaits, type Wait, waitWords } from './streamWaits.ts'

const plan = parsePlan(`## Phase 1: Base

### Stream A: Data Pipeline
**Dependencies:** None
**Tasks:**
- [ ] Ingest

### Stream B: Screens
**Dependencies:** Data Pipeline (basic flow), Stream A, Node.js 18+
**Tasks:**
- [ ] Draw
`)
const [a, b] = plan.phases[0]?.streams ?? []
const waits = b ? streamWaits(plan, resolveDependencies(plan), b.id) : []

test('a stream that waits for nothing has no waits', () => {
  expect(a && streamWaits(plan, resolveDependencies(plan), a.id)).toEqual([])
})

test('each reference tells its strand, how sure that is, and whether a part is enough', () => {
  expect(waits.map(({ strand, target, confidence, partial }) => [strand?.letter, target, confidence, partial])).toEqual(
    [
      ['A', 'Data Pipeline', 'certain', true],
      ['A', 'Data Pipeline', 'certain', false],
      [undefined, null, 'external', false],
    ],
  )
})

test('a strand that is waited for twice is one badge: all of it when one wait asks for all', () => {
  expect(mergeWaits(waits).map(({ strand, partial }) => [strand?.order, partial])).toEqual([
    [0, false],
    [undefined, false],
  ])
})

test('the surest of several waits for one strand counts', () => {
  const guess: Wait = {
    key: 'guess',
    reference: 1 as Wait['reference'],
    confidence: 'guess',
    partial: false,
    strand: { letter: 'A', order: 0 },
    target: 'Data Pipeline',
  }
  const [merged] = mergeWaits([guess, ...waits])
  expect(merged?.confidence).toBe('certain')
})

test('a wait can be said in words', () => {
  expect(waits.map(wait => waitWords(wait, 'words'))).toEqual([
    '“words” is part of A: Data Pipeline, certain',
    '“words” is A: Data Pipeline, certain',
    '“words”, not in this plan',
  ])
})
