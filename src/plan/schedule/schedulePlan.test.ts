import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { readPlan, type Schedule, type ScheduleOptions, schedulePlan, usualOptions } from './schedulePlan.ts'
import { curveOfWorkers } from './workerCurve.ts'

const harbour = parsePlan(`# Implementation Plan: Harbour

## Phase 1: Contract (Parallel - Day 1)

### Stream A: Contract
**Estimated Time:** 4 hours
- [ ] One
- [ ] Two

### Stream B: Environment
- [ ] One
- [ ] Two
- [ ] Three

## Phase 2: Build (Parallel - Day 2-3)

### Stream C: Server
**Estimated Time:** 6-10 hours
**Dependencies:** Stream A
- [ ] One

### Stream D: Client
**Estimated Time:** 8 hours
**Dependencies:** Stream C (basic flow)
- [ ] One

## Sequential Integration Points

### Integration 1: Check (After Phase 1)
- [ ] Contract agreed

### Integration 2: All (Final)
- [ ] All works
`)

const options: ScheduleOptions = { ...usualOptions, workers: 3, hoursPerTask: 2 }

function nameOf(plan: Plan, id: NodeId): string {
  const node = plan.nodes.get(id)
  if (node?.kind === 'stream') return node.key ?? node.name
  return node?.kind === 'integrationPoint' ? `gate ${node.number}` : 'other'
}

function timesOf(plan: Plan, schedule: Schedule): Record<string, string> {
  return Object.fromEntries(
    schedule.jobs.map(({ node, start, finish, slack }) => [nameOf(plan, node), `${start}-${finish}, ${slack} slack`]),
  )
}

describe('when phases wait for gates', () => {
  const schedule = schedulePlan(harbour, options)

  test('a phase starts when the gate before it is passed, and a part of a stream is enough where the plan says so', () => {
    expect(timesOf(harbour, schedule)).toEqual({
      A: '0-4, 2 slack',
      B: '0-6, 0 slack',
      'gate 1': '6-6, 0 slack',
      C: '6-14, 0 slack',
      D: '10-18, 0 slack',
      'gate 2': '18-18, 0 slack',
    })
    expect(schedule.makespan).toBe(18)
    expect(schedule.lowerBound).toBe(18)
  })

  test('the critical path is told from start to finish', () => {
    expect(schedule.criticalPath.map(id => nameOf(harbour, id))).toEqual(['B', 'gate 1', 'C', 'D', 'gate 2'])
  })

  test('hours that nobody estimated are said to be assumed', () => {
    expect(schedule.jobs.filter(job => job.isAssumed).map(job => nameOf(harbour, job.node))).toEqual(['B'])
  })
})

test('when streams start as soon as they can, the same plan is done sooner', () => {
  const schedule = schedulePlan(harbour, { ...options, gating: 'streams' })
  expect(timesOf(harbour, schedule)).toMatchObject({
    C: expect.stringMatching('^4-12'),
    D: expect.stringMatching('^8-16'),
  })
  expect(schedule.makespan).toBe(16)
})

test('one worker does one thing after another', () => {
  const schedule = schedulePlan(harbour, { ...options, workers: 1 })
  expect(schedule.makespan).toBe(4 + 6 + 8 + 8)
  expect(schedule.jobs.every(job => job.slack === 0)).toBe(true)
})

test('a stream without an estimate takes the median of the others, else an hour and a half for each task', () => {
  expect(schedulePlan(harbour, { ...options, hoursPerTask: null }).hoursPerTask).toBe(8)
  const bare = parsePlan('# Plan\n\n## Phase 1: All\n\n### Stream A: One\n- [ ] a\n- [ ] b\n\n### Stream B: Empty\n')
  expect(schedulePlan(bare).jobs.map(job => job.finish - job.start)).toEqual([3, 1.5])
})

test('a dependency on a later phase, or one that closes a circle, is left out and told', () => {
  const plan = parsePlan(`# Plan

## Phase 1: First

### Stream A: One
**Dependencies:** Stream C
- [ ] a

### Stream B: Two
- [ ] b

## Phase 2: Then

### Stream C: Three
**Dependencies:** Stream D
- [ ] c

### Stream D: Four
**Dependencies:** Stream C
- [ ] d
`)
  expect(schedulePlan(plan).ignored).toHaveLength(2)
  expect(schedulePlan(plan, { ...usualOptions, gating: 'streams' }).ignored).toHaveLength(1)
})

test('streams of a sequential phase run one after another, whatever the gating', () => {
  const plan = parsePlan(
    '# Plan\n\n## Phase 1: All (Sequential - Day 1)\n\n### Stream A: One\n- [ ] a\n\n### Stream B: Two\n- [ ] b\n',
  )
  for (const gating of ['phases', 'streams'] as const) {
    expect(schedulePlan(plan, { ...usualOptions, gating }).makespan).toBe(3)
  }
})

