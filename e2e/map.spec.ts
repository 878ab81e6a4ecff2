import { expect, type Locator, type Page } from '@playwright/test'
import { expectMarkdown, openPlan, redo, stream, undo } from './app.ts'
import { expectNoBarriers } from './axe.ts'
import { keyboardOf, tabTo } from './hands.ts'
import { mainThreadOf } from './mainThread.ts'
import { test } from './test.ts'

const plan = `# P

## Phase 1: One (Parallel - Day 1)

### Stream A: API Contract Design
**Estimated Time:** 4 hours
- [ ] Set up the mock server

### Stream B: Harbour Paint
**Estimated Time:** 3 hours
- [ ] b

## Phase 2: Two (Parallel - Day 2)

### Stream C: Backend
**Estimated Time:** 5 hours
**Dependencies:** API Contract (basic flow), a licence from Acme
- [ ] c

### Stream D: Frontend
**Estimated Time:** 2 hours
**Dependencies:** Mock API Service
- [ ] d

## Integration Points

### Integration 1: All Painted (After Phase 2)
- [ ] Everything shines
`
/** What drawing from A to B writes. */
const waiting = plan.replace(
  '**Estimated Time:** 3 hours\n',
  '**Estimated Time:** 3 hours\n**Dependencies:** API Contract Design\n',
)
const later = 'Finish 12 h instead of 9 h, 3 h later. The critical path then runs A, B, C.'

interface Point {
  readonly x: number
  readonly y: number
}

const map = (page: Page) => page.getByRole('main')
const box = (page: Page, name: string) => map(page).getByRole('button', { name: new RegExp(`^Stream ${name}:`) })
const panel = (page: Page) => page.getByRole('region', { name: 'Selected on the map' })
const said = (page: Page) => map(page).getByRole('status').filter({ hasText: /./ })

async function openMap(page: Page, text = plan): Promise<void> {
  await openPlan(page, text)
  await page.getByRole('navigation').getByRole('button', { name: 'Map' }).click()
  await expect(
    map(page)
      .getByRole('button', { name: /^Stream .*, critical/ })
      .first(),
  ).toBeVisible()
}

/** Presses a stream, usually at the dot at one side, carries the line into another stream, and does not let go. */
async function drawTo(page: Page, from: Locator, over: Locator, side: 'right' | 'left' | 'middle' = 'right') {
  const [start, end] = [await from.boundingBox(), await over.boundingBox()]
  if (!start || !end) throw new Error('Not on the map')
  const across = { left: 0, middle: 0.5, right: 1 }[side]
  await page.mouse.move(start.x + start.width * across, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 })
}

/** From a point to the middle of a box. */
async function drawByTouch(page: Page, from: Point, over: Point & { width: number; height: number }): Promise<void> {
  const finger = await page.context().newCDPSession(page)
  const to = { x: over.x + over.width / 2, y: over.y + over.height / 2 }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
  for (let step = 1; step <= 8; step++) {
    const point = { x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 }
    await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] })
  }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await finger.detach()
}

test('I draw a line from a stream to one that shall wait for it; before I let go, words say what that does', async ({
  page,
}) => {
  await openMap(page)
  await drawTo(page, box(page, 'A'), box(page, 'B'))
  await expect(said(page)).toHaveText(`B waits for A. ${later}`)
  await page.mouse.up()
  await expect(panel(page).getByRole('heading', { name: 'B: Harbour Paint' })).toBeVisible()
  await expectMarkdown(page, waiting)
  await undo(page)
  await expectMarkdown(page, plan)
  await redo(page)
  await expectMarkdown(page, waiting)
})

test('from its left side a stream draws what it shall wait for itself', async ({ page }) => {
  await openMap(page)
  await drawTo(page, box(page, 'B'), box(page, 'A'), 'left')
  await expect(said(page)).toHaveText(`B waits for A. ${later}`)
  await page.mouse.up()
  await expectMarkdown(page, waiting)
})

test('I drag a stream onto one that shall wait for it', async ({ page }) => {
  await openMap(page)
  await drawTo(page, box(page, 'A'), box(page, 'B'), 'middle')
  await expect(said(page)).toHaveText(`B waits for A. ${later}`)
  await page.mouse.up()
  await expectMarkdown(page, waiting)
})

