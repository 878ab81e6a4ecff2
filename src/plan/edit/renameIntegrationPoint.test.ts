import { expect, test } from 'vitest'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { renameIntegrationPoint } from './renameIntegrationPoint.ts'

const text = '## Phase 1: A\n\n## Sequential Integration Points\n\n### Integration 1: Gate (After Phase 1)\n- [ ] a\n'

test('renaming an integration point keeps its number and the phase it follows', () => {
  const after = proveEdit(
    text,
    plan => renameIntegrationPoint(plan, idOf(plan, 'integrationPoint', 'Gate'), 'Check'),
    text.replace('Gate', 'Check'),
  )
  expect(find(after, 'integrationPoint', 'Check')).toMatchObject({ number: '1', after: { phase: '1' } })
})

test('an integration point needs a name', () => {
  expect(refusalOf(text, plan => renameIntegrationPoint(plan, idOf(plan, 'integrationPoint', 'Gate'), ''))).toBe(
    'empty',
  )
})
