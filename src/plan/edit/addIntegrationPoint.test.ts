import { describe, expect, test } from 'vitest'
import { addIntegrationPoint } from './addIntegrationPoint.ts'
import { deleteIntegrationPoint } from './deleteIntegrationPoint.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'

const text =
  '## Phase 1: A\n\n## Sequential Integration Points\n\n### Integration 1: Gate (After Phase 1)\n- [ ] a\n\n## Success Criteria\n- [ ] b\n'

describe('integration points', () => {
  test('a new one goes after the last, with the next number', () => {
    const after = proveEdit(
      text,
      plan => addIntegrationPoint(plan, 'Launch', 'final'),
      text.replace('- [ ] a\n', '- [ ] a\n\n### Integration 2: Launch (Final)\n'),
    )
    expect(find(after, 'integrationPoint', 'Launch')).toMatchObject({ number: '2', after: 'final', checks: [] })
  })

  test('the first one gets a section after the phases', () => {
    proveEdit(
      '## Phase 1: A\n- [ ] a\n\n## Success Criteria\n- [ ] b\n',
      plan => addIntegrationPoint(plan, 'Gate', { phase: '1' }),
      '## Phase 1: A\n- [ ] a\n\n## Sequential Integration Points\n\n### Integration 1: Gate (After Phase 1)\n\n## Success Criteria\n- [ ] b\n',
    )
  })

  test('or goes into the section that waits for it', () => {
    proveEdit(
      '## Phase 1: A\n\n## Integration Points\n\nWords.\n\n## Notes\n',
      plan => addIntegrationPoint(plan, 'Gate', 'final'),
      '## Phase 1: A\n\n## Integration Points\n\nWords.\n\n### Integration 1: Gate (Final)\n\n## Notes\n',
    )
  })

  test('one is deleted with its checks', () => {
    const after = proveEdit(
      text,
      plan => deleteIntegrationPoint(plan, idOf(plan, 'integrationPoint', 'Gate')),
      text.replace('### Integration 1: Gate (After Phase 1)\n- [ ] a\n\n', ''),
    )
    expect(after.integrationPoints).toEqual([])
  })

  test('no name and one that is gone are refused', () => {
    expect(refusalOf(text, plan => addIntegrationPoint(plan, ' ', 'final'))).toBe('empty')
    expect(refusalOf(text, plan => deleteIntegrationPoint(plan, idOf(plan, 'phase', 'A')))).toBe(
      'integration-point-not-found',
    )
  })
})
