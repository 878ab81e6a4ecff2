import { describe, expect, test } from 'vitest'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { renamePhase } from './renamePhase.ts'

describe('renaming a phase', () => {
  test('keeps number, mode and days', () => {
    const after = proveEdit(
      '## Phase 1: Build (Parallel - Day 1-2)\n',
      plan => renamePhase(plan, idOf(plan, 'phase', 'Build'), 'Ship'),
      '## Phase 1: Ship (Parallel - Day 1-2)\n',
    )
    expect(find(after, 'phase', 'Ship')).toMatchObject({ number: '1', mode: 'parallel', days: { from: 1, to: 2 } })
  })

  test('a name that ends like days is a name where days follow', () => {
    const after = proveEdit(
      '## Phase 1: Build (Day 1-2)\n',
      plan => renamePhase(plan, idOf(plan, 'phase', 'Build'), 'Build (Day 3)'),
      '## Phase 1: Build (Day 3) (Day 1-2)\n',
    )
    expect(find(after, 'phase', 'Build (Day 3)').days).toEqual({ from: 1, to: 2 })
  })

  test('and is refused where it would be read as days', () => {
    expect(
      refusalOf('## Phase 1: Build\n', plan => renamePhase(plan, idOf(plan, 'phase', 'Build'), 'Build (Day 3)')),
    ).toBe('reads-as-timing')
  })

  test('a phase without a name gets one before its parenthesis', () => {
    proveEdit(
      '## Phase 1 (Day 2)\n',
      plan => renamePhase(plan, idOf(plan, 'phase', ''), 'Build'),
      '## Phase 1: Build (Day 2)\n',
    )
  })

  test('closing marks of the heading stay', () => {
    proveEdit(
      '## Phase 1: Build ##\n',
      plan => renamePhase(plan, idOf(plan, 'phase', 'Build'), 'Ship C#'),
      '## Phase 1: Ship C# ##\n',
    )
  })

  test('a phase that only the model has, and no name, are refused', () => {
    expect(refusalOf('- [ ] a\n', plan => renamePhase(plan, idOf(plan, 'phase', ''), 'Build'))).toBe('no-heading')
    expect(refusalOf('## Phase 1: A\n', plan => renamePhase(plan, idOf(plan, 'phase', 'A'), '\t'))).toBe('empty')
  })
})
