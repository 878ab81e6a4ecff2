import { describe, expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import { find, idOf, proveEdit, refusalOf } from './editProof.fixture.ts'
import { moveStream } from './moveStream.ts'

const x = '### Stream A: X\n**Dependencies:** None\n- [ ] a\n  - [ ] a1\n'
const y = '### Stream B: Y\n- [ ] b\n'
const z = '### Stream C: Z\n- [ ] c\n'
const text = `# P\n\n## Phase 1: One\n\n${x}\n${y}\n---\n\n## Phase 2: Two\n\n${z}\n## Phase 3: Three\n\nwords\n`
const stream = (plan: Plan, name: string) => idOf(plan, 'stream', name)

describe('moving a stream', () => {
  test('within its phase, before and after another', () => {
    const swapped = text.replace(`${x}\n${y}`, `${y}\n${x}`)
    const after = proveEdit(text, plan => moveStream(plan, stream(plan, 'X'), { after: stream(plan, 'Y') }), swapped)
    expect(find(after, 'phase', 'One').streams.map(({ name }) => name)).toEqual(['Y', 'X'])
    proveEdit(text, plan => moveStream(plan, stream(plan, 'Y'), { before: stream(plan, 'X') }), swapped)
  })

  test('to another phase, and to one without streams', () => {
    const after = proveEdit(
      text,
      plan => moveStream(plan, stream(plan, 'X'), { in: idOf(plan, 'phase', 'Two') }),
      text.replace(`${x}\n`, '').replace(z, `${z}\n${x}`),
    )
    expect(find(after, 'phase', 'Two').streams.map(({ name }) => name)).toEqual(['Z', 'X'])
    proveEdit(
      text,
      plan => moveStream(plan, stream(plan, 'X'), { in: idOf(plan, 'phase', 'Three') }),
      `${text.replace(`${x}\n`, '')}\n${x}`,
    )
  })

  test('a rule between phases stays where it is', () => {
    proveEdit(
      text,
      plan => moveStream(plan, stream(plan, 'Y'), { before: stream(plan, 'Z') }),
      text.replace(`${y}\n`, '').replace(z, `${y}\n${z}`),
    )
  })

  test('the stream and its tasks keep their ids', () => {
    const plan = parsePlan(text)
    const after = proveEdit(
      text,
      plan => moveStream(plan, stream(plan, 'X'), { after: stream(plan, 'Z') }),
      text.replace(`${x}\n`, '').replace(z, `${z}\n${x}`),
    )
    expect(find(after, 'stream', 'X')).toEqual(find(plan, 'stream', 'X'))
  })

  test('its headings take the level of its new neighbours', () => {
    const after = proveEdit(
      '## Phase 1: One\n\n#### Stream A: X\n\n##### Notes\n\n```\n# not a heading\n```\n\n## Phase 2: Two\n\n### Stream B: Y\n- [ ] b\n',
      plan => moveStream(plan, stream(plan, 'X'), { after: stream(plan, 'Y') }),
      '## Phase 1: One\n\n## Phase 2: Two\n\n### Stream B: Y\n- [ ] b\n\n### Stream A: X\n\n#### Notes\n\n```\n# not a heading\n```\n',
    )
    expect(find(after, 'phase', 'Two').streams).toHaveLength(2)
  })

  test('a file without a final line break stays without', () => {
    proveEdit(
      '## Phase 1: One\n\n### Stream A: X\n- [ ] a\n\n### Stream B: Y\n- [ ] b',
      plan => moveStream(plan, stream(plan, 'X'), { after: stream(plan, 'Y') }),
      '## Phase 1: One\n\n### Stream B: Y\n- [ ] b\n\n### Stream A: X\n- [ ] a',
    )
    proveEdit(
      '## Phase 1: One\n\n### Stream A: X\n- [ ] a\n\n### Stream B: Y\n- [ ] b',
      plan => moveStream(plan, stream(plan, 'Y'), { before: stream(plan, 'X') }),
      '## Phase 1: One\n\n### Stream B: Y\n- [ ] b\n\n### Stream A: X\n- [ ] a',
    )
  })

  test('to where it stands already it changes nothing', () => {
    proveEdit(text, plan => moveStream(plan, stream(plan, 'X'), { before: stream(plan, 'Y') }), text)
    proveEdit(text, plan => moveStream(plan, stream(plan, 'Y'), { in: idOf(plan, 'phase', 'One') }), text)
  })

  test('tasks without a heading, and a place that is gone, are refused', () => {
    const loose = '## Phase 1: A\n- [ ] a\n\n### Stream B: Y\n- [ ] b\n'
    expect(refusalOf(loose, plan => moveStream(plan, stream(plan, ''), { after: stream(plan, 'Y') }))).toBe(
      'no-heading',
    )
    expect(refusalOf(loose, plan => moveStream(plan, stream(plan, 'Y'), { after: 99 as never }))).toBe(
      'place-not-found',
    )
  })
})
