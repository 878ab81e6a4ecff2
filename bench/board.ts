import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, type Plugin, preview } from 'vite'
import { browserArguments, findBrowser } from '../e2e/browser.ts'
import { median } from './measure.ts'

const root = fileURLToPath(new URL('./board', import.meta.url))
const outDir = fileURLToPath(new URL('../dist-bench', import.meta.url))
const port = 4179
const columns = 10
const moves = 180

interface Figures {
  readonly firstPaint: number
  readonly frame95: number
  readonly perMove: number
  readonly dragStart: number
  readonly cardRenders: number
}

/** Counts each render of a card; the built app itself has no such thing. */
const countRenders: Plugin = {
  name: 'count-card-renders',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/TaskCard.tsx')) return null
    const counted = code.replace('const task = useTask(id)', 'window.bench.cardRenders++\n  const task = useTask(id)')
    if (counted === code) throw new Error('TaskCard.tsx has no place to count renders at')
    return counted
  },
}

/** Braid's board beside a board of plain elements: the same 5,000 cards in ten columns, in turns, in one browser. */
export async function benchBoard(runs: number): Promise<void> {
  await build({
    root,
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [countRenders, react()],
    css: { modules: { localsConvention: 'camelCaseOnly' } },
    build: { outDir, emptyOutDir: true, target: 'es2023', cssTarget: ['chrome123'] },
  })
  const server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir }, preview: { port } })
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    args: [...browserArguments],
    ...(executablePath ? { executablePath } : {}),
  })
  const figures: Record<'braid' | 'plain', Figures[]> = { braid: [], plain: [] }
  for (let run = 0; run < runs; run++) {
    for (const kind of ['plain', 'braid'] as const) figures[kind].push(await measure(browser, kind))
  }
  await browser.close()
  await server.close()
  print(figures)
}

async function measure(browser: Browser, kind: string): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 3_100, height: 900 } })
  await page.goto(`http://localhost:${port}/?kind=${kind}`)
  await page.waitForFunction(() => window.bench.firstPaint !== null)
  await idle(page)
  const firstPaint = (await page.evaluate(() => window.bench.firstPaint)) ?? Number.NaN
  const drag = await dragAcross(page, kind === 'plain' ? '.plain-card' : '[data-task-id]')
  await page.close()
  return { firstPaint, ...drag }
}

/** From the first column to the last and back, through the height of the window. */
async function dragAcross(page: Page, cards: string): Promise<Omit<Figures, 'firstPaint'>> {
  const box = await page.locator(cards).nth(1).boundingBox()
  if (!box) throw new Error('There is no card to drag')
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable')
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 3, start.y + 6)
  await page.mouse.move(start.x + 6, start.y + 12)
  await page.waitForFunction(() => window.bench.dragStart !== null)
  await idle(page)
  await page.evaluate(() => {
    window.bench.frames = []
    window.bench.cardRenders = 0
  })
  const before = await taskTime(client)
  const width = box.width * (columns - 1) * 1.04
  for (let at = 1; at <= moves; at++) {
    const part = at / moves
    const x = start.x + width * (part < 0.5 ? part * 2 : 2 - part * 2)
    const y = 300 + 400 * Math.abs(Math.sin(part * Math.PI * 3))
    await page.mouse.move(x, y)
  }
  const perMove = ((await taskTime(client)) - before) / moves
  const bench = await page.evaluate(() => window.bench)
  await page.mouse.up()
  const sorted = [...bench.frames].sort((a, b) => a - b)
  return {
    frame95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    perMove,
    dragStart: bench.dragStart ?? Number.NaN,
    cardRenders: bench.cardRenders,
  }
}

async function taskTime(client: Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
}

async function idle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>(resolve => requestIdleCallback(() => resolve())))
}

function print(figures: Record<'braid' | 'plain', Figures[]>): void {
  console.log(`\nBoard: 5,000 cards in ten columns, medians of ${figures.braid.length} runs in ms, taken in turns`)
  const rows: [string, keyof Figures, string][] = [
    ['first paint', 'firstPaint', '<= 0.6'],
    ['95th percentile frame of a drag', 'frame95', '<= 1.1'],
    ['main thread per pointer move', 'perMove', '<= 2'],
    ['pointer down to first drag frame', 'dragStart', '<= 2'],
  ]
  console.log(`${''.padEnd(34)}   Braid   plain   ratio  bound`)
  for (const [label, key, bound] of rows) {
    const braid = median(figures.braid.map(run => run[key]))
    const plain = median(figures.plain.map(run => run[key]))
    const ratio = (braid / plain).toFixed(2).padStart(7)
    console.log(
      `${label.padEnd(34)} ${braid.toFixed(1).padStart(7)} ${plain.toFixed(1).padStart(7)} ${ratio}  ${bound}`,
    )
  }
  const renders = Math.max(...figures.braid.map(run => run.cardRenders))
  console.log(`cards rendered by a drag over all columns: ${renders}`)
}
