import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { parsePlan } from '../src/plan/parse/parsePlan.ts'
import { forecastJobs } from '../src/plan/schedule/forecast.ts'
import type { Samples } from '../src/plan/schedule/sampleSchedule.ts'
import { readPlan, type ScheduleOptions, usualOptions } from '../src/plan/schedule/schedulePlan.ts'
import { renderTemplate, templates } from '../src/plan/templates/templates.ts'
import {
  backHome,
  bytesOf,
  downloadBy,
  expectMarkdown,
  expectSaved,
  openHome,
  openPlan,
  pickFile,
  planRow,
} from './app.ts'
import { expectNoBarriers } from './axe.ts'
import { keyboardOf, tabTo } from './hands.ts'
import { harbourPlan } from './harbourPlan.ts'
import { holdStore } from './holdStore.ts'
import { mainThreadOf } from './mainThread.ts'
import { test } from './test.ts'

const template = templates.find(({ id }) => id === 'microservices')
const microservices = template ? renderTemplate(template) : ''

/** Waiting for gates costs 8 h here: C could start after B. */
const gatedPlan = `# Gated

## Phase 1: First

### Stream A: Long
**Estimated Time:** 10 hours
- [ ] one

### Stream B: Short
**Estimated Time:** 2 hours
- [ ] two

## Phase 2: Then

### Stream C: Follower
**Estimated Time:** 10 hours
**Dependencies:** Stream B
- [ ] three
`

function planOf(streams: number): string {
  const parts = Array.from({ length: streams }, (_, at) => {
    const phase = at % 10 === 0 ? `## Phase ${at / 10 + 1}: Part ${at / 10 + 1}\n\n` : ''
    const waits = at > 12 ? `**Dependencies:** Stream S${at - 11}\n` : ''
    return `${phase}### Stream S${at}: Thing number ${at}\n**Estimated Time:** ${2 + (at % 5)}-${7 + (at % 7)} hours\n${waits}- [ ] one\n`
  })
  return `# Plan of ${streams}\n\n${parts.join('\n')}`
}

const finish = (page: Page) => page.getByRole('heading', { name: /^Finish in/ })
const slider = (page: Page) => page.getByRole('slider', { name: 'Workers' })
const table = (page: Page) => page.getByRole('grid', { name: 'Timetable' })
const rowOf = (page: Page, name: string | RegExp) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })
const barOf = (row: Locator) => row.locator('[data-bar]')
const ranges = (page: Page) => page.getByText('90 % by')
const settingsOf = (page: Page) => page.getByRole('dialog', { name: 'Settings' })

async function showTimeline(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Timeline' }).click()
  await expect(finish(page)).toBeVisible({ timeout: 30_000 })
}

async function openTimeline(page: Page, text: string): Promise<void> {
  await openPlan(page, text)
  await showTimeline(page)
}

