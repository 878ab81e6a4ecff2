import { expect, type Page } from '@playwright/test'
import {
  card,
  choose,
  chooseForCard,
  expectCards,
  expectMarkdown,
  expectSaid,
  expectSaved,
  openPlan,
  redo,
  stream,
  undo,
} from './app.ts'
import { carryByMouse, dragByMouse, dragByTouch, letGo, tabTo } from './hands.ts'
import { edited, harbourPlan, movedAfter } from './harbourPlan.ts'
import { test } from './test.ts'

const retries = '- [ ] Agree on retries'
const format = '- [ ] Write the message format (Priority: Critical)'
const oneLamp = '- [ ] Simulate one lamp (Priority: Medium)'
const alarm = '- [ ] Raise an alarm (Priority: Critical)'

test.beforeEach(({ page }) => openPlan(page, harbourPlan))

/** Undo brings back the text, redo the edit: one move is one step. */
async function expectOneStep(page: Page, after: string): Promise<void> {
  await expectMarkdown(page, after)
  await undo(page)
  await expectMarkdown(page, harbourPlan)
  await redo(page)
  await expectMarkdown(page, after)
}

test.describe('with the mouse', () => {
  test('I drag a task to another stream', async ({ page }) => {
    await dragByMouse(page, card(page, 'Agree on retries'), card(page, 'Simulate one lamp'), 'below')
    await expectCards(stream(page, 'B: Simulator'), ['Simulate one lamp', 'Agree on retries', 'Simulate a storm'])
    await expectSaid(page, 'Dropped “Agree on retries”. Position 2 of 3 in stream B: Simulator.')
    await expectOneStep(page, movedAfter(harbourPlan, retries, oneLamp))
  })

  test('I drag a task to another phase', async ({ page }) => {
    await dragByMouse(page, card(page, 'Agree on retries'), card(page, 'Raise an alarm'), 'below')
    await expectCards(stream(page, 'C: Control Room'), [
      'Draw the map',
      'Zoom to one pier',
      'Raise an alarm',
      'Agree on retries',
    ])
    await expectOneStep(page, movedAfter(harbourPlan, retries, alarm))
  })

  test('I drag a task within its stream', async ({ page }) => {
    await dragByMouse(page, card(page, 'Agree on retries'), card(page, 'Write the message format'), 'above')
    await expectCards(stream(page, 'A: Lamp Protocol'), [
      'Agree on retries',
      'Write the message format',
      'List the lamp types',
    ])
    await expectOneStep(page, edited(harbourPlan, [`${retries}\n`, ''], [format, `${retries}\n${format}`]))
  })

  test('a task takes along what is nested in it', async ({ page }) => {
    await dragByMouse(page, card(page, 'Draw the map'), card(page, 'Simulate one lamp'), 'below')
    await expectCards(stream(page, 'B: Simulator'), [
      'Simulate one lamp',
      'Draw the map',
      'Zoom to one pier',
      'Simulate a storm',
    ])
    await expectOneStep(page, movedAfter(harbourPlan, '- [ ] Draw the map (Priority: High)', oneLamp, 1))
  })

  test('a stream that lost its last task takes tasks again', async ({ page }) => {
    const empty = movedAfter(harbourPlan, '- [ ] Ring the watchman at [Phone Number]', alarm)
    await dragByMouse(page, card(page, 'Ring the watchman'), card(page, 'Raise an alarm'), 'below')
    await expectMarkdown(page, empty)
    const column = stream(page, 'D: Night Watch')
    await dragByMouse(page, card(page, 'Ring the watchman'), column.getByRole('button', { name: 'Add task' }), 'above')
    await expectMarkdown(page, harbourPlan)
  })

  test('Escape puts a carried task back', async ({ page }) => {
    await carryByMouse(page, card(page, 'Agree on retries'), card(page, 'Raise an alarm'), 'below')
    await page.keyboard.press('Escape')
    await letGo(page)
    await expectSaid(page, 'Cancelled. “Agree on retries” is back at position 3 of 3 in stream A: Lamp Protocol.')
    await expectMarkdown(page, harbourPlan)
  })

  test('I drag a stream by its head past its neighbour and into another phase', async ({ page }) => {
    const [a, rest] = cutStream('### Stream A: Lamp Protocol')
    const head = stream(page, 'A: Lamp Protocol').getByText('1 of 3')
    await dragByMouse(page, head, stream(page, 'B: Simulator'), 'right')
    await expectOneStep(page, edited(rest, ['## Phase 2', `${a}## Phase 2`]))
    await undo(page)
    await dragByMouse(page, head, stream(page, 'C: Control Room'), 'left')
    await expectOneStep(page, edited(rest, ['### Stream C', `${a}### Stream C`]))
  })

  test('a plan survives a reload in the middle of a drag', async ({ page }) => {
    await card(page, 'Simulate a storm').getByRole('checkbox').click()
    await carryByMouse(page, card(page, 'Agree on retries'), card(page, 'Raise an alarm'), 'below')
    await page.reload()
    await expect(card(page, 'Agree on retries')).toBeVisible()
    await page.mouse.up()
    await expectMarkdown(page, edited(harbourPlan, ['- [ ] Simulate a storm', '- [x] Simulate a storm']))
  })
})