test('a plan with nothing in it takes no time', () => {
  expect(schedulePlan(parsePlan(''))).toMatchObject({ jobs: [], makespan: 0, lowerBound: 0, criticalPath: [] })
})

describe.each(templates.map(template => [template.id, parsePlan(renderTemplate(template))] as const))(
  '%s',
  (_, plan) => {
    test('is never slower when streams need not wait for gates, and is proven to be the shortest', () => {
      for (const workers of [1, 2, 4]) {
        const phases = schedulePlan(plan, { ...usualOptions, workers })
        const streams = schedulePlan(plan, { ...usualOptions, workers, gating: 'streams' })
        expect(streams.makespan).toBeLessThanOrEqual(phases.makespan + 1e-9)
        expect(phases.makespan).toBeCloseTo(phases.lowerBound, 9)
        expect(streams.makespan).toBeCloseTo(streams.lowerBound, 9)
      }
    })

    test('has a curve that falls to the end of its critical path', () => {
      const { points, enough } = curveOfWorkers(readPlan(plan, usualOptions), usualOptions)
      expect(points[0]?.makespan).toBeGreaterThan(points.at(-1)?.makespan ?? 0)
      expect(enough).toBe(points.length)
    })
  },
)

/** Plans of up to four phases with any estimates, modes, gates and dependencies, also ones that make no sense. */
const anyPlan: fc.Arbitrary<Plan> = fc
  .array(
    fc.record({
      mode: fc.constantFrom('Parallel', 'Sequential'),
      gate: fc.boolean(),
      streams: fc.array(
        fc.record({
          hours: fc.option(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))),
          waits: fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), { maxLength: 3 }),
          tasks: fc.integer({ min: 0, max: 3 }),
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 4 },
  )
  .map(phases => {
    let letter = 0
    const keyOf = (index: number) => String.fromCharCode(65 + index)
    const lines = ['# Implementation Plan: Any', '']
    for (const [at, { mode, streams }] of phases.entries()) {
      lines.push(`## Phase ${at + 1}: Part (${mode} - Day ${at + 1})`, '')
      for (const { hours, waits, tasks } of streams) {
        lines.push(`### Stream ${keyOf(letter++)}: Work`)
        if (hours) lines.push(`**Estimated Time:** ${hours[0]}-${hours[1]} hours`)
        const names = waits.map(([index, part]) => `Stream ${keyOf(index)}${part ? ' (basic flow)' : ''}`)
        lines.push(`**Dependencies:** ${names.join(', ') || 'None'}`, '**Tasks:**')
        for (let task = 0; task < tasks; task++) lines.push(`- [ ] Do ${task}`)
        lines.push('')
      }
    }
    lines.push('## Sequential Integration Points', '')
    for (const [at, { gate }] of phases.entries()) {
      if (gate) lines.push(`### Integration ${at + 1}: Check (After Phase ${at + 1})`, '- [ ] Works', '')
    }
    return parsePlan(lines.join('\n'))
  })

test('10,000 random plans are scheduled within order and workers', { timeout: 120_000 }, () => {
  const anyOptions = fc.record({
    workers: fc.integer({ min: 1, max: 5 }),
    gating: fc.constantFrom('phases', 'streams'),
    partialShare: fc.constantFrom(0, 0.3, 0.5, 1),
    hoursPerTask: fc.constant(null),
  })
  fc.assert(
    fc.property(anyPlan, anyOptions, (plan, chosen) => {
      const settings = chosen as ScheduleOptions
      const schedule = schedulePlan(plan, settings)
      const byNode = new Map(schedule.jobs.map(job => [job.node, job]))
      expect(schedule.makespan).toBeGreaterThanOrEqual(schedule.lowerBound - 1e-9)
      for (const { node, start } of schedule.jobs) {
        const running = schedule.jobs.filter(
          job => job.worker !== null && job.start <= start + 1e-9 && job.finish > start + 1e-9,
        )
        expect(running.length).toBeLessThanOrEqual(settings.workers)
        expect(new Set(running.map(job => job.worker)).size).toBe(running.length)
        expect(byNode.get(node)?.slack).toBeGreaterThanOrEqual(0)
      }
      const { jobs } = readPlan(plan, settings)
      for (const { node, waits } of jobs) {
        for (const { job, isPartial } of waits) {
          const own = byNode.get(node)
          const other = byNode.get(jobs[job]?.node ?? node)
          if (!own || !other) continue
          const needed = isPartial ? settings.partialShare : 1
          expect(own.start).toBeGreaterThanOrEqual(other.start + needed * (other.finish - other.start) - 1e-9)
        }
      }
      for (const id of schedule.criticalPath) expect(byNode.get(id)?.slack).toBe(0)
    }),
    { numRuns: 10_000 },
  )
})
