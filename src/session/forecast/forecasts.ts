import type { PlanSession } from '#session/planSession.ts'
import { trustedScript } from '#session/trustedScript.ts'
import { createForecasts, type Forecasts, type ForecastWorker } from './createForecasts.ts'
import type { FromWorker } from './forecastMessages.ts'
import workerAddress from './forecastWorker.ts?worker&url'

const known = new WeakMap<PlanSession, Forecasts>()

/** The forecasts of an open plan: one worker for all views that ask. */
export function forecastsOf(session: PlanSession): Forecasts {
  let forecasts = known.get(session)
  if (!forecasts) {
    forecasts = createForecasts(startWorker)
    known.set(session, forecasts)
  }
  return forecasts
}

function startWorker(): ForecastWorker {
  const worker = new Worker(trustedScript(workerAddress), { type: 'module' })
  return {
    send: message => worker.postMessage(message),
    listen(onMessage, onFailed) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => onMessage(data))
      worker.addEventListener('error', onFailed)
      worker.addEventListener('messageerror', onFailed)
    },
    close: () => worker.terminate(),
  }
}
