import { describe, expect, test } from 'vitest'
import { addStream } from './addStream.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'

const add = (phase: string, name: string) => (plan: Parameters<typeof idOf>[0]) =>
  addStream(plan, idOf(plan, 'phase', phase), name)

describe('adding a stream', () => {
  test('writes its heading and fields at the end of the phase, with the next free letter', () => {
    const after = proveEdit(
      '## Phase 1: One\n\n### Stream A: X\n- [ ] a\n\n## Phase 2: Two\n\n### Stream D: Y\n- [ ] d\n',
      add('One', 'New'),
      '## Phase 1: One\n\n### Stream A: X\n- [ ] a\n\n### Stream E: New\n**Dependencies:** None\n**Tasks:**\n\n## Phase 2: Two\n\n### Stream D: Y\n- [ ] d\n',
    )
    expect(find(after, 'phase', 'One').streams.map(stream => stream.key)).toEqual(['A', 'E'])
  })

  test.each([
    ['## Phase 1: One\n', '## Phase 1: One\n\n### Stream A: New\n**Dependencies:** None\n**Tasks:**\n'],
    ['# Phase 1: One\n', '# Phase 1: One\n\n## Stream A: New\n**Dependencies:** None\n**Tasks:**\n'],
    [
      '## Phase 1: One\n\n### Stream 9: X\n',
      '## Phase 1: One\n\n### Stream 9: X\n\n### Stream 10: New\n**Dependencies:** None\n**Tasks:**\n',
    ],
    [
      '## Phase 1: One\n\n#### Stream Z: X\n',
      '## Phase 1: One\n\n#### Stream Z: X\n\n#### Stream AA: New\n**Dependencies:** None\n**Tasks:**\n',
    ],
    [
      '## Phase 1: One\n\n### Stream a: X',
      '## Phase 1: One\n\n### Stream a: X\n\n### Stream b: New\n**Dependencies:** None\n**Tasks:**',
    ],
  ])('%j', (before, after) => {
    proveEdit(before, add('One', 'New'), after)
  })

  test('a rule at the end of the phase stays at its end', () => {
    proveEdit(
      '## Phase 1: One\n\n### Stream A: X\n- [ ] a\n\n---\n\n## Phase 2: Two\n',
      add('One', 'New'),
      '## Phase 1: One\n\n### Stream A: X\n- [ ] a\n\n### Stream B: New\n**Dependencies:** None\n**Tasks:**\n\n---\n\n## Phase 2: Two\n',
    )
  })

  test('letters that begin anew in every phase go on in theirs', () => {
    const after = proveEdit(
      '## Phase 1: One\n### Stream A: X\n## Phase 2: Two\n### Stream A: Y\n### Stream B: Z\n',
      add('One', 'New'),
      '## Phase 1: One\n### Stream A: X\n\n### Stream B: New\n**Dependencies:** None\n**Tasks:**\n## Phase 2: Two\n### Stream A: Y\n### Stream B: Z\n',
    )
    expect(find(after, 'stream', 'New').key).toBe('B')
  })

  test('in a file without stream headings it is a heading', () => {
    proveEdit(
      '# P\n\n## X\n\n- [ ] a\n',
      plan => addStream(plan, plan.phases[0]?.id ?? (0 as never), 'New'),
      '# P\n\n## X\n\n- [ ] a\n\n## New\n',
    )
  })

  test('a name may end in #', () => {
    const after = proveEdit(
      '## Phase 1: One\n',
      add('One', 'C #'),
      '## Phase 1: One\n\n### Stream A: C # ###\n**Dependencies:** None\n**Tasks:**\n',
    )
    expect(find(after, 'stream', 'C #').key).toBe('A')
  })

  test('a stream needs a name', () => {
    expect(refusalOf('## Phase 1: One\n', add('One', ' '))).toBe('empty')
  })
})