test.describe('with a finger', () => {
  test.use({ hasTouch: true })

  test('I drag a task to another stream', async ({ page }) => {
    await dragByTouch(page, card(page, 'Agree on retries'), card(page, 'Simulate one lamp'), 'below')
    await expectCards(stream(page, 'B: Simulator'), ['Simulate one lamp', 'Agree on retries', 'Simulate a storm'])
    await expectOneStep(page, movedAfter(harbourPlan, retries, oneLamp))
  })

  test('I drag a task to another phase', async ({ page }) => {
    await dragByTouch(page, card(page, 'Agree on retries'), card(page, 'Raise an alarm'), 'below')
    await expectSaid(page, 'Dropped “Agree on retries”. Position 3 of 3 in stream C: Control Room.')
    await expectOneStep(page, movedAfter(harbourPlan, retries, alarm))
  })
})

test.describe('with a finger on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('I drag a task to another phase by dropping it on the letter of a stream', async ({ page }) => {
    const strip = page.getByRole('navigation', { name: 'Streams' })
    await dragByTouch(
      page,
      card(page, 'Agree on retries'),
      strip.getByRole('button', { name: 'C: Control Room' }),
      'below',
    )
    await expectSaid(page, 'Dropped “Agree on retries”. Position 3 of 3 in stream C: Control Room.')
    await expectOneStep(page, movedAfter(harbourPlan, retries, alarm))
  })

  test('a letter takes me to its stream', async ({ page }) => {
    await expect(card(page, 'Ring the watchman')).not.toBeInViewport()
    await page.getByRole('navigation', { name: 'Streams' }).getByRole('button', { name: 'D: Night Watch' }).tap()
    await expect(card(page, 'Ring the watchman')).toBeInViewport()
  })
})

