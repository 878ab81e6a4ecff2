import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { forecastJobs } from '#plan/schedule/forecast.ts'
import type { Gating } from '#plan/schedule/planJobs.ts'
import { readPlan, type ScheduleOptions, scheduleRead, usualOptions } from '#plan/schedule/schedulePlan.ts'
import { createForecasts, type ForecastWorker } from './createForecasts.ts'
import type { FromWorker, ToWorker } from './forecastMessages.ts'

const plan = parsePlan(`# Two strands

## Phase 1: All

### Stream A: First
**Estimated Time:** 2-4 hours
- [ ] one

### Stream B: Second
**Estimated Time:** 4-8 hours
- [ ] two
`)
const jobs = { phases: jobsOf('phases'), streams: jobsOf('streams') }
const options: ScheduleOptions = { ...usualOptions, workers: 1 }

function jobsOf(gating: Gating) {
  return readPlan(plan, { ...usualOptions, gating })
}

/** A worker that does nothing by itself; its answers are sent by the test. */
function openForecasts() {
  const workers: {
    readonly sent: ToWorker[]
    readonly tell: (message: FromWorker) => void
    readonly fail: () => void
    isClosed: boolean
  }[] = []
  const forecasts = createForecasts((): ForecastWorker => {
    const sent: ToWorker[] = []
    let tell: (message: FromWorker) => void = () => {}
    let fail = () => {}
    const own = { sent, tell: (message: FromWorker) => tell(message), fail: () => fail(), isClosed: false }
    workers.push(own)
    return {
      send: message => void sent.push(message),
      listen: (onMessage, onFailed) => {
        tell = onMessage
        fail = onFailed
      },
      close: () => {
        own.isClosed = true
      },
    }
  })
  const worker = () => workers.at(-1) ?? expect.fail('no worker was started')
  /** Does what the worker was asked for last; at most so many steps. */
  const work = (most = Number.POSITIVE_INFINITY) => {
    const asked = worker().sent.findLast(message => message.kind === 'forecast')
    if (asked?.kind !== 'forecast') return expect.fail('nothing was asked')
    const steps = [...forecastJobs(asked.jobs, asked.options, 500)]
    for (const step of steps.slice(0, most)) worker().tell({ kind: 'step', turn: asked.turn, step })
    if (most >= steps.length) worker().tell({ kind: 'done', turn: asked.turn })
  }
  return { forecasts, state: () => forecasts.state.getState(), workers, worker, work }
}

test('the schedule comes first, then the curve, then the ranges', () => {
  const { forecasts, state, work } = openForecasts()
  expect(state()).toEqual({ schedules: null, curve: null, samples: null, status: 'idle', progress: 0 })
  forecasts.forecast(jobs, options)
  work(1)
  expect(state()).toMatchObject({ status: 'working', curve: null, samples: null })
  expect(state().schedules?.phases.makespan).toBe(9)
  work(3)
  expect(state().curve?.enough).toBe(2)
  expect(state()).toMatchObject({ status: 'working', progress: 0.5 })
  work()
  expect(state()).toMatchObject({ status: 'idle', progress: 1 })
  expect(state().samples?.count).toBe(500)
})

test('the same question is asked once, another one anew', () => {
  const { forecasts, worker } = openForecasts()
  forecasts.forecast(jobs, options)
  forecasts.forecast({ ...jobs }, { ...options })
  expect(worker().sent).toHaveLength(1)
  forecasts.forecast(jobs, { ...options, workers: 2 })
  expect(worker().sent.map(message => message.kind)).toEqual(['forecast', 'forecast'])
})

test('answers to an older question change nothing', () => {
  const { forecasts, state, worker } = openForecasts()
  forecasts.forecast(jobs, options)
  forecasts.forecast(jobs, { ...options, workers: 2 })
  const [old, now] = [1, 2].map(workers => {
    const step = [...forecastJobs(jobs, { ...options, workers }, 0)][0]
    return step ?? expect.fail('no step')
  })
  if (!old || !now) return
  worker().tell({ kind: 'step', turn: 1, step: old })
  worker().tell({ kind: 'done', turn: 1 })
  expect(state()).toMatchObject({ schedules: null, status: 'working' })
  worker().tell({ kind: 'step', turn: 2, step: now })
  expect(state().schedules?.phases.makespan).toBe(6)
})

test('the schedule stays in sight while a newer one is worked out; ranges of another gating do not', () => {
  const { forecasts, state, work } = openForecasts()
  forecasts.forecast(jobs, options)
  work()
  forecasts.forecast(jobs, { ...options, workers: 2 })
  expect(state().schedules?.phases.makespan).toBe(9)
  expect(state().curve).not.toBeNull()
  forecasts.forecast(jobs, { ...options, workers: 2, gating: 'streams' })
  expect(state()).toMatchObject({ curve: null, samples: null, status: 'working' })
  expect(state().schedules).not.toBeNull()
})

test('what is stopped stays stopped, also when steps were on their way, and goes on when asked', () => {
  const { forecasts, state, worker, work } = openForecasts()
  forecasts.stop()
  forecasts.forecast(jobs, options)
  work(3)
  forecasts.stop()
  expect(worker().sent.at(-1)).toEqual({ kind: 'stop' })
  work()
  expect(state()).toMatchObject({ status: 'stopped', progress: 0.5, samples: null })
  expect(state().schedules).not.toBeNull()
  forecasts.again()
  work()
  expect(state()).toMatchObject({ status: 'idle', progress: 1 })
  forecasts.stop()
  expect(state().status).toBe('idle')
})

test('a worker that breaks is said, and trying again starts another one', () => {
  const { forecasts, state, workers, worker, work } = openForecasts()
  forecasts.forecast(jobs, options)
  work(1)
  worker().fail()
  expect(state().status).toBe('failed')
  expect(state().schedules?.phases.makespan).toBe(9)
  expect(workers[0]?.isClosed).toBe(true)
  forecasts.again()
  expect(workers).toHaveLength(2)
  work()
  expect(state().status).toBe('idle')
})

test('after a failure the same question counts as new', () => {
  const { forecasts, state, workers, worker } = openForecasts()
  forecasts.forecast(jobs, options)
  worker().fail()
  forecasts.forecast(jobs, options)
  expect(workers).toHaveLength(2)
  expect(state().status).toBe('working')
})

test('what would be is answered question by question, and with nothing when the worker breaks', async () => {
  const { forecasts, worker } = openForecasts()
  const first = forecasts.ask(jobs.phases, options)
  const second = forecasts.ask(jobs.phases, { ...options, workers: 2 })
  const third = forecasts.ask(jobs.streams, options)
  worker().tell({ kind: 'answer', question: 2, schedule: scheduleRead(jobs.phases, { ...options, workers: 2 }) })
  worker().tell({ kind: 'answer', question: 1, schedule: scheduleRead(jobs.phases, options) })
  expect((await first)?.makespan).toBe(9)
  expect((await second)?.makespan).toBe(6)
  worker().fail()
  expect(await third).toBeNull()
})

test('closing ends the worker and forgets what it found', async () => {
  const { forecasts, state, workers, work } = openForecasts()
  forecasts.forecast(jobs, options)
  work()
  const asked = forecasts.ask(jobs.phases, options)
  forecasts.close()
  expect(await asked).toBeNull()
  expect(workers[0]?.isClosed).toBe(true)
  expect(state()).toEqual({ schedules: null, curve: null, samples: null, status: 'idle', progress: 0 })
  forecasts.forecast(jobs, options)
  expect(workers).toHaveLength(2)
})