test('a line that is let go beside every stream changes nothing', async ({ page }) => {
  await openMap(page)
  await drawTo(page, box(page, 'A'), box(page, 'B'))
  await expect(said(page)).toHaveText(/^B waits for A/)
  await page.mouse.move(700, 800, { steps: 4 })
  await expect(said(page)).toHaveCount(0)
  await page.mouse.up()
  await expectMarkdown(page, plan)
})

test('a line that would close a circle says the way round before I let go, and is refused with it', async ({
  page,
}) => {
  await openMap(page)
  await drawTo(page, box(page, 'C'), box(page, 'A'))
  const way =
    'That would close a circle: Stream A (API Contract Design) waits for Stream C (Backend) waits for Stream A (API Contract Design).'
  await expect(said(page)).toHaveText(`A waits for C. ${way}`)
  await page.mouse.up()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(way)
  await expectMarkdown(page, plan)
})

test('I confirm a guess: the name of the stream is written in place of the words', async ({ page }) => {
  await openMap(page)
  await box(page, 'D').click()
  await expect(panel(page)).toContainText('“Mock API Service”, a guess')
  await panel(page).getByRole('button', { name: 'Yes, that is meant' }).click()
  await expect(panel(page)).toContainText('“API Contract Design”, certain')
  await expect(panel(page).getByRole('button', { name: 'Yes, that is meant' })).toHaveCount(0)
  await expectMarkdown(page, plan.replace('Mock API Service', 'API Contract Design'))
  await undo(page)
  await expectMarkdown(page, plan)
})

test('I remove a dependency in the panel, or by pressing Delete on its line', async ({ page }) => {
  const without = plan.replace('**Dependencies:** Mock API Service', '**Dependencies:** None')
  await openMap(page)
  await box(page, 'D').click()
  await panel(page).getByRole('button', { name: 'Remove “Mock API Service”' }).click()
  await expectMarkdown(page, without)
  await undo(page)
  await panel(page).getByRole('button', { name: 'Close' }).click()

  const [from, to] = [await box(page, 'A').boundingBox(), await box(page, 'D').boundingBox()]
  if (!from || !to) throw new Error('Not on the map')
  await page.mouse.click(to.x - 14, to.y + to.height / 2)
  await expect(panel(page).getByRole('heading', { name: 'D: Frontend waits for A: API Contract Design' })).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(panel(page)).toHaveCount(0)
  await expectMarkdown(page, without)
  await undo(page)
  await expectMarkdown(page, plan)
})

test('by keys alone: I walk to a stream, hear what a new dependency does, add it, confirm a guess and remove it again', async ({
  page,
}) => {
  await openMap(page)
  const keyboard = keyboardOf(page)
  await page.getByRole('radio', { name: 'Graph' }).focus()
  await keyboard.tabTo(box(page, 'A'))
  await keyboard.press('ArrowDown')
  await expect(box(page, 'B')).toBeFocused()
  await keyboard.press('Enter')
  await expect(panel(page).getByRole('heading', { name: 'B: Harbour Paint' })).toBeFocused()
  await keyboard.tabTo(panel(page).getByRole('combobox', { name: 'Add a dependency' }))
  await page.keyboard.type('A: API')
  await expect(panel(page).getByRole('status')).toHaveText(later)
  await keyboard.tabTo(panel(page).getByRole('button', { name: 'Add', exact: true }))
  await keyboard.press('Enter')
  await expect(panel(page)).toContainText('“API Contract Design”, certain')
  await expect(panel(page).locator(':focus')).toHaveCount(1)

  await page.keyboard.press('Escape')
  await expect(box(page, 'B')).toBeFocused()
  while (!(await box(page, 'D').evaluate(element => element === document.activeElement)))
    await keyboard.press(
      (await box(page, 'C').evaluate(element => element === document.activeElement)) ? 'ArrowDown' : 'ArrowRight',
    )
  await keyboard.press('Enter')
  await keyboard.tabTo(panel(page).getByRole('button', { name: 'Yes, that is meant' }))
  await keyboard.press('Enter')
  await expect(panel(page)).toContainText('“API Contract Design”, certain')
  await expectMarkdown(page, waiting.replace('Mock API Service', 'API Contract Design'))

  await panel(page).getByRole('heading').first().focus()
  await keyboard.tabTo(panel(page).getByRole('button', { name: 'Remove “API Contract Design”' }))
  await keyboard.press('Delete')
  await expect(panel(page)).toContainText('Nothing')
  await expectMarkdown(page, waiting.replace('Mock API Service', 'None'))
})

