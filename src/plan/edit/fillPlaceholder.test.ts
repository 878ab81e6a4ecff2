import { describe, expect, test } from 'vitest'
import { find, proveEdit, refusalOf } from './editProof.fixture.ts'
import { fillPlaceholder } from './fillPlaceholder.ts'

const text = [
  '# Implementation Plan: [Project Name]',
  '',
  '## Overview',
  '[Project Name] is [Brief description].',
  '',
  '## Phase 1: A',
  '',
  '### Stream A: X',
  '**Estimated Time:** [4-8] hours',
  '**Dependencies:** [Project Name] core',
  '**Tasks:**',
  '- [ ] Plan [Project Name] (Priority: High)',
  '',
  '```',
  'run "[Project Name]"',
  '```',
  '',
].join('\n')

describe('filling a placeholder', () => {
  test('writes the value wherever it stands, but not in code', () => {
    const after = proveEdit(
      text,
      plan => fillPlaceholder(plan, '[Project Name]', 'Shop'),
      text.replaceAll('[Project Name]', 'Shop').replace('run "Shop"', 'run "[Project Name]"'),
    )
    expect(after.title).toBe('Shop')
    expect(find(after, 'task', 'Plan Shop').priority).toBe('high')
    expect(after.placeholders.map(({ text }) => text)).toEqual(['[Brief description]', '[4-8]'])
  })

  test('figures become an estimate', () => {
    const after = proveEdit(text, plan => fillPlaceholder(plan, '[4-8]', '6'), text.replace('[4-8]', '6'))
    expect(find(after, 'stream', 'X').estimate).toEqual({ min: 6, max: 6 })
  })

  test('a value may contain signs that replacing would read', () => {
    proveEdit('# [Project Name]\n', plan => fillPlaceholder(plan, '[Project Name]', "$& $' $1"), "# $& $' $1\n")
  })

  test('a value that would be something else is refused', () => {
    const fill = (value: string) => refusalOf(text, plan => fillPlaceholder(plan, '[Project Name]', value))
    expect(fill('A, B')).toBe('not-as-meant')
    expect(fill('# A')).toBe('not-as-meant')
    expect(fill(' ')).toBe('empty')
    expect(refusalOf(text, plan => fillPlaceholder(plan, '[Gone]', 'x'))).toBe('placeholder-not-found')
  })
})
