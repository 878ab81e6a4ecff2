import { describe, expect, test } from 'vitest'
import { applyChange } from '#plan/change.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { proveEdit, refusalOf } from './editProof.fixture.ts'
import { setOverview } from './setOverview.ts'

describe('editing the overview', () => {
  test('touches the words under its heading', () => {
    const after = proveEdit(
      '# P\n\n## Overview\nOne old thing.\n\n## Phase 1: A\n',
      plan => setOverview(plan, 'One new thing.'),
      '# P\n\n## Overview\nOne new thing.\n\n## Phase 1: A\n',
    )
    expect(after.overview).toBe('One new thing.')
  })

  test('may have several lines, with the line ends of the file', () => {
    proveEdit(
      '## Overview\r\nOld.\r\n\r\n## Phase 1: A\n',
      plan => setOverview(plan, 'First.\n\nSecond.\n'),
      '## Overview\r\nFirst.\r\n\r\nSecond.\r\n\r\n## Phase 1: A\n',
    )
  })

  test('fills an empty section and leaves one empty', () => {
    proveEdit(
      '## Overview\n\n## Phase 1: A\n',
      plan => setOverview(plan, 'New.'),
      '## Overview\nNew.\n\n## Phase 1: A\n',
    )
    proveEdit('## Overview\n## Phase 1: A\n', plan => setOverview(plan, 'New.'), '## Overview\nNew.\n\n## Phase 1: A\n')
    const after = proveEdit(
      '## Overview\nOld.\n\n## Phase 1: A\n',
      plan => setOverview(plan, ''),
      '## Overview\n\n\n## Phase 1: A\n',
    )
    expect(after.overview).toBeNull()
  })

  test('a rule that ends the section is not part of it', () => {
    proveEdit(
      '## Overview\n\nOld.\n\n---\n\n## Phase 1: A\n',
      plan => setOverview(plan, 'New.'),
      '## Overview\n\nNew.\n\n---\n\n## Phase 1: A\n',
    )
  })

  test('a plan without the section gets it after its title', () => {
    proveEdit(
      '# P\n\nIntro.\n\n## Phase 1: A\n',
      plan => setOverview(plan, 'New.'),
      '# P\n\nIntro.\n\n## Overview\nNew.\n\n## Phase 1: A\n',
    )
  })

  test('words that would begin another section are refused', () => {
    expect(refusalOf('## Overview\nOld.\n', plan => setOverview(plan, 'One.\n\n## Two\n'))).toBe('not-as-meant')
  })
})

test('blanks clear it as no words do', () => {
  const plan = parsePlan('# Implementation Plan: Set\r\n\r\n## Overview\r\nSet\r\n\r\n## Phase 1: Set\r\n\r\n')
  const outcome = setOverview(plan, ' ')
  expect(outcome.ok && applyChange(plan, outcome.change).overview).toBeNull()
})