test('by keys alone a circle is refused with its way, too', async ({ page }) => {
  await openMap(page)
  await box(page, 'A').focus()
  await page.keyboard.press('Enter')
  await tabTo(page, panel(page).getByRole('combobox', { name: 'Add a dependency' }))
  await page.keyboard.type('C: B')
  await expect(panel(page).getByRole('status')).toHaveText(/^That would close a circle: Stream A .* waits for Stream C/)
  await expectMarkdown(page, plan)
})

test('the pointer on a stream, or the focus, keeps what blocks it and what it blocks; the rest fades', async ({
  page,
}) => {
  await openMap(page)
  const fades = (name: string) =>
    expect.poll(() => box(page, name).evaluate(element => Number(getComputedStyle(element).opacity) < 1))
  await box(page, 'A').hover()
  await fades('B').toBe(true)
  await fades('C').toBe(false)
  await fades('D').toBe(false)
  await page.mouse.move(700, 860)
  await fades('B').toBe(false)
  await page.getByRole('radio', { name: 'Graph' }).focus()
  await tabTo(page, box(page, 'A'))
  await page.keyboard.press('ArrowDown')
  await fades('A').toBe(true)
  await fades('B').toBe(false)
})

test('those who do not see the lines hear of each stream what it waits for and what it blocks', async ({ page }) => {
  await openMap(page)
  await expect(box(page, 'A')).toHaveAccessibleName(
    'Stream A: API Contract Design, 4 h, critical. Waits for nothing, blocks C and D.',
  )
  await expect(box(page, 'C')).toHaveAccessibleName(
    'Stream C: Backend, 5 h, critical. Waits for A and “a licence from Acme”, blocks All Painted.',
  )
})

