import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { reviewPlan } from '#plan/review/reviewPlan.ts'

function isLate(check: string): boolean {
  const plan = parsePlan(`# T

## Phase 1: First

### Stream A: Catalogue
- [ ] Design the tables

## Phase 2: Second

### Stream D: Care
- [ ] Collect crash logs
- [ ] Write the tables of prices

## Integration Points

### Integration 1: Agreed (After Phase 1)
- [ ] ${check}
- [ ] The tables are designed
`)
  return reviewPlan(plan).some(({ code }) => code === 'gate-checks-later-work')
}

test.each(['Stream D is finished', 'Crash logs are collected', 'Streams A and stream D agree'])(
  '"%s" asks for work of a later phase',
  check => {
    expect(isLate(check)).toBe(true)
  },
)

test.each(['Stream A is finished', 'Stream Z is finished', 'The harbour is named', 'The tables are written'])(
  '"%s" does not',
  check => {
    expect(isLate(check)).toBe(false)
  },
)
