import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from '#plan/change.ts'
import { randomPlanText } from '#plan/edit/randomPlan.fixture.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import { createRandom } from '#plan/schedule/randomNumbers.ts'
import { examplePlan } from '#plan/templates/examplePlan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import type { Finding, FindingCode } from './finding.ts'
import { plantedDependencies } from './plantedDependencies.fixture.ts'
import { plantedWork } from './plantedWork.fixture.ts'
import type { Chance, Plant, Planting } from './planting.fixture.ts'
import { reviewPlan } from './reviewPlan.ts'
import { soundPlan } from './soundPlan.fixture.ts'

const plants: Readonly<Record<FindingCode, Plant>> = { ...plantedDependencies, ...plantedWork }
const codes = Object.keys(plants) as FindingCode[]

/** What defects are planted in. The random plans are the same every time: what is found in them is pinned here. */
const soil: readonly (readonly Plan[])[] = [
  templates.map(template => parsePlan(renderTemplate(template))),
  [parsePlan(examplePlan)],
  Array.from({ length: 9 }, (_, seed) => parsePlan(soundPlan(seed))),
  fc.sample(randomPlanText(), { seed: 20_261_123, numRuns: 400 }).map(text => parsePlan(text)),
]
const perCode = 60

test('a sound plan has no findings', () => {
  for (let seed = 0; seed < 9; seed++) expect(reviewPlan(parsePlan(soundPlan(seed)))).toEqual([])
})

test('of 1,140 planted defects at least 95 % of every kind are found at their place, and 95 % of what is new is true', () => {
  const tally = new Map(codes.map(code => [code, { planted: 0, found: 0, true: 0, false: 0 }]))
  for (const code of codes) {
    for (const planting of plantMany(code)) {
      const count = tally.get(code) ?? never()
      const fresh = newFindings(planting)
      const isRight = (finding: Finding) => finding.code === code && planting.isPlanted(finding)
      count.planted += 1
      count.found += fresh.some(isRight) ? 1 : 0
      for (const finding of fresh) {
        const follows = planting.follows?.some(other => other.code === finding.code && other.node === finding.node)
        const counted = tally.get(finding.code) ?? never()
        counted[isRight(finding) || follows ? 'true' : 'false'] += 1
      }
    }
  }
  for (const [code, { planted, found, true: right, false: wrong }] of tally) {
    expect(planted, `planted ${code}`).toBe(perCode)
    expect(found / planted, `recall of ${code}`).toBeGreaterThanOrEqual(0.95)
    expect(right / (right + wrong), `precision of ${code}`).toBeGreaterThanOrEqual(0.95)
  }
})

test.each(codes)(
  '%s: what is offered to mend it, and what comes with it, takes it away and brings nothing new',
  code => {
    for (const planting of plantMany(code)) expectFixes(planting.after, newFindings(planting))
  },
)

test('every fix that is offered for a plan before anything is planted takes its finding away and brings nothing new', () => {
  for (const plan of soil.flat()) expectFixes(plan, reviewPlan(plan))
})

/** Defects of a code in plans of every kind by turns, as far as the kind has a place for it. */
function plantMany(code: FindingCode): readonly Planting[] {
  const plantings: Planting[] = []
  const chance: Chance = createRandom(codes.indexOf(code) + 1)
  for (let at = 0; plantings.length < perCode && at < 6000; at++) {
    const bed = soil[at % soil.length] ?? []
    const planting = plants[code](bed[Math.floor(chance() * bed.length)] ?? never(), chance)
    if (planting) plantings.push(planting)
  }
  return plantings
}

function newFindings({ before, after }: Planting): readonly Finding[] {
  const known = new Set(reviewPlan(before).map(({ key }) => key))
  return reviewPlan(after).filter(({ key }) => !known.has(key))
}

function expectFixes(plan: Plan, findings: readonly Finding[]): void {
  const known = new Set(reviewPlan(plan).map(({ key }) => key))
  for (const { key, fix } of findings) {
    if (fix === null) continue
    const outcome = fix.edit(plan)
    if (!outcome.ok) throw new Error(`${key}, ${fix.label}: ${outcome.refusal.message}\n${plan.text}`)
    const left = reviewPlan(applyChange(plan, outcome.change))
    const wrong = left.filter(other => other.key === key || !known.has(other.key)).map(({ message }) => message)
    expect(wrong, `${key}, ${fix.label}:\n${plan.text}`).toEqual([])
  }
}

function never(): never {
  throw new Error('There is always one.')
}
