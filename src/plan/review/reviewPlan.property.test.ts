import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange } from '#plan/change.ts'
import { randomPlanText } from '#plan/edit/randomPlan.fixture.ts'
import { setTaskState } from '#plan/edit/setTaskState.ts'
import { hostileTexts } from '#plan/export/hostileTexts.fixture.ts'
import { decodeFile } from '#plan/file.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import { reviewPlan } from './reviewPlan.ts'
import { readWaves } from './waves.ts'

/** Reviewed without a throw, the same twice, every key once, every place in the plan. */
function expectSane(plan: Plan): void {
  const findings = reviewPlan(plan)
  expect(reviewPlan(plan).map(({ key }) => key)).toEqual(findings.map(({ key }) => key))
  expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length)
  for (const { node, others, span } of findings) {
    expect([...(node === null ? [] : [node]), ...others].every(id => plan.nodes.has(id))).toBe(true)
    if (span) expect(span.from < span.to && span.to <= plan.text.length).toBe(true)
  }
  expect(readWaves(plan).length).toBe(plan.phases.flatMap(({ streams }) => streams).length)
}

test('every text can be reviewed', () => {
  fc.assert(
    fc.property(randomPlanText(), text => expectSane(parsePlan(text))),
    { numRuns: 300 },
  )
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => expectSane(parsePlan(text))))
})

test('hostile texts are reviewed in time', () => {
  const lines = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('\n')
  const hostile = [
    `## Phase 1: A (Parallel)\n${lines(3000, at => `### Stream ${at}: Part ${at}\n**Dependencies:** Part ${(at + 1) % 3000}\n- [ ] Build part src/a.ts and deploy ${at}`)}`,
    `## Phase 1: A\n${lines(3000, at => `### Stream A: Part\n**Dependencies:** Stream A, B, part\n- [ ] T1 Make ${at}`)}`,
    `## Phase 1: A\n### Stream A: A\n- [ ] x\n## Phase 2: B\n### Stream B: Doors\n${lines(4000, at => `- [ ] Build door ${at}`)}\n## Sequential Integration Points\n### Integration 1: G (After Phase 1)\n${lines(4000, at => `- [ ] The door ${at} works and the other door too`)}`,
    `## Phase 1: A\n- [ ] ${'Create and '.repeat(20_000)}\n- [ ] ${'a/'.repeat(50_000)}.ts`,
  ]
  const start = process.cpuUsage()
  for (const text of [...hostile, ...hostileTexts.map(([, text]) => text)]) expectSane(parsePlan(text))
  const { user } = process.cpuUsage(start)
  expect(user / 1e6).toBeLessThan(20)
}, 60_000)

test('a plan of 10,000 tasks is reviewed in well under 100 ms of processor time after an edit', () => {
  let plan = parsePlan(bigPlan())
  reviewPlan(plan)
  let fastest = Number.POSITIVE_INFINITY
  for (let run = 0; run < 12; run++) {
    const task = plan.phases[run % 5]?.streams[3]?.tasks[run]
    const outcome = task && setTaskState(plan, task.id, 'done')
    if (!outcome?.ok) throw new Error('The task can be ticked.')
    plan = applyChange(plan, outcome.change)
    const start = process.cpuUsage()
    reviewPlan(plan)
    const { user, system } = process.cpuUsage(start)
    fastest = Math.min(fastest, (user + system) / 1000)
  }
  if (process.env.REVIEW_TALLY) process.stdout.write(`fastest ${fastest} ms\n`)
  expect(fastest).toBeLessThan(100)
})

const corpus = process.env.BRAID_CORPUS
describe.runIf(corpus !== undefined)('in the real plans of BRAID_CORPUS', () => {
  test('every plan can be reviewed, and every fix takes its finding away and brings nothing new', () => {
    for (const name of readdirSync(corpus ?? '.')) {
      const file = decodeFile(readFileSync(join(corpus ?? '.', name)))
      if (!file.ok) continue
      const plan = parsePlan(file.text)
      expectSane(plan)
      const known = new Set(reviewPlan(plan).map(({ key }) => key))
      for (const { key, fix } of reviewPlan(plan)) {
        const outcome = fix?.edit(plan)
        if (!outcome) continue
        if (!outcome.ok) throw new Error(`${name}, ${key}: ${outcome.refusal.message}`)
        const left = reviewPlan(applyChange(plan, outcome.change)).map(other => other.key)
        expect(
          left.filter(other => other === key || !known.has(other)),
          `${name}, ${key}`,
        ).toEqual([])
      }
    }
  })
})

function bigPlan(): string {
  const phases = Array.from({ length: 10 }, (_, phase) => {
    const streams = Array.from({ length: 20 }, (_, at) => {
      const number = phase * 20 + at
      const waits = phase === 0 ? 'None' : `Part ${number - 20}, Stream ${number - 19}`
      const tasks = Array.from(
        { length: 50 },
        (_, task) =>
          `- [ ] Build the gear ${number} wheel ${task} for part ${task * 7} in src/gear${number}.ts (Priority: High)`,
      )
      return `### Stream ${number}: Part ${number}\n**Estimated Time:** 4-8 hours\n**Dependencies:** ${waits}\n**Tasks:**\n${tasks.join('\n')}\n`
    })
    return `## Phase ${phase + 1}: Step (Parallel)\n\n${streams.join('\n')}`
  })
  const gates = phases.map(
    (_, at) =>
      `### Integration ${at + 1}: Look (After Phase ${at + 1})\n- [ ] Gear ${at * 20 + 25} works\n- [ ] All wheels of part ${at} fit\n`,
  )
  return `${phases.join('\n')}\n## Sequential Integration Points\n\n${gates.join('\n')}`
}
