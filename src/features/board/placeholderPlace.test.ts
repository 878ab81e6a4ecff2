import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { placeholderPlace } from './placeholderPlace.ts'

const plan = parsePlan(`# Implementation Plan: [Project Name]

## Overview
[Brief description]

## Phase 1: Base (Parallel - Day 1-2)

### Stream A: API Contract
**Estimated Time:** [4-8] hours
**Tasks:**
- [ ] Set up [Backend Framework] (Priority: High)

### Stream B: More
**Estimated Time:** [4-8] hours
**Tasks:**
- [x] Use [Backend Framework] and [Backend Framework]
`)

const placeOf = (words: string) => {
  const placeholder = plan.placeholders.find(each => each.text === words)
  return placeholder && placeholderPlace(plan.text, placeholder)
}

test('a placeholder in the title is shown with the title', () => {
  expect(placeOf('[Project Name]')).toBe('Implementation Plan: [Project Name]')
})

test('one that is all of its line is placed by its heading', () => {
  expect(placeOf('[Brief description]')).toBe('Overview')
})

test('a line loses its marks and says where else the words stand', () => {
  expect(placeOf('[4-8]')).toBe('Estimated Time: [4-8] hours, in Stream A: API Contract, and in 1 other place')
  expect(placeOf('[Backend Framework]')).toBe(
    'Set up [Backend Framework], in Stream A: API Contract, and in 2 other places',
  )
})