test.describe('with the keyboard', () => {
  test.beforeEach(({ page }) => tabTo(page, card(page, 'Write the message format')))

  test('I carry a task to another stream and hear where it is', async ({ page }) => {
    await page.keyboard.press('End')
    await expect(card(page, 'Agree on retries')).toBeFocused()
    await page.keyboard.press('g')
    await expectSaid(page, /^Picked up “Agree on retries”\. Position 3 of 3 in stream A: Lamp Protocol\./)
    await page.keyboard.press('ArrowRight')
    await expectSaid(page, 'Stream B: Simulator. Position 3 of 3.')
    await page.keyboard.press('ArrowUp')
    await expectSaid(page, 'Position 2 of 3.')
    await page.keyboard.press('Enter')
    await expectSaid(page, 'Dropped “Agree on retries”. Position 2 of 3 in stream B: Simulator.')
    await expect(card(page, 'Agree on retries')).toBeFocused()
    await expectOneStep(page, movedAfter(harbourPlan, retries, oneLamp))
  })

  test('I carry a task to another phase', async ({ page }) => {
    await page.keyboard.press('End')
    await page.keyboard.press('g')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await expectSaid(page, 'Dropped “Agree on retries”. Position 3 of 3 in stream C: Control Room.')
    await expect(card(page, 'Agree on retries')).toBeFocused()
    await expectOneStep(page, movedAfter(harbourPlan, retries, alarm))
  })

  test('Escape puts a carried task back, and the focus stays with it', async ({ page }) => {
    await page.keyboard.press('g')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Escape')
    await expectSaid(
      page,
      'Cancelled. “Write the message format” is back at position 1 of 3 in stream A: Lamp Protocol.',
    )
    await expect(card(page, 'Write the message format')).toBeFocused()
    await expectMarkdown(page, harbourPlan)
  })

  test('Alt with an arrow moves a task at once', async ({ page }) => {
    await page.keyboard.press('Alt+ArrowDown')
    await expectCards(stream(page, 'A: Lamp Protocol'), [
      'List the lamp types',
      'Write the message format',
      'Agree on retries',
    ])
    await expect(card(page, 'Write the message format')).toBeFocused()
    await page.keyboard.press('Alt+ArrowRight')
    await expectCards(stream(page, 'B: Simulator'), [
      'Simulate one lamp',
      'Write the message format',
      'Simulate a storm',
    ])
    await expect(card(page, 'Write the message format')).toBeFocused()
    await expectMarkdown(page, movedAfter(harbourPlan, format, oneLamp))
  })
})

test.describe('without dragging', () => {
  test('I move a task to another phase by its menu', async ({ page }) => {
    await chooseForCard(page, 'Agree on retries', 'Move to...')
    const dialog = page.getByRole('dialog', { name: 'Move task' })
    await dialog.getByRole('option', { name: 'Control Room' }).click()
    await expect(dialog).toBeHidden()
    await expect(card(page, 'Agree on retries')).toBeFocused()
    await expectOneStep(page, movedAfter(harbourPlan, retries, alarm))
  })

  test('I type the stream, choose its top, and take it back from the message', async ({ page }) => {
    await card(page, 'Agree on retries').focus()
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog', { name: 'Move task' })
    await dialog.getByRole('radio', { name: 'Top' }).click()
    await dialog.getByRole('combobox', { name: 'Stream' }).fill('simul')
    await page.keyboard.press('Enter')
    await expectCards(stream(page, 'B: Simulator'), ['Agree on retries', 'Simulate one lamp', 'Simulate a storm'])
    await expectMarkdown(page, edited(harbourPlan, [`${retries}\n`, ''], [oneLamp, `${retries}\n${oneLamp}`]))
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
    await expectMarkdown(page, harbourPlan)
  })

  test('I move a stream to its neighbour’s place and to another phase', async ({ page }) => {
    const [a, rest] = cutStream('### Stream A: Lamp Protocol')
    await openStreamMenu(page, 'A: Lamp Protocol', 'Move right')
    await expectOneStep(page, edited(rest, ['## Phase 2', `${a}## Phase 2`]))
    await undo(page)
    await openStreamMenu(page, 'A: Lamp Protocol', 'Move to phase', 'Phase 2: Building')
    await expectOneStep(page, edited(rest, ['## Sequential', `${a}## Sequential`]))
    await expectSaved(page)
    await page.reload()
    await expectMarkdown(page, edited(rest, ['## Sequential', `${a}## Sequential`]))
  })
})

async function openStreamMenu(page: Page, title: string, ...items: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: `Actions of ${title}` }).click()
  await choose(page, ...items)
}

/** A stream with its lines and the empty one after it, and the plan without them. */
function cutStream(heading: string): readonly [stream: string, rest: string] {
  const from = harbourPlan.indexOf(heading)
  const to = harbourPlan.indexOf('\n#', from) + 1
  return [harbourPlan.slice(from, to), harbourPlan.slice(0, from) + harbourPlan.slice(to)]
}
