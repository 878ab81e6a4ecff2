import { describe, expect, test } from 'vitest'
import { proveEdit, refusalOf } from './editProof.fixture.ts'
import { renamePlan } from './renamePlan.ts'

describe('renaming a plan', () => {
  test("touches the title and keeps the template's words before it", () => {
    const after = proveEdit(
      '# Implementation Plan: [Project Name]\n\n## Phase 1: A\n',
      plan => renamePlan(plan, 'Shop'),
      '# Implementation Plan: Shop\n\n## Phase 1: A\n',
    )
    expect(after.title).toBe('Shop')
  })

  test('a text without a title gets one at its top', () => {
    proveEdit('## Phase 1: A\n', plan => renamePlan(plan, 'Shop'), '# Shop\n\n## Phase 1: A\n')
    proveEdit('- [ ] a\n', plan => renamePlan(plan, 'Shop'), '# Shop\n\n- [ ] a\n')
    proveEdit('', plan => renamePlan(plan, 'Shop'), '# Shop\n')
  })

  test('front matter stays first', () => {
    proveEdit(
      '---\ntitle: x\n---\n- [ ] a\n',
      plan => renamePlan(plan, 'Shop'),
      '---\ntitle: x\n---\n# Shop\n\n- [ ] a\n',
    )
  })

  test('an underlined title keeps its underline', () => {
    proveEdit('Shop\n====\n', plan => renamePlan(plan, 'Store'), 'Store\n====\n')
  })

  test('a title may end in #', () => {
    expect(proveEdit('# Shop\n', plan => renamePlan(plan, 'C #'), '# C # #\n').title).toBe('C #')
  })

  test('an empty title is refused', () => {
    expect(refusalOf('# Shop\n', plan => renamePlan(plan, ''))).toBe('empty')
  })
})
