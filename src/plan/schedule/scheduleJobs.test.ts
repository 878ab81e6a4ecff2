import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createJobGraph } from './jobGraph.ts'
import { listSchedule } from './listSchedule.ts'
import { scheduleJobs, scheduleWaits } from './scheduleJobs.ts'
import { bruteForceMakespan, faultOf, layeredJobs, seriesParallelJobs, type TestJob } from './verifySchedule.fixture.ts'

const whole = fc.integer({ min: 0, max: 12 })
const anyHours = fc.oneof(whole, fc.double({ min: 0, max: 12, noNaN: true }))

function anyJobs(maxCount: number): fc.Arbitrary<readonly TestJob[]> {
  return fc
    .array(fc.record({ duration: anyHours, waits: fc.array(fc.nat(), { maxLength: 3 }) }), { maxLength: maxCount })
    .map(rows =>
      rows.map(({ duration, waits }, job) => ({
        duration,
        after: job === 0 ? [] : [...new Set(waits.map(wait => wait % job))],
      })),
    )
}

const anyWorkers = fc.integer({ min: 1, max: 5 })

describe('a schedule', () => {
  test('heeds order and workers, and is never below its bound: 10,000 random sets of jobs', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyJobs(14), anyWorkers, (jobs, workers) => {
        const { start, makespan, lowerBound } = scheduleJobs(jobs, workers)
        expect(faultOf(jobs, workers, start)).toBeNull()
        expect(makespan).toBeCloseTo(Math.max(0, ...jobs.map(({ duration }, job) => (start[job] ?? 0) + duration)), 9)
        expect(makespan).toBeGreaterThanOrEqual(lowerBound - 1e-9)
      }),
      { numRuns: 10_000 },
    )
  })

  test('of up to nine jobs is as short as any order of them makes it, and is known to be', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyJobs(7), anyWorkers, (jobs, workers) => {
        const { makespan, lowerBound } = scheduleJobs(jobs, workers)
        expect(makespan).toBeCloseTo(bruteForceMakespan(jobs, workers), 9)
        expect(lowerBound).toBeCloseTo(makespan, 9)
      }),
      { numRuns: 500 },
    )
    for (let seed = 0; seed < 24; seed++) {
      const jobs = (seed % 2 ? layeredJobs : seriesParallelJobs)(9, seed)
      const workers = 2 + (seed % 3)
      expect(scheduleJobs(jobs, workers).makespan).toBe(bruteForceMakespan(jobs, workers))
    }
  })

  test('is the same each time', () => {
    const jobs = layeredJobs(60, 5)
    expect(scheduleJobs(jobs, 4)).toEqual(scheduleJobs(jobs, 4))
  })

  test('of jobs that wait for each other is refused with their numbers', () => {
    const jobs = [
      { duration: 1, after: [] },
      { duration: 1, after: [2] },
      { duration: 1, after: [1] },
    ]
    expect(() => scheduleJobs(jobs, 2)).toThrow('1, 2')
  })

  test('of nothing takes no time', () => {
    expect(scheduleJobs([], 3)).toEqual({ start: [], makespan: 0, lowerBound: 0 })
  })

  test('starts a job that needs a part of another when that part is there', () => {
    const jobs = [
      { duration: 8, waits: [] },
      { duration: 8, waits: [{ job: 0, lag: 4 }] },
    ]
    expect(scheduleWaits(jobs, 2)).toEqual({ start: [0, 4], makespan: 12, lowerBound: 12 })
    expect(scheduleWaits(jobs, 1).makespan).toBe(16)
  })

  test('beats a list schedule where a worker has to wait on purpose', () => {
    // Both workers are free at 0, but the long chain wants one at 1.
    const jobs = [
      { duration: 1, after: [] },
      { duration: 10, after: [] },
      { duration: 10, after: [] },
      { duration: 10, after: [0] },
      { duration: 9, after: [0] },
    ]
    const { makespan, lowerBound } = scheduleJobs(jobs, 2)
    expect(makespan).toBe(bruteForceMakespan(jobs, 2))
    expect(lowerBound).toBe(makespan)
  })
})

test('most schedules of 50 and 100 jobs are proven to be the shortest, and the others nearly are', () => {
  let proven = 0
  let gap = 0
  const runs = 160
  for (let seed = 0; seed < runs; seed++) {
    const jobs = (seed % 2 ? layeredJobs : seriesParallelJobs)(seed % 4 < 2 ? 50 : 100, seed)
    const workers = [2, 4, 8, 16][(seed >> 2) % 4] ?? 2
    const { start, makespan, lowerBound } = scheduleJobs(jobs, workers)
    expect(faultOf(jobs, workers, start)).toBeNull()
    if (makespan <= lowerBound + 1e-9) proven++
    gap += (makespan / lowerBound - 1) / runs
  }
  expect(proven / runs).toBeGreaterThanOrEqual(0.9)
  expect(gap).toBeLessThanOrEqual(0.003)
})

test('a list schedule of partial waits heeds them', () => {
  fc.assert(
    fc.property(anyJobs(12), fc.double({ min: 0, max: 1, noNaN: true }), anyWorkers, (jobs, share, workers) => {
      const waits = jobs.map(({ duration, after }) => ({
        duration,
        waits: after.map(job => ({ job, lag: share * (jobs[job]?.duration ?? 0) })),
      }))
      const graph = createJobGraph(waits)
      for (const start of [listSchedule(graph, workers, graph.head), scheduleWaits(waits, workers).start]) {
        const bare = jobs.map(({ duration }) => ({ duration, after: [] }))
        expect(faultOf(bare, workers, [...start])).toBeNull()
        for (const [job, row] of waits.entries()) {
          for (const wait of row.waits)
            expect(start[job]).toBeGreaterThanOrEqual((start[wait.job] ?? 0) + wait.lag - 1e-9)
        }
      }
    }),
  )
})
