import { expect, type Locator, type Page } from '@playwright/test'
import { expectSaid } from './app.ts'

/** Of a card above or below its middle, of a column left or right of it. */
export type Side = 'above' | 'below' | 'left' | 'right'

interface Point {
  readonly x: number
  readonly y: number
}

/** Presses a card, carries it over another one and does not let go. */
export async function carryByMouse(page: Page, card: Locator, over: Locator, side: Side): Promise<void> {
  const from = await gripOf(card)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 6, from.y + 6)
  await expectSaid(page, /^Picked up/)
  const to = await edgeOf(over, side)
  await page.mouse.move(to.x, to.y, { steps: 10 })
}

export async function dragByMouse(page: Page, card: Locator, over: Locator, side: Side): Promise<void> {
  await carryByMouse(page, card, over, side)
  await letGo(page)
}

export async function letGo(page: Page): Promise<void> {
  await page.mouse.up()
  await expectClicksHeard(page)
}

/** For a moment after a drop the board takes clicks for its end and swallows them; a person is never so fast. */
async function expectClicksHeard(page: Page): Promise<void> {
  const isHeard = () =>
    page.evaluate(() => {
      let heard = false
      document.body.addEventListener('click', () => (heard = true), { once: true })
      document.body.dispatchEvent(new Event('click'))
      return heard
    })
  await expect.poll(isHeard).toBe(true)
}

/** One finger: rests on a card until it is lifted, carries it over something and lets go. */
export async function dragByTouch(page: Page, card: Locator, over: Locator, side: Side): Promise<void> {
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints })
  const from = await gripOf(card)
  await touch('touchStart', from)
  await expectSaid(page, /^Picked up/)
  const to = await edgeOf(over, side)
  for (let step = 1; step <= 10; step++) {
    await touch('touchMove', {
      x: from.x + ((to.x - from.x) * step) / 10,
      y: from.y + ((to.y - from.y) * step) / 10,
    })
  }
  await touch('touchEnd')
  await finger.detach()
  await expectClicksHeard(page)
}

/** On the words of a card, where nothing else is to be pressed; of a column on what is given. */
async function gripOf(grip: Locator): Promise<Point> {
  const words = grip.getByRole('paragraph').first()
  const { x, y, width, height } = await boxOf((await words.count()) > 0 ? words : grip)
  return { x: x + width / 2, y: y + height / 2 }
}

async function edgeOf(over: Locator, side: Side): Promise<Point> {
  const { x, y, width, height } = await boxOf(over)
  if (side === 'left' || side === 'right') return { x: side === 'left' ? x + 4 : x + width - 4, y: y + height / 2 }
  return { x: x + width / 2, y: side === 'above' ? y + 4 : y + height - 4 }
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${locator} is not on the page`)
  return box
}

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key)
    if (await target.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`The Tab key does not reach ${target}`)
}

/** A person without a mouse: after every key something in sight has the focus. */
export interface Keyboard {
  press(...keys: readonly string[]): Promise<void>
  /** Types when the focus has come to something that opens. */
  typeInto(field: Locator, text: string): Promise<void>
  type(text: string): Promise<void>
  tabTo(target: Locator): Promise<void>
  shiftTabTo(target: Locator): Promise<void>
}

export function keyboardOf(page: Page): Keyboard {
  const keepsFocus = async () => {
    await expect(page.locator(':focus')).toHaveCount(1)
    await expect(page.locator(':focus')).toBeInViewport()
  }
  return {
    async press(...keys) {
      for (const key of keys) {
        await page.keyboard.press(key)
        await keepsFocus()
      }
    },
    async type(text) {
      await page.keyboard.type(text)
      await keepsFocus()
    },
    async typeInto(field, text) {
      await expect(field).toBeFocused()
      await page.keyboard.type(text)
      await keepsFocus()
    },
    async tabTo(target) {
      await tabTo(page, target)
      await keepsFocus()
    },
    async shiftTabTo(target) {
      await tabTo(page, target, 'Shift+Tab')
      await keepsFocus()
    },
  }
}
