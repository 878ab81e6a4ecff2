import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange, makeChange } from './change.ts'
import { plainPlan } from './edit/plainPlan.fixture.ts'
import { randomPlanText } from './edit/randomPlan.fixture.ts'
import { parsePlan } from './parse/parsePlan.ts'
import type { NodeId, Plan } from './plan.ts'

/** Runs of each property; more with BRAID_RUNS. */
const runs = Number(process.env.BRAID_RUNS ?? 1000)

const typed = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '- ',
    '- [ ] new',
    '# ',
    '    ',
    '```',
    '> ',
    '## Phase 9: New\n',
    '\t',
  ),
  fc.array(fc.constantFrom('a', ' ', '\n', '- [ ] ', '  '), { maxLength: 8 }).map(parts => parts.join('')),
  randomPlanText(),
)

/** A stretch of the text, as two fractions of its length, and what is typed over it. */
const replacement = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.3, noNaN: true })),
  typed,
})

test('ids stay with their tasks whatever is typed over the text', { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(randomPlanText(), fc.array(replacement, { minLength: 1, maxLength: 5 }), (text, replacements) => {
      let plan = parsePlan(text)
      const used = new Set<NodeId>(plan.nodes.keys())
      for (const { from, length, typed } of replacements) {
        const start = Math.floor(from * plan.text.length)
        const end = Math.min(plan.text.length, start + Math.floor(length * plan.text.length))
        const change = makeChange('Type', plan.text.length, [{ from: start, to: end, insert: typed }])
        const next = applyChange(plan, change)
        expect(plainPlan(next)).toEqual(plainPlan(parsePlan(next.text)))
        checkIds(plan, next, used)
        checkStays(plan, next, start, end, typed.length)
        plan = next
      }
    }),
    { numRuns: runs },
  )
})

/** An id stands for one node, and one that was given out is never given to another. */
function checkIds(before: Plan, after: Plan, used: Set<NodeId>): void {
  const ids = [...after.nodes.keys()]
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) {
    const old = before.nodes.get(id)
    if (old) expect(after.nodes.get(id)?.kind).toBe(old.kind)
    else expect(used.has(id), 'an id that is gone comes back').toBe(false)
    used.add(id)
  }
}

/** A task whose lines lie outside of what was typed over, and which is one still, is the same task. */
function checkStays(before: Plan, after: Plan, from: number, to: number, length: number): void {
  const ids = new Map<number, NodeId>()
  for (const id of after.nodes.keys()) {
    if (after.nodes.get(id)?.kind === 'task') ids.set(after.spans.get(id)?.marker?.from ?? -1, id)
  }
  for (const id of before.nodes.keys()) {
    const spans = before.spans.get(id)
    if (before.nodes.get(id)?.kind !== 'task' || !spans?.marker) continue
    const isBefore = spans.line.to < from
    const isAfter = spans.line.from >= to
    if (!isBefore && !isAfter) continue
    const now = ids.get(spans.marker.from + (isAfter ? from - to + length : 0))
    if (now !== undefined) expect(now).toBe(id)
  }
}

test('ids stay where an integration point stands inside a phase, before its last stream', () => {
  const text = '## Phase 1: A\n### Stream A: X\n- [ ] a\n### Integration 1: Gate\n- [ ] b\n### Stream B: Y\n- [ ] c\n'
  const plan = parsePlan(text)
  const change = makeChange('Type', text.length, [{ from: 0, to: 0, insert: '# Title\n\n' }])
  const after = applyChange(plan, change)
  expect(after.phases).toEqual(plan.phases)
  expect(after.integrationPoints).toEqual(plan.integrationPoints)
})
