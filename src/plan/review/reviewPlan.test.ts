import { expect, test } from 'vitest'
import { changeText } from '#plan/change.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Finding, FindingCode } from './finding.ts'
import { plants, soundPlan } from './plantedDefects.fixture.ts'
import { reviewPlan } from './reviewPlan.ts'

const codes = Object.keys(plants) as FindingCode[]

test('a sound plan has no findings', () => {
  for (let seed = 0; seed < 9; seed++) expect(reviewPlan(parsePlan(soundPlan(seed)))).toEqual([])
})

test('of 1,007 planted defects at least 95 % of every kind are found, and 95 % of each kind of finding was planted', () => {
  const tally = new Map(codes.map(code => [code, { planted: 0, found: 0, extra: 0 }]))
  for (const code of codes) {
    for (let seed = 0; seed < 53; seed++) {
      const findings = reviewPlan(parsePlan(plants[code](soundPlan(seed), seed)))
      const isFound = findings.some(finding => finding.code === code)
      for (const [of, count] of tally) {
        const seen = findings.filter(finding => finding.code === of).length
        if (of !== code) count.extra += follows[code]?.includes(of) ? 0 : seen
        else {
          count.planted += 1
          count.found += isFound ? 1 : 0
          count.extra += Math.max(0, seen - 1)
        }
      }
    }
  }
  for (const [code, { planted, found, extra }] of tally) {
    expect(found / planted, `recall of ${code}`).toBeGreaterThanOrEqual(0.95)
    expect(found / (found + extra), `precision of ${code}`).toBeGreaterThanOrEqual(0.95)
  }
})

test.each(codes)('%s: what mends it takes it away and brings nothing new', code => {
  for (let seed = 0; seed < 9; seed++) {
    const plan = parsePlan(plants[code](soundPlan(seed), seed))
    const before = reviewPlan(plan)
    for (const finding of before) {
      if (finding.fix === null) continue
      const outcome = finding.fix.edit(plan)
      if (!outcome.ok) throw new Error(outcome.refusal.message)
      const after = reviewPlan(parsePlan(changeText(plan.text, outcome.change)))
      const left = after.map(keyOf)
      expect(left).not.toContain(keyOf(finding))
      expect(before.map(keyOf)).toEqual(expect.arrayContaining(left))
    }
  }
})

/** A stream that is planted empty has no command either. */
const follows: Partial<Record<FindingCode, readonly FindingCode[]>> = {
  'empty-stream': ['commands-differ'],
}

function keyOf({ code, message }: Finding): string {
  return `${code}: ${message}`
}