async function openSettings(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  return settingsOf(page)
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${locator} is not on the page`)
  return box
}

test('I see when each stream runs, who does it, and what is assumed', async ({ page }) => {
  await openTimeline(page, harbourPlan)
  await expect(finish(page)).toHaveText('Finish in 15 h of work: day 3')
  await expect(page.getByText('Proven shortest with these workers')).toBeVisible()
  await expect(ranges(page)).toBeVisible()
  await expect(page.getByText('2 streams without an estimate: B and D. Assumed: 2.5 h a task.')).toBeVisible()
  await expect(rowOf(page, 'Lamp Protocol')).toContainText('4-6 h')
  await expect(rowOf(page, 'Night Watch')).toContainText('assumed 2.5 h')
  await expect(rowOf(page, 'Night Watch')).toContainText('Worker 2')
  await expect(rowOf(page, 'Night Watch')).toContainText('7.5 h')
  await expect(rowOf(page, 'Control Room')).toContainText('critical')
  await expect(rowOf(page, 'Control Room')).toContainText('100 %')
  await expect(rowOf(page, 'Protocol Agreed')).toContainText('passed day 1, after 5 h of work')
})

test('dragging the slider moves the bars, also by keyboard, and more hands than help are said', async ({ page }) => {
  await openTimeline(page, harbourPlan)
  await expect(page.getByText('More than 2 workers do not finish sooner.')).toBeVisible()
  const before = await boxOf(barOf(rowOf(page, 'Simulator')))
  const { x, y, width, height } = await boxOf(slider(page))
  await page.mouse.move(x + 12 + ((width - 24) * 3) / 7, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + 12, y + height / 2, { steps: 8 })
  await expect(finish(page)).toHaveText('Finish in 22.5 h of work: day 4')
  await page.mouse.up()
  await expect(slider(page)).toHaveValue('1')
  await expect.poll(async () => (await boxOf(barOf(rowOf(page, 'Simulator')))).x).toBeGreaterThan(before.x + 10)
  expect(height).toBeGreaterThanOrEqual(24)

  await page.keyboard.press('ArrowRight')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '2 workers, 15 h')
  await expect(finish(page)).toHaveText('Finish in 15 h of work: day 3')
  await page.keyboard.press('Home')
  await expect(finish(page)).toHaveText('Finish in 22.5 h of work: day 4')
})

test('I walk through the rows with the arrow keys and read all about each', async ({ page }) => {
  await openTimeline(page, harbourPlan)
  await expect(ranges(page)).toBeVisible()
  const keys = keyboardOf(page)
  await tabTo(page, table(page).getByRole('row').nth(1))
  await keys.press('ArrowDown', 'ArrowDown')
  await expect(rowOf(page, 'Simulator')).toBeFocused()
  await expect(page.getByText(/Day 1, hour 0 to 5\. Assumed 5 h, worker 2\. C waits for it\./)).toBeVisible()
  await keys.press('End')
  await expect(rowOf(page, 'Lights On')).toBeFocused()
  await keys.press('Home')
  await expect(rowOf(page, /^Phase 1/)).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(rowOf(page, /^Phase 1/)).toBeFocused()
})

test('I group the rows by worker', async ({ page }) => {
  await openTimeline(page, harbourPlan)
  await page.getByRole('radio', { name: 'By worker' }).check()
  await expect(table(page).getByRole('rowheader')).toHaveText([
    'Worker 1 15 h of work',
    'ALamp Protocol',
    'CControl Room',
    'Worker 2 7.5 h of work',
    'BSimulator',
    'DNight Watch',
    'Gates 2 gates',
    'Protocol Agreed',
    'Lights On',
  ])
})

test('both gatings stand side by side, and I choose one', async ({ page }) => {
  await openTimeline(page, gatedPlan)
  const phases = page.getByRole('radio', { name: 'Phases wait for gates: 20 h' })
  const streams = page.getByRole('radio', { name: 'Streams start when they can: 12 h, 8 h sooner' })
  await expect(phases).toBeChecked()
  await expect(finish(page)).toContainText('20 h')
  await streams.check()
  await expect(finish(page)).toContainText('12 h')
  await expect(page.getByText('More than 2 workers do not finish sooner.')).toBeVisible()
  await phases.check()
  await expect(finish(page)).toContainText('20 h')
})

test('with a start date the axis is a calendar that skips days off', async ({ page }) => {
  await openTimeline(page, harbourPlan)
  const form = await openSettings(page)
  await form.getByLabel('Start date').fill('2026-11-27')
  await expect(finish(page)).toHaveText('Finish in 15 h of work: 3 working days, Tue 1 Dec')
  await expect(rowOf(page, 'Control Room')).toContainText('Fri 27 Nov to Tue 1 Dec')
  await form.getByRole('checkbox', { name: 'Sat' }).check()
  await expect(finish(page)).toHaveText('Finish in 15 h of work: 3 working days, Mon 30 Nov')
  await form.getByLabel('Hours a day').fill('8')
  await expect(finish(page)).toHaveText('Finish in 15 h of work: 2 working days, Sat 28 Nov')
  for (const name of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']) await form.getByRole('checkbox', { name }).click()
  await expect(form.getByRole('alert')).toHaveText('One working day must stay.')
  await expect(form.getByRole('checkbox', { name: 'Sat' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(table(page).getByRole('columnheader', { name: 'Time' })).toContainText('Sat 28 Nov')
})

test('what makes no sense as a setting is said beside its field, and changes nothing', async ({ page }) => {
  await openTimeline(page, harbourPlan)
  const form = await openSettings(page)
  for (const [label, wrong, words] of [
    ['Workers', '0', 'A whole number from 1 to 99.'],
    ['Hours a day', 'many', 'A number from 1 to 24.'],
    ['A part is enough at, in %', '101', 'A whole number from 0 to 100.'],
    ['Hours per task where nobody estimated', '-1', 'A number from 0.1 to 999.'],
  ] as const) {
    const field = form.getByLabel(label)
    const before = await field.inputValue()
    await field.fill(wrong)
    await expect(field).toHaveAccessibleDescription(words)
    await expect(finish(page)).toHaveText('Finish in 15 h of work: day 3')
    await field.fill(before)
    await expect(field).not.toHaveAttribute('aria-invalid', 'true')
  }
  await form.getByLabel('Hours per task where nobody estimated').fill('20')
  await expect(rowOf(page, 'Night Watch')).toContainText('assumed 20 h')
  await form.getByRole('button', { name: 'Reset' }).click()
  await expect(rowOf(page, 'Night Watch')).toContainText('assumed 2.5 h')
  await expect(form.getByText('These are the usual settings.')).toBeFocused()
})

test('settings survive a reload, and leave the text alone', async ({ page }) => {
  await openTimeline(page, harbourPlan)
  const form = await openSettings(page)
  await form.getByLabel('Start date').fill('2026-11-23')
  await form.getByLabel('Workers').fill('1')
  await expect(finish(page)).toContainText('4 working days, Thu 26 Nov')
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(finish(page)).toContainText('4 working days, Thu 26 Nov')
  await expect(slider(page)).toHaveValue('1')
  await expectMarkdown(page, harbourPlan)
})

test('settings are there after a reload that comes before they were stored', async ({ page, context }) => {
  await openTimeline(page, harbourPlan)
  await expectSaved(page)
  const other = await holdStore(context)
  await slider(page).fill('1')
  await expect(finish(page)).toContainText('22.5 h')
  await page.reload()
  await other.close()
  await expect(finish(page)).toContainText('22.5 h')
  await expect(slider(page)).toHaveValue('1')
})

test('settings go into a link', async ({ page, browser }) => {
  await openTimeline(page, harbourPlan)
  await slider(page).fill('1')
  await expect(finish(page)).toContainText('22.5 h')
  await page.getByRole('button', { name: 'Share' }).click()
  const field = page.getByRole('textbox', { name: 'Link' })
  await expect(field).toHaveValue(/#\/l\/1/, { timeout: 30_000 })
  const stranger = await openAsStranger(browser, await field.inputValue())
  await showTimeline(stranger)
  await expect(slider(stranger)).toHaveValue('1')
  await expect(finish(stranger)).toContainText('22.5 h')
  await stranger.context().close()
})

/** Somebody else, in a browser that has never seen Braid. */
async function openAsStranger(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(link)
  return page
}

test('settings go into a backup, and come back from it', async ({ page }) => {
  await openTimeline(page, harbourPlan)
  await slider(page).fill('1')
  await expect(finish(page)).toContainText('22.5 h')
  await backHome(page)
  const download = await downloadBy(page, () => page.getByRole('button', { name: 'Back up all plans' }).click())
  const buffer = await bytesOf(download)
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name)
  })
  await page.evaluate(() => localStorage.removeItem('braid-had-plans'))
  await page.reload()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Restore a backup...' }).click()
  await (await chooser).setFiles({ name: 'backup.zip', mimeType: 'application/zip', buffer })
  await planRow(page, 'Harbour Lights').getByRole('link').click()
  await showTimeline(page)
  await expect(slider(page)).toHaveValue('1')
})

test('settings that could not be kept are said to count in this tab only', async ({ page }) => {
  await openTimeline(page, harbourPlan)
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
  })
  await slider(page).fill('1')
  await expect(page.getByRole('alert')).toContainText('These settings count in this tab, but are not kept.')
  await expect(finish(page)).toContainText('22.5 h')
})

test('the text says the settings when I ask for it, and one Undo takes that back', async ({ page }) => {
  await openTimeline(page, harbourPlan)
  const form = await openSettings(page)
  await expect(form).toContainText('These are the usual settings.')
  await form.getByLabel('Workers').fill('6')
  await expect(form).toContainText('Its text does not say them.')
  await form.getByRole('button', { name: 'Write into the plan’s text' }).click()
  await expect(form).toContainText('The plan’s text says the same, in its front matter.')
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await page.keyboard.press('Escape')
  await expectMarkdown(page, harbourPlan)

  await openSettings(page)
  await form.getByRole('button', { name: 'Write into the plan’s text' }).click()
  await form.getByLabel('Workers').fill('2')
  await expect(form).toContainText('The plan’s text says something else.')
  await form.getByRole('button', { name: 'Take those of the text' }).click()
  await expect(slider(page)).toHaveValue('6')
  await page.keyboard.press('Escape')
  await expectMarkdown(page, `---\nbraid-workers: 6\n---\n\n${harbourPlan}`)
})

test('a plan without streams says so and leads to the board', async ({ page }) => {
  await openPlan(page, '# Nothing yet\n')
  await page.getByRole('button', { name: 'Timeline' }).click()
  await expect(page.getByText('There are no streams yet')).toBeVisible()
  await page.getByRole('link', { name: 'Add streams on the board' }).click()
  await expect(page.getByRole('button', { name: 'Add phase' })).toBeVisible()
})

test('dependencies that cannot hold are said', async ({ page }) => {
  await openTimeline(page, gatedPlan.replace('**Estimated Time:** 2 hours', '**Dependencies:** Stream C'))
  await expect(
    page.getByText(/^Left out, as they close a circle or wait for a later phase: B waits for “Stream C”/),
  ).toBeVisible()
})

test('I stop the ranges of a large plan, and have them worked out later', async ({ page }) => {
  await openTimeline(page, planOf(300))
  await expect(page.getByText(/^Working out ranges, [1-9]\d* %/)).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Ranges were stopped.')).toBeVisible()
  // Where the button was is where the Tab key goes on.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Work them out' })).toBeFocused()
  await expect(finish(page)).toBeVisible()
  await page.getByRole('button', { name: 'Work them out' }).click()
  await expect(page.getByText(/^Working out ranges/)).toBeVisible()
  await expect(ranges(page)).toBeVisible({ timeout: 60_000 })
})

test.describe('when the worker does not come', () => {
  test.use({ expected: [/ERR_FAILED/] })

  test('it is said, and I try again', async ({ page }) => {
    let isBroken = true
    await page.route(/forecastWorker/, route => (isBroken ? route.abort() : route.continue()))
    await openPlan(page, harbourPlan)
    await page.getByRole('button', { name: 'Timeline' }).click()
    await expect(page.getByRole('alert')).toContainText('Working out the schedule broke off. Your plan is safe.')
    isBroken = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(ranges(page)).toBeVisible()
  })
})

test('bars glide to their new place, and jump for those who want no motion', async ({ page }) => {
  await openTimeline(page, harbourPlan)
  const bar = barOf(rowOf(page, 'Simulator'))
  await expect(bar).toHaveCSS('transition-duration', '0.18s, 0.18s')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(bar).toHaveCSS('transition-duration', '0s, 0s')
})

test('zooming in makes hours wider, and names stay in sight while I scroll', async ({ page }) => {
  await openTimeline(page, microservices)
  const bar = barOf(rowOf(page, 'Inter-Service API Contracts'))
  const before = await boxOf(bar)
  for (let presses = 0; presses < 4; presses++) await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(async () => (await boxOf(bar)).width).toBeGreaterThan(4 * before.width)
  const name = rowOf(page, 'Frontend Integration').getByRole('rowheader')
  const { x } = await boxOf(name)
  await table(page).hover()
  await page.mouse.wheel(800, 0)
  await expect.poll(async () => (await boxOf(bar)).x).toBeLessThan(before.x - 100)
  expect((await boxOf(name)).x).toBe(x)
})

declare global {
  interface Window {
    forecastSteps?: { readonly at: number; readonly kind: string; readonly samples: readonly unknown[] }[]
    longTasks?: number[]
  }
}

/** Listens in on what the real worker answers, and on every task of the page's own thread that took 50 ms. */
async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const steps: NonNullable<Window['forecastSteps']> = []
    const longTasks: number[] = []
    window.forecastSteps = steps
    window.longTasks = longTasks
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options)
        this.addEventListener('message', ({ data }) => {
          const samples = data.step?.samples
          const parts = samples ? [samples.finish, [...samples.finishOf.values()], [...samples.critical.values()]] : []
          steps.push({ at: performance.now(), kind: data.step?.kind ?? data.kind, samples: parts })
        })
      }
    }
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) longTasks.push(duration)
    }).observe({ type: 'longtask' })
  })
}

function sampledByNode(text: string, options: ScheduleOptions): Samples {
  const plan = parsePlan(text)
  const jobs = {
    phases: readPlan(plan, { ...options, gating: 'phases' }),
    streams: readPlan(plan, { ...options, gating: 'streams' }),
  }
  for (const step of forecastJobs(jobs, options)) if (step.kind === 'samples') return step.samples
  throw new Error('No samples')
}

test('10,000 samples come from the worker in about a second, are those of Node, and hold up no input', {
  tag: '@measured',
}, async ({ page }) => {
  await listenIn(page)
  await openTimeline(page, microservices)
  await expect(ranges(page)).toBeVisible()
  const node = sampledByNode(microservices, usualOptions)
  const inPage = await page.evaluate(() => window.forecastSteps?.findLast(step => step.kind === 'samples')?.samples)
  expect(node.count).toBe(10_000)
  expect(inPage).toEqual([node.finish, [...node.finishOf.values()], [...node.critical.values()]])

  // Other work on the machine slows down any one run; the best of three says what it takes.
  const runs = []
  for (const workers of [5, 4, 5]) {
    await page.evaluate(() => {
      window.forecastSteps?.splice(0)
      window.longTasks?.splice(0)
    })
    const thread = await mainThreadOf(page, async () => {
      await slider(page).fill(String(workers))
      await expect(page.getByText(/^Working out ranges/)).toBeVisible()
      await table(page).getByRole('row').nth(1).focus()
      for (let presses = 0; presses < 6; presses++) await page.keyboard.press('ArrowDown')
      await expect(ranges(page)).toBeVisible()
    })
    const { steps, longest } = await page.evaluate(() => ({
      steps: window.forecastSteps ?? [],
      longest: Math.max(0, ...(window.longTasks ?? [])),
    }))
    const at = (kind: string) => steps.findLast(step => step.kind === kind)?.at ?? Number.NaN
    runs.push({ sampling: at('samples') - at('curve'), longest, thread })
  }
  test.info().annotations.push({ type: 'runs', description: JSON.stringify(runs) })
  expect(Math.min(...runs.map(run => run.longest)), 'longest task of the page').toBe(0)
  // Twice what is asked of a quiet machine.
  expect(Math.min(...runs.map(run => run.sampling)), 'ms for 10,000 samples').toBeLessThan(2_000)
})

for (const streams of [200, 2_000]) {
  test(`a plan of ${streams} streams is drawn at once and scrolls without effort`, { tag: '@measured' }, async ({
    page,
  }) => {
    test.slow()
    await openHome(page)
    await pickFile(page, 'large.md', planOf(streams))
    // The board comes first, and draws all of its columns.
    await expect(page.getByRole('link', { name: 'All plans' })).toBeVisible({ timeout: 60_000 })
    await showTimeline(page)
    await page.getByRole('button', { name: 'Map' }).click()
    await expect(table(page)).toBeHidden()
    const drawn = await mainThreadOf(page, async () => {
      await showTimeline(page)
      await expect(table(page).locator('[data-bar]').nth(12)).toBeVisible()
    })
    await table(page).hover()
    const steps = 60
    const scroll = (by: number) =>
      mainThreadOf(page, async () => {
        for (let step = 0; step < steps; step++) await page.mouse.wheel(0, by)
      })
    const each = Math.min(await scroll(120), await scroll(-120), await scroll(120)) / steps
    test.info().annotations.push({ type: 'ms', description: JSON.stringify({ drawn, each }) })
    expect(drawn, 'ms of the main thread to draw').toBeLessThan(streams === 200 ? 300 : 2_000)
    // On a quiet machine 9 and 11.
    expect(each, 'ms of the main thread for each step of the wheel').toBeLessThan(streams === 200 ? 16 : 24)
    expect(await table(page).getByRole('row').count()).toBeLessThan(60)
  })
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const desk = { viewport: { width: 1440, height: 900 } }

for (const { room, options } of [
  { room: 'in light on a desk', options: { ...desk, colorScheme: 'light' } },
  { room: 'in dark on a desk', options: { ...desk, colorScheme: 'dark' } },
  { room: 'in light on a phone', options: { ...phone, colorScheme: 'light' } },
  { room: 'in dark on a phone', options: { ...phone, colorScheme: 'dark' } },
] as const) {
  test.describe(room, () => {
    test.use({ ...options, contextOptions: { reducedMotion: 'reduce' } })

    test('the timeline and its settings have no barriers', async ({ page }) => {
      await openTimeline(page, harbourPlan)
      await expect(ranges(page)).toBeVisible()
      await expectNoBarriers(page)
      await page.getByRole('radio', { name: 'By worker' }).check()
      await table(page).getByRole('row').nth(2).focus()
      await expectNoBarriers(page)
      await openSettings(page)
      await settingsOf(page).getByLabel('Workers').fill('0')
      await expectNoBarriers(page, 'dialog')
    })
  })
}

test.describe('on a phone', () => {
  test.use(phone)

  test('the timeline fits, is large enough for a finger, and a tap tells all about a row', async ({ page }) => {
    await openTimeline(page, harbourPlan)
    await expect(ranges(page)).toBeVisible()
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
    expect(scrollWidth).toBe(clientWidth)
    for (const pressed of [
      slider(page),
      page.getByRole('button', { name: 'Settings', exact: true }),
      page.getByRole('button', { name: 'Zoom in' }),
      rowOf(page, 'Control Room'),
    ]) {
      const { width, height } = await boxOf(pressed)
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
    }
    await rowOf(page, 'Control Room').getByRole('rowheader').tap()
    await expect(page.getByText(/On the critical path: when it slips, the finish moves/)).toBeVisible()
    await expect(rowOf(page, 'Control Room')).toBeInViewport()
    await page.getByRole('button', { name: 'Settings', exact: true }).tap()
    const { x, width } = await boxOf(settingsOf(page))
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(390)
  })

  for (const template of templates) {
    test(`the critical path of "${template.name}" is drawn from row to row, and all of it fits`, async ({ page }) => {
      await openTimeline(page, renderTemplate(template))
      await expect(ranges(page)).toBeVisible()
      const sideways = await page.locator('main *').evaluateAll(all =>
        all.filter(element => {
          element.scrollLeft = 1000
          return element.scrollLeft > 0 && getComputedStyle(element).overflowX === 'auto'
        }),
      )
      expect(sideways, 'what scrolls sideways before I zoom').toEqual([])
      const middles = await table(page)
        .getByRole('row')
        .evaluateAll(all => all.map(row => row.getBoundingClientRect()).map(({ y, height }) => y + height / 2))
      const ends = await page
        .locator('[data-link]')
        .evaluateAll(all => all.map(link => link.getBoundingClientRect()).flatMap(({ top, bottom }) => [top, bottom]))
      // Rows far below are not drawn.
      const inSight = ends.filter(end => end < Math.max(...middles) + 2)
      expect(inSight.length).toBeGreaterThan(0)
      for (const end of inSight) {
        const nearest = Math.min(...middles.map(middle => Math.abs(middle - end)))
        expect(nearest, 'px from the end of a line to the middle of a row').toBeLessThan(2)
      }
    })
  }
})