test('a table says the same, and leads to the same panel', async ({ page }) => {
  await openMap(page)
  await page.getByRole('radio', { name: 'Table' }).check()
  const row = (name: RegExp) => map(page).getByRole('row', { name })
  await expect(row(/^A: API Contract Design/).getByRole('cell')).toHaveText([
    /One/,
    '4 h, critical',
    '',
    'C: Backend; D: Frontend',
  ])
  await expect(row(/^C: Backend/)).toContainText(
    'A: API Contract Design (a part is enough); “a licence from Acme” (from outside)',
  )
  await expect(row(/^D: Frontend/)).toContainText('2 h, may slip 3 h')
  await expect(row(/^D: Frontend/)).toContainText('A: API Contract Design (a guess)')
  await map(page).getByRole('button', { name: 'D: Frontend', exact: true }).press('Enter')
  await expect(panel(page).getByRole('heading', { name: 'D: Frontend' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(map(page).getByRole('button', { name: 'D: Frontend', exact: true })).toBeFocused()
})

test('from a stream or a gate of the map I come to its place on the board', async ({ page }) => {
  await openMap(page)
  await map(page)
    .getByRole('button', { name: /^Gate All Painted/ })
    .click()
  await expect(panel(page)).toContainText('C: Backend')
  await panel(page).getByRole('button', { name: 'D: Frontend' }).click()
  await panel(page).getByRole('button', { name: 'Show on the board' }).click()
  await expect(stream(page, 'D: Frontend')).toBeInViewport()
  await expect(stream(page, 'D: Frontend').locator(':focus')).toHaveCount(1)
})

test('a plan without streams says so, and leads to the board', async ({ page }) => {
  await openPlan(page, '# Empty\n')
  await page.getByRole('navigation').getByRole('button', { name: 'Map' }).click()
  await expect(map(page)).toContainText('There are no streams yet, so there is nothing to map.')
  await expectNoBarriers(page)
  await map(page).getByRole('button', { name: 'Add streams on the board' }).click()
  await expect(page.getByRole('button', { name: 'Add phase' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('the map, its panel and its table have no barriers', async ({ page }) => {
      await openMap(page)
      await expectNoBarriers(page)
      await box(page, 'D').click()
      await expect(panel(page)).toBeVisible()
      await expectNoBarriers(page)
      await page.getByRole('radio', { name: 'Table' }).check()
      await expectNoBarriers(page)
    })
  })
}

test.describe('with less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('nothing on the map moves by itself, and it jumps to where I zoom', async ({ page }) => {
    await openMap(page)
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await box(page, 'A').hover()
    const moving = await page.evaluate(
      () => document.getAnimations().filter(each => each.playState === 'running').length,
    )
    expect(moving).toBe(0)
    await expect(map(page).locator('.animated')).toHaveCount(0)
  })
})

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('a finger opens a stream, adds a dependency in the sheet and takes it back', async ({ page }) => {
    await openMap(page)
    await box(page, 'B').tap()
    await expect(panel(page).getByRole('heading', { name: 'B: Harbour Paint' })).toBeInViewport()
    await panel(page).getByRole('combobox', { name: 'Add a dependency' }).selectOption('A: API Contract Design')
    await expect(panel(page).getByRole('status')).toHaveText(later)
    await panel(page).getByRole('button', { name: 'Add', exact: true }).tap()
    await panel(page).getByRole('button', { name: 'Close' }).tap()
    await expectMarkdown(page, waiting)
    await undo(page)
    await expectMarkdown(page, plan)
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
    expect(scrollWidth, 'the page is no wider than the phone').toBe(clientWidth)
  })

  test('a finger draws from the dot of a stream, and moves the map everywhere else', async ({ page }) => {
    await openMap(page)
    const placeOf = async (name: string) => {
      const place = await box(page, name).boundingBox()
      if (!place) throw new Error(`${name} is not on the map`)
      return place
    }
    const before = await placeOf('B')
    await drawByTouch(page, { x: before.x + 60, y: before.y + 30 }, await placeOf('A'))
    await expect.poll(async () => (await placeOf('B')).y).toBeLessThan(before.y - 20)
    await expect(panel(page)).toHaveCount(0)

    const from = await placeOf('A')
    await drawByTouch(page, { x: from.x + from.width, y: from.y + from.height / 2 }, await placeOf('B'))
    await expect(panel(page).getByRole('heading', { name: 'B: Harbour Paint' })).toBeVisible()
    await panel(page).getByRole('button', { name: 'Close' }).tap()
    await expectMarkdown(page, waiting)
  })

  test('what is to be pressed on the map is large enough for a finger', async ({ page }) => {
    await openMap(page)
    for (const name of ['Zoom in', 'Zoom out', 'Show the whole map']) {
      const target = await page.getByRole('button', { name }).boundingBox()
      expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(24)
    }
  })
})

test('a map of 200 streams follows the pointer: a frame of it takes a fraction of what a frame has', {
  tag: '@measured',
}, async ({ page }) => {
  const streams = Array.from({ length: 200 }, (_, at) => {
    const phase = at % 25 === 0 ? `## Phase ${at / 25 + 1}: Part ${at / 25 + 1}\n\n` : ''
    const waits = at < 3 ? 'None' : `Stream ${Math.floor(at / 2)}, Stream ${at - 3}`
    return `${phase}### Stream ${at}: Strand ${at}\n**Estimated Time:** 4 hours\n**Dependencies:** ${waits}\n- [ ] task ${at}\n\n`
  })
  await openMap(page, `# Large\n\n${streams.join('')}`)
  await page.getByRole('button', { name: 'Zoom out' }).click()
  const moves = 60
  const viewport = page.locator('.react-flow__viewport')
  const before = await viewport.getAttribute('style')
  await page.mouse.move(900, 820)
  await page.mouse.down()
  const taken = await mainThreadOf(page, async () => {
    for (let step = 1; step <= moves; step++) await page.mouse.move(900 - 10 * step, 820 - 4 * step)
  })
  await page.mouse.up()
  await expect(viewport).not.toHaveAttribute('style', before ?? '')
  // A frame has 16.7 ms; here it takes about 5, on a machine with other work some more.
  expect(taken / moves).toBeLessThan(25)
})
