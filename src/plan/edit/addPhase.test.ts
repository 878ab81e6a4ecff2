import { describe, expect, test } from 'vitest'
import { addPhase } from './addPhase.ts'
import { find, proveEdit, refusalOf } from './editProof.fixture.ts'

const add = (name: string) => (plan: Parameters<typeof addPhase>[0]) => addPhase(plan, name)

describe('adding a phase', () => {
  test('writes its heading after the last phase, with the next number', () => {
    const after = proveEdit(
      '## Phase 1: A\n\n### Stream A: X\n- [ ] a\n\n## Sequential Integration Points\n',
      add('New'),
      '## Phase 1: A\n\n### Stream A: X\n- [ ] a\n\n## Phase 2: New\n\n## Sequential Integration Points\n',
    )
    expect(find(after, 'phase', 'New')).toMatchObject({ number: '2', streams: [] })
  })

  test.each([
    ['# P\n\n## Overview\nWords.\n', '# P\n\n## Overview\nWords.\n\n## Phase 1: New\n'],
    ['# P\n', '# P\n\n## Phase 1: New\n'],
    ['', '## Phase 1: New\n'],
    ['# Phase 3: A\n', '# Phase 3: A\n\n# Phase 4: New\n'],
    ['## Phase 1: A\n\n- [ ] a\n\n---\n\n## End\n', '## Phase 1: A\n\n- [ ] a\n\n## Phase 2: New\n\n---\n\n## End\n'],
  ])('%j', (before, after) => {
    proveEdit(before, add('New'), after)
  })

  test('a file whose headings are no phases is refused', () => {
    expect(refusalOf('# P\n\n## A\n- [ ] a\n', add('New'))).toBe('no-phases')
  })

  test('no name, and one that would be read as days, are refused', () => {
    expect(refusalOf('## Phase 1: A\n', add(''))).toBe('empty')
    expect(refusalOf('## Phase 1: A\n', add('New (Day 1)'))).toBe('reads-as-timing')
  })
})
