import { forecastJobs } from '#plan/schedule/forecast.ts'
import { scheduleRead } from '#plan/schedule/schedulePlan.ts'
import type { FromWorker, ToWorker } from './forecastMessages.ts'

// A search takes up to some 100 ms, and 10,000 samples about a second: in that time the page shall answer.
let newest = 0

const tell = (message: FromWorker) => postMessage(message)

/** Lets messages in that came meanwhile. Timers are held back to 4 ms; a port is not. */
const turn = () =>
  new Promise<void>(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'schedule') {
    return tell({ kind: 'answer', question: data.question, schedule: scheduleRead(data.jobs, data.options) })
  }
  const own = ++newest
  if (data.kind === 'stop') return
  for (const step of forecastJobs(data.jobs, data.options)) {
    tell({ kind: 'step', turn: data.turn, step })
    await turn()
    if (own !== newest) return
  }
  tell({ kind: 'done', turn: data.turn })
})
