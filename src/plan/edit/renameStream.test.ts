import { describe, expect, test } from 'vitest'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { renameStream } from './renameStream.ts'

const text = [
  '## Phase 1: Build',
  '### Stream A: API Contract',
  '- [ ] a',
  '### Stream B: Web',
  '**Dependencies:** API contract (basic flow), Stream A, A: API Contract; API Contracts',
  '- [ ] b (depends on API Contract)',
  '',
].join('\n')

describe('renaming a stream', () => {
  test('touches the differing middle of its name', () => {
    const after = proveEdit(
      '### Stream A: Back end\n- [ ] a\n',
      plan => renameStream(plan, idOf(plan, 'stream', 'Back end'), 'Front end'),
      '### Stream A: Front end\n- [ ] a\n',
    )
    expect(find(after, 'stream', 'Front end').key).toBe('A')
  })

  test('the dependencies that plainly name it follow in the same step; a letter stays', () => {
    const after = proveEdit(
      text,
      plan => renameStream(plan, idOf(plan, 'stream', 'API Contract'), 'Contract'),
      [
        '## Phase 1: Build',
        '### Stream A: Contract',
        '- [ ] a',
        '### Stream B: Web',
        '**Dependencies:** Contract (basic flow), Stream A, A: Contract; API Contracts',
        '- [ ] b (depends on Contract)',
        '',
      ].join('\n'),
    )
    expect(find(after, 'stream', 'Web').dependencies.map(({ text }) => text)).toEqual([
      'Contract',
      'Stream A',
      'A: Contract',
      'API Contracts',
    ])
  })

  test('a name that a list of dependencies cannot hold is written there as the letter', () => {
    proveEdit(
      '### Stream A: API\n### Stream B: Web\n**Dependencies:** API\n',
      plan => renameStream(plan, idOf(plan, 'stream', 'API'), 'API, docs'),
      '### Stream A: API, docs\n### Stream B: Web\n**Dependencies:** Stream A\n',
    )
  })

  test('dependencies stay when two streams have the name', () => {
    proveEdit(
      '### Stream A: API\n### Stream B: API\n### Stream C: Web\n**Dependencies:** API\n',
      plan => renameStream(plan, plan.phases[0]?.streams[0]?.id ?? (0 as never), 'Core'),
      '### Stream A: Core\n### Stream B: API\n### Stream C: Web\n**Dependencies:** API\n',
    )
  })

  test.each([
    ['### Stream A\n', '### Stream A: New\n'],
    ['### Stream A:\n', '### Stream A: New\n'],
    ['### Stream A -\n', '### Stream A - New\n'],
    ['##\n', '## New\n'],
  ])('a heading without a name (%j) gets one', (before, after) => {
    proveEdit(before, plan => renameStream(plan, idOf(plan, 'stream', ''), 'New'), after)
  })

  test.each([
    ['### Stream A: Old\n', 'C #', '### Stream A: C # ###\n'],
    ['### Stream A: Old ###\n', 'C #', '### Stream A: C # ###\n'],
    ['Stream A: Old\n---\n', 'C #', 'Stream A: C #\n---\n'],
    ['### Stream A: Old\n', 'Draft (Parallel)', '### Stream A: Draft (Parallel)\n'],
    ['### Stream A: Old\n', ': B', '### Stream A: : B\n'],
  ])('of %j the name %j is read back as typed', (before, name, text) => {
    const after = proveEdit(before, plan => renameStream(plan, idOf(plan, 'stream', 'Old'), name), text)
    expect(find(after, 'stream', name).key).toBe('A')
  })

  test('a heading without a keyword keeps being a stream', () => {
    proveEdit(
      '# P\n\n## Old\n\n- [ ] a\n',
      plan => renameStream(plan, idOf(plan, 'stream', 'Old'), 'New'),
      '# P\n\n## New\n\n- [ ] a\n',
    )
    const rename = (name: string) =>
      refusalOf('# P\n\n## Old\n\n- [ ] a\n', plan => renameStream(plan, idOf(plan, 'stream', 'Old'), name))
    expect(rename('Phase 1: New')).toBe('not-as-typed')
    expect(rename('Success Criteria')).toBe('not-as-typed')
  })

  test('no name, and tasks without a heading of their own, are refused', () => {
    expect(refusalOf(text, plan => renameStream(plan, idOf(plan, 'stream', 'Web'), ' '))).toBe('empty')
    expect(refusalOf('- [ ] a\n', plan => renameStream(plan, idOf(plan, 'stream', ''), 'New'))).toBe('no-heading')
    expect(refusalOf(text, plan => renameStream(plan, idOf(plan, 'phase', 'Build'), 'New'))).toBe('stream-not-found')
  })
})
