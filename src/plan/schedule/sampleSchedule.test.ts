import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { createRandom } from './randomNumbers.ts'
import { samplePert } from './samplePert.ts'
import { rangeOf, type Samples, sampleSchedule } from './sampleSchedule.ts'
import { readPlan, type ScheduleOptions, schedulePlan, usualOptions } from './schedulePlan.ts'

const template = templates.find(({ id }) => id === 'microservices')
const microservices = parsePlan(template ? renderTemplate(template) : '')

function run(plan: Plan, options: ScheduleOptions, count: number, seed: number): Samples {
  const samples = sampleSchedule(readPlan(plan, options), options, count, seed)
  for (;;) {
    const next = samples.next()
    if (next.done) return next.value
    expect(next.value).toBeLessThanOrEqual(1)
  }
}

test('a drawn duration stays in its range and has the mean and the spread that PERT says', () => {
  const random = createRandom(4)
  const [min, mode, max] = [2, 3, 10]
  const draws = Array.from({ length: 200_000 }, () => samplePert(min, mode, max, random))
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length
  const expected = (min + 4 * mode + max) / 6
  expect(Math.min(...draws.slice(0, 50_000))).toBeGreaterThanOrEqual(min)
  expect(Math.max(...draws.slice(0, 50_000))).toBeLessThanOrEqual(max)
  expect(mean).toBeCloseTo(expected, 1)
  expect(variance).toBeCloseTo(((expected - min) * (max - expected)) / 7, 1)
  expect(samplePert(5, 5, 5, random)).toBe(5)
})

test('random numbers of a seed are the same for ever', () => {
  const random = createRandom(1)
  const numbers = Array.from({ length: 3 }, () => Math.round(random() * 1e9))
  const again = createRandom(1)
  expect(Array.from({ length: 3 }, () => Math.round(again() * 1e9))).toEqual(numbers)
  expect(createRandom(2)()).not.toBe(createRandom(1)())
})

test('the same seed gives the same finish, another seed nearly the same', () => {
  const first = run(microservices, usualOptions, 2_000, 7)
  expect(run(microservices, usualOptions, 2_000, 7)).toEqual(first)
  const other = run(microservices, usualOptions, 2_000, 8)
  expect(other.finish.p50).not.toBe(first.finish.p50)
  expect(Math.abs(other.finish.p50 / first.finish.p50 - 1)).toBeLessThan(0.02)
})

test('P50 and P90 agree within two in a hundred with a simulation written another way', { timeout: 60_000 }, () => {
  for (const gating of ['phases', 'streams'] as const) {
    const options = { ...usualOptions, gating }
    const { finish } = run(microservices, options, 10_000, 1)
    const other = simulate(microservices, options, 10_000, 99)
    expect(Math.abs(finish.p50 / other.p50 - 1)).toBeLessThan(0.02)
    expect(Math.abs(finish.p90 / other.p90 - 1)).toBeLessThan(0.02)
  }
})

test('a stream that is always on the longest way is always critical, one beside it never', () => {
  const plan = parsePlan(
    '# P\n\n## Phase 1: All\n\n### Stream A: Long\n**Estimated Time:** 10-20 hours\n- [ ] a\n\n### Stream B: Short\n**Estimated Time:** 1-2 hours\n- [ ] b\n',
  )
  const { critical } = run(plan, { ...usualOptions, workers: 2 }, 500, 1)
  const [long, short] = plan.phases[0]?.streams ?? []
  expect(long && critical.get(long.id)).toBe(1)
  expect(short && critical.get(short.id)).toBe(0)
})

/**
 * From moment to moment, counting anew each time who works and who may start, with the beta drawn by plain rejection:
 * slow, and nothing in common with what it checks but the jobs and their order.
 */
function simulate(plan: Plan, options: ScheduleOptions, count: number, seed: number): { p50: number; p90: number } {
  const random = createRandom(seed)
  const { jobs } = readPlan(plan, options)
  const planned = new Map(schedulePlan(plan, options).jobs.map(job => [job.node, job.start]))
  const plannedStart = jobs.map(({ node }) => planned.get(node) ?? 0)
  const rank = [...jobs.keys()].sort((a, b) => (plannedStart[a] ?? 0) - (plannedStart[b] ?? 0) || a - b)
  const finishes: number[] = []
  for (let sample = 0; sample < count; sample++) {
    const hours = jobs.map(({ estimate }) => {
      if (!estimate) return 0
      const { min, mode, max } = rangeOf(estimate)
      return max > min
        ? min + (max - min) * beta(1 + (4 * (mode - min)) / (max - min), 1 + (4 * (max - mode)) / (max - min), random)
        : min
    })
    const start: (number | undefined)[] = jobs.map(() => undefined)
    let events = [0]
    for (let left = jobs.length; left > 0; ) {
      const now = Math.min(...events)
      events = events.filter(time => time > now + 1e-12)
      for (let isMoving = true; isMoving; ) {
        isMoving = false
        for (const job of rank) {
          if (start[job] !== undefined) continue
          const busy = jobs.filter((_, other) => {
            const from = start[other]
            return from !== undefined && (hours[other] ?? 0) > 0 && from + (hours[other] ?? 0) > now + 1e-12
          })
          const isReady = jobs[job]?.waits.every(wait => {
            const from = start[wait.job]
            const needed = (hours[wait.job] ?? 0) * (wait.isPartial ? options.partialShare : 1)
            if (from !== undefined && from + needed > now + 1e-12) events.push(from + needed)
            return from !== undefined && from + needed <= now + 1e-12
          })
          if (!isReady || busy.length >= options.workers) continue
          start[job] = now
          events.push(now + (hours[job] ?? 0))
          left--
          isMoving = true
        }
      }
      events = events.filter(time => time > now + 1e-12)
    }
    finishes.push(Math.max(...jobs.map((_, job) => (start[job] ?? 0) + (hours[job] ?? 0))))
  }
  finishes.sort((a, b) => a - b)
  return { p50: finishes[Math.floor(count * 0.5)] ?? 0, p90: finishes[Math.floor(count * 0.9)] ?? 0 }
}

/** By rejection under the density's top: no gamma, no normal. */
function beta(a: number, b: number, random: () => number): number {
  const density = (x: number) => x ** (a - 1) * (1 - x) ** (b - 1)
  const top = density((a - 1) / (a + b - 2))
  for (;;) {
    const x = random()
    if (random() * top <= density(x)) return x
  }
}
