import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { browserArguments, findBrowser } from '../e2e/browser.ts'
import { median } from './measure.ts'

const root = fileURLToPath(new URL('./saving', import.meta.url))
const outDir = fileURLToPath(new URL('../dist-bench', import.meta.url))
const port = 4180
const [small, large] = [100, 100_000]

/** Saving one edit of a small plan and of a large one, in turns; and opening a plan beside reading and parsing a text. */
export async function benchSaving(runs: number): Promise<void> {
  await build({ root, configFile: false, base: './', logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir }, preview: { port } })
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    args: [...browserArguments],
    ...(executablePath ? { executablePath } : {}),
  })
  await benchBlocking(browser, runs)
  await benchOpening(browser, runs)
  await browser.close()
  await server.close()
}

async function benchBlocking(browser: Browser, runs: number): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`http://localhost:${port}/`)
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable')
  const worked = async () => {
    const { metrics } = await devTools.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
  }
  const edits = {
    [small]: await page.evaluateHandle(tasks => window.saving.openSaver(tasks), small),
    [large]: await page.evaluateHandle(tasks => window.saving.openSaver(tasks), large),
  }
  const sync: Record<number, number[]> = { [small]: [], [large]: [] }
  const whole: Record<number, number[]> = { [small]: [], [large]: [] }
  for (let run = 0; run < runs; run++) {
    for (const tasks of [small, large]) {
      const save = await edits[tasks]?.evaluateHandle(edit => edit())
      const before = await worked()
      const blocked = await save?.evaluate(save => save())
      whole[tasks]?.push((await worked()) - before)
      sync[tasks]?.push(blocked ?? Number.NaN)
    }
  }
  console.log(`\nSaving one edit: main thread, medians of ${runs} in ms, taken in turns; bound <= 2`)
  print('until the call returns', median(sync[large] ?? []), median(sync[small] ?? []))
  print('until it is stored', median(whole[large] ?? []), median(whole[small] ?? []))
  await page.close()
}

async function benchOpening(browser: Browser, runs: number): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`http://localhost:${port}/`)
  const { opening, reading } = await page.evaluate(runs => window.saving.measureOpening(10_000, runs), runs)
  console.log(
    `\nA plan of 10,000 tasks: opening it, reading and parsing its text, medians of ${runs} in ms; bound <= 1.5`,
  )
  print('opening', median(opening), median(reading))
  await page.close()
}

function print(label: string, ours: number, other: number): void {
  console.log(
    `${label.padEnd(24)} ${ours.toFixed(2).padStart(8)} ${other.toFixed(2).padStart(8)} ${(ours / other).toFixed(2)}`,
  )
}
