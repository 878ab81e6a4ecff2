import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BothJobs, ForecastStep } from '#plan/schedule/forecast.ts'
import type { Gating, PlanJobs } from '#plan/schedule/planJobs.ts'
import type { Samples } from '#plan/schedule/sampleSchedule.ts'
import type { Schedule, ScheduleOptions } from '#plan/schedule/schedulePlan.ts'
import type { WorkerCurve } from '#plan/schedule/workerCurve.ts'
import type { FromWorker, ToWorker } from './forecastMessages.ts'

/** What a worker does for us, and what stands in for it in tests. */
export interface ForecastWorker {
  send(message: ToWorker): void
  /** `failed`: it does not answer any more. */
  listen(onMessage: (message: FromWorker) => void, onFailed: () => void): void
  close(): void
}

export interface ForecastState {
  /** Until the first answer `null`; then the newest there is, also while a newer one is being worked out. */
  readonly schedules: Readonly<Record<Gating, Schedule>> | null
  /** Of the gating of the newest `options`; `null` while it is another one's. */
  readonly curve: WorkerCurve | null
  readonly samples: Samples | null
  /** `stopped`: by the person; what is there may be old. */
  readonly status: 'idle' | 'working' | 'stopped' | 'failed'
  /** Of the samples, from 0 to 1. */
  readonly progress: number
}

/** Schedules, curve and ranges of one open plan, worked out beside the page. */
export interface Forecasts {
  readonly state: StoreApi<ForecastState>
  /** Works out everything for these jobs; a question asked before is given up. Asking the same twice asks once. */
  forecast(jobs: BothJobs, options: ScheduleOptions): void
  /** One schedule, for what would be. `null` when the worker failed. */
  ask(jobs: PlanJobs, options: ScheduleOptions): Promise<Schedule | null>
  /** Gives up what is being worked out. */
  stop(): void
  /** Works on after a stop or a failure. */
  again(): void
  close(): void
}

const nothing: ForecastState = { schedules: null, curve: null, samples: null, status: 'idle', progress: 0 }

export function createForecasts(makeWorker: () => ForecastWorker): Forecasts {
  const state = createStore<ForecastState>(() => nothing)
  const questions = new Map<number, (schedule: Schedule | null) => void>()
  let worker: ForecastWorker | null = null
  let turn = 0
  let asked = 0
  let newest: { readonly jobs: BothJobs; readonly options: ScheduleOptions; readonly words: string } | null = null

  const fail = () => {
    worker?.close()
    worker = null
    for (const answer of questions.values()) answer(null)
    questions.clear()
    if (state.getState().status === 'working') state.setState({ status: 'failed' })
  }
  const onMessage = (message: FromWorker) => {
    if (message.kind === 'answer') {
      questions.get(message.question)?.(message.schedule)
      questions.delete(message.question)
      return
    }
    // What was given up may have been on its way.
    if (message.turn !== turn || state.getState().status !== 'working') return
    state.setState(message.kind === 'done' ? { status: 'idle' } : take(message.step))
  }
  const send = (message: ToWorker) => {
    if (!worker) {
      worker = makeWorker()
      worker.listen(onMessage, fail)
    }
    worker.send(message)
  }
  const start = () => {
    if (!newest) return
    turn++
    state.setState({ status: 'working', progress: 0 })
    send({ kind: 'forecast', turn, jobs: newest.jobs, options: newest.options })
  }

  return {
    state,
    forecast(jobs, options) {
      const words = JSON.stringify([jobs, options])
      if (words === newest?.words && state.getState().status !== 'failed') return
      // Ranges and a curve of another gating would contradict the schedule they stand beside.
      if (newest && newest.options.gating !== options.gating) state.setState({ curve: null, samples: null })
      newest = { jobs, options, words }
      start()
    },
    ask(jobs, options) {
      const question = ++asked
      return new Promise(resolve => {
        questions.set(question, resolve)
        send({ kind: 'schedule', question, jobs, options })
      })
    },
    stop() {
      if (state.getState().status !== 'working') return
      turn++
      send({ kind: 'stop' })
      state.setState({ status: 'stopped' })
    },
    again: start,
    close() {
      fail()
      newest = null
      state.setState(nothing)
    },
  }
}

function take(step: ForecastStep): Partial<ForecastState> {
  switch (step.kind) {
    case 'schedules':
      return { schedules: step.schedules }
    case 'curve':
      return { curve: step.curve }
    case 'progress':
      return { progress: step.share }
    case 'samples':
      return { samples: step.samples, progress: 1 }
  }
}
