import { useEffect } from 'react'
import { useStore } from 'zustand'
import { scheduleOptionsOf } from '#plan/settings/viewSettings.ts'
import type { PlanSession } from '#session/planSession.ts'
import { useSession } from '#session/SessionContext.tsx'
import { useSettings } from '#session/useSettings.ts'
import type { ForecastState, Forecasts } from './createForecasts.ts'
import { jobsOf } from './forecastJobs.ts'
import { forecastsOf } from './forecasts.ts'

/** Ms without an edit after which the forecast is made anew: dragging a slider or typing asks once. */
const restAfter = 80
/** Ms without any view that asks, after which the worker goes. */
const closeAfter = 10_000

/** The forecast of the open plan, kept up with its edits and settings as long as a view asks for it. */
export function useForecast(): ForecastState & Pick<Forecasts, 'ask' | 'stop' | 'again'> {
  const session = useSession()
  const { settings } = useSettings()
  const forecasts = forecastsOf(session)
  const state = useStore(forecasts.state)
  useEffect(() => use(session), [session])
  useEffect(() => {
    const options = scheduleOptionsOf(settings)
    const start = () => forecasts.forecast(jobsOf(session.state.getState().plan, settings.hoursPerTask), options)
    let timer = setTimeout(start, forecasts.state.getState().schedules ? restAfter : 0)
    const stop = session.state.subscribe((now, before) => {
      if (now.plan === before.plan) return
      clearTimeout(timer)
      timer = setTimeout(start, restAfter)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [forecasts, session, settings])
  return { ...state, ask: forecasts.ask, stop: forecasts.stop, again: forecasts.again }
}

const users = new WeakMap<PlanSession, number>()

function use(session: PlanSession): () => void {
  users.set(session, (users.get(session) ?? 0) + 1)
  return () => {
    users.set(session, (users.get(session) ?? 1) - 1)
    setTimeout(() => {
      if (users.get(session) === 0) forecastsOf(session).close()
    }, closeAfter)
  }
}
