import { describe, expect, test } from 'vitest'
import type { Hours } from '#plan/plan.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { setEstimate } from './setEstimate.ts'

const set = (hours: Hours | null) => (plan: Parameters<typeof idOf>[0]) =>
  setEstimate(plan, idOf(plan, 'stream', 'X'), hours)
const range = { min: 2, max: 5 }

describe('setting an estimate', () => {
  test.each([
    ['[4-8] hours', '2-5 hours'],
    ['4-8 hours', '2-5 hours'],
    ['6 hours (rough)', '2-5 hours (rough)'],
    ['~6h', '2-5h'],
    ['2 days', '2-5 hours'],
    ['TBD', '2-5 hours'],
  ])('of %j touches the figures', (before, text) => {
    const after = proveEdit(
      `### Stream A: X\n**Estimated Time:** ${before}\n- [ ] a\n`,
      set(range),
      `### Stream A: X\n**Estimated Time:** ${text}\n- [ ] a\n`,
    )
    expect(find(after, 'stream', 'X').estimate).toEqual(range)
  })

  test('writes one figure for one number, and at most two decimals', () => {
    proveEdit('### Stream A: X\n', set({ min: 1, max: 1 }), '### Stream A: X\n**Estimated Time:** 1 hour\n')
    proveEdit('### Stream A: X\n', set({ min: 1.5, max: 1.5 }), '### Stream A: X\n**Estimated Time:** 1.5 hours\n')
    proveEdit('### Stream A: X\n', set({ min: 1 / 3, max: 2 }), '### Stream A: X\n**Estimated Time:** 0.33-2 hours\n')
  })

  test.each([
    [
      '### Stream A: X\n**Dependencies:** None\n**Tasks:**\n',
      '### Stream A: X\n@\n**Dependencies:** None\n**Tasks:**\n',
    ],
    ['### Stream A: X\n\n**Dependencies:** None\n', '### Stream A: X\n\n@\n**Dependencies:** None\n'],
    ['### Stream A: X\n- [ ] a\n', '### Stream A: X\n@\n- [ ] a\n'],
    ['### Stream A: X\n7. [ ] a\n', '### Stream A: X\n@\n\n7. [ ] a\n'],
    ['Stream A: X\n---\n\n- [ ] a\n', 'Stream A: X\n---\n@\n\n- [ ] a\n'],
    ['### Stream A: X', '### Stream A: X\n@'],
    ['### Stream A: X\r\n**Tasks:**\n', '### Stream A: X\r\n@\r\n**Tasks:**\n'],
  ])('a stream without one (%j) gets the line before its other fields', (before, text) => {
    proveEdit(before, set(range), text.replace('@', '**Estimated Time:** 2-5 hours'))
  })

  test('the line is written as the other streams write it', () => {
    proveEdit(
      '### Stream A: X\n### Stream B: Y\n**Estimate**: 3h\n',
      set(range),
      '### Stream A: X\n**Estimate**: 2-5 hours\n### Stream B: Y\n**Estimate**: 3h\n',
    )
  })

  test('taking it away takes its line', () => {
    const after = proveEdit(
      '### Stream A: X\n**Estimated Time:** [4-8] hours\n**Tasks:**\n',
      set(null),
      '### Stream A: X\n**Tasks:**\n',
    )
    expect(find(after, 'stream', 'X').estimate).toBeNull()
  })

  test('a stream of a file without stream headings can have one', () => {
    proveEdit('# P\n\n## X\n', set(range), '# P\n\n## X\n**Estimated Time:** 2-5 hours\n')
  })

  test.each([
    { min: 5, max: 2 },
    { min: -1, max: 2 },
    { min: Number.NaN, max: 2 },
    { min: 1, max: 100_000 },
  ])('%j is refused', hours => {
    expect(refusalOf('### Stream A: X\n', set(hours))).toBe('not-an-estimate')
  })

  test('tasks without a heading of their own are refused', () => {
    expect(refusalOf('- [ ] a\n', plan => setEstimate(plan, idOf(plan, 'stream', ''), range))).toBe('no-heading')
  })
})
