import { describe, expect, test } from 'vitest'
import type { Plan } from '#plan/plan.ts'
import { deletePhase } from './deletePhase.ts'
import { deleteStream } from './deleteStream.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'

const text = [
  '## Phase 1: One',
  '',
  '### Stream A: API Contract',
  '- [ ] a',
  '',
  '### Stream B: Web',
  '**Dependencies:** API Contract (basic flow), Redis',
  '- [ ] b',
  '',
  '---',
  '',
  '## Phase 2: Two',
  '',
  '### Stream C: Tests',
  '**Dependencies:** Stream A',
  '- [ ] c (depends on Stream A)',
  '',
  '### Stream D: Docs',
  '**Dependencies:** Streams A & B',
  '- [ ] d',
  '',
].join('\n')
const without = text.replace('### Stream A: API Contract\n- [ ] a\n\n', '')
const stream = (plan: Plan, name: string) => idOf(plan, 'stream', name)

describe('deleting a stream', () => {
  test('keeps the dependencies on it as words', () => {
    const after = proveEdit(text, plan => deleteStream(plan, stream(plan, 'API Contract'), 'keep'), without)
    expect(find(after, 'phase', 'One').streams.map(({ name }) => name)).toEqual(['Web'])
  })

  test('or drops those that mean it alone', () => {
    const after = proveEdit(
      text,
      plan => deleteStream(plan, stream(plan, 'API Contract'), 'drop'),
      without
        .replace('API Contract (basic flow), Redis', 'Redis')
        .replace('**Dependencies:** Stream A\n', '**Dependencies:** None\n')
        .replace(' (depends on Stream A)', ''),
    )
    expect(find(after, 'stream', 'Docs').dependencies).toMatchObject([{ text: 'Streams A & B' }])
  })

  test('leaves the rule that ends the phase', () => {
    proveEdit(
      text,
      plan => deleteStream(plan, stream(plan, 'Web'), 'keep'),
      text.replace('### Stream B: Web\n**Dependencies:** API Contract (basic flow), Redis\n- [ ] b\n\n', ''),
    )
  })

  test('a heading without tasks goes as well', () => {
    proveEdit(
      '## Phase 1: A\n\n### Stream A: X\n',
      plan => deleteStream(plan, stream(plan, 'X'), 'keep'),
      '## Phase 1: A\n',
    )
  })

  test('tasks without a heading of their own are refused', () => {
    expect(refusalOf('- [ ] a\n', plan => deleteStream(plan, stream(plan, ''), 'keep'))).toBe('no-heading')
  })
})

describe('deleting a phase', () => {
  test('takes its streams, and the dependencies on them where they shall go', () => {
    const after = proveEdit(
      text,
      plan => deletePhase(plan, idOf(plan, 'phase', 'One'), 'drop'),
      [
        '---',
        '',
        '## Phase 2: Two',
        '',
        '### Stream C: Tests',
        '**Dependencies:** None',
        '- [ ] c',
        '',
        '### Stream D: Docs',
        '**Dependencies:** None',
        '- [ ] d',
        '',
      ].join('\n'),
    )
    expect(after.phases.map(({ name }) => name)).toEqual(['Two'])
  })

  test('takes an integration point under its heading, and no other', () => {
    const after = proveEdit(
      '## Phase 1: One\n\n### Integration 1: In (After Phase 1)\n- [ ] a\n\n## Integration 2: Out (Final)\n- [ ] b\n',
      plan => deletePhase(plan, idOf(plan, 'phase', 'One'), 'keep'),
      '## Integration 2: Out (Final)\n- [ ] b\n',
    )
    expect(after.integrationPoints.map(({ name }) => name)).toEqual(['Out'])
  })

  test('a phase that only the model has is refused', () => {
    expect(refusalOf('- [ ] a\n', plan => deletePhase(plan, idOf(plan, 'phase', ''), 'keep'))).toBe('no-heading')
  })
})
