import { describe, expect, test } from 'vitest'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { setDays } from './setDays.ts'
import { setMode } from './setMode.ts'

describe('setting days and mode of a phase', () => {
  test.each([
    ['## Phase 1: A\n', { from: 1, to: 2 }, '## Phase 1: A (Day 1-2)\n'],
    ['## Phase 1: A\n', { from: 3, to: 3 }, '## Phase 1: A (Day 3)\n'],
    ['## Phase 1: A (Parallel)\n', { from: 1, to: 2 }, '## Phase 1: A (Parallel - Day 1-2)\n'],
    ['## Phase 1: A (Day 2-5) ##\n', { from: 2, to: 6 }, '## Phase 1: A (Day 2-6) ##\n'],
    ['## Phase 1: A (Sequential - Days 2–5)\n', null, '## Phase 1: A (Sequential)\n'],
    ['## Phase 1: A  (Day 2-5)\n', null, '## Phase 1: A\n'],
  ])('days: %j with %j', (before, days, text) => {
    const after = proveEdit(before, plan => setDays(plan, idOf(plan, 'phase', 'A'), days), text)
    expect(find(after, 'phase', 'A').days).toEqual(days)
  })

  test.each([
    ['## Phase 1: A\n', 'parallel', '## Phase 1: A (Parallel)\n'],
    ['## Phase 1: A (Day 2-5)\n', 'sequential', '## Phase 1: A (Sequential - Day 2-5)\n'],
    ['## Phase 1: A (Parallel - Day 2-5)\n', null, '## Phase 1: A (Day 2-5)\n'],
    ['## Phase 1: A (Parallel)\n', null, '## Phase 1: A\n'],
  ] as const)('mode: %j with %j', (before, mode, text) => {
    const after = proveEdit(before, plan => setMode(plan, idOf(plan, 'phase', 'A'), mode), text)
    expect(find(after, 'phase', 'A').mode).toBe(mode)
  })

  test('a name that ends in # keeps it', () => {
    proveEdit(
      '## Phase 1: C # (Day 2)\n',
      plan => setDays(plan, idOf(plan, 'phase', 'C #'), null),
      '## Phase 1: C # ##\n',
    )
  })

  test('other words in parentheses stay part of the name', () => {
    proveEdit(
      '## Phase 1: A (draft)\n',
      plan => setMode(plan, idOf(plan, 'phase', 'A (draft)'), 'parallel'),
      '## Phase 1: A (draft) (Parallel)\n',
    )
  })

  test.each([
    { from: 3, to: 2 },
    { from: -1, to: 2 },
    { from: 1.5, to: 2 },
    { from: 1, to: 1_000_000 },
  ])('%j are no days', days => {
    expect(refusalOf('## Phase 1: A\n', plan => setDays(plan, idOf(plan, 'phase', 'A'), days))).toBe('not-days')
  })

  test('a heading that is no "Phase 1" is refused', () => {
    const text = '# P\n\n## A\n\n### B\n\n- [ ] a\n'
    expect(refusalOf(text, plan => setDays(plan, idOf(plan, 'phase', 'A'), { from: 1, to: 2 }))).toBe(
      'no-phase-heading',
    )
    expect(refusalOf(text, plan => setMode(plan, 99 as never, null))).toBe('phase-not-found')
  })
})
