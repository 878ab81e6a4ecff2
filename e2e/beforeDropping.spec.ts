import { expect, type Page } from '@playwright/test'
import { choose, expectMarkdown, openPlan, stream } from './app.ts'
import { expectNoBarriers } from './axe.ts'
import { carryByMouse, letGo } from './hands.ts'
import { test } from './test.ts'

const plan = `# P

## Phase 1: One (Parallel - Day 1)

### Stream A: Contract
**Estimated Time:** 4 hours
- [ ] a

### Stream B: Other
**Estimated Time:** 3 hours
- [ ] b

## Phase 2: Two (Parallel - Day 2)

### Stream C: Build
**Estimated Time:** 5 hours
- [ ] c

### Stream D: Test
**Estimated Time:** 2 hours
- [ ] d
`
const sooner = 'Finish 7 h instead of 9 h, 2 h sooner. The critical path then runs C, D.'
const words = (page: Page) => page.getByRole('status').filter({ hasText: /^Finish/ })

test('while I carry a stream to another phase, it says what that does to finish and critical path', async ({
  page,
}) => {
  await openPlan(page, plan)
  const head = stream(page, 'C: Build').getByText('0 of 1')
  await carryByMouse(page, head, stream(page, 'B: Other'), 'right')
  await expect(words(page)).toHaveText(sooner)
  const home = await stream(page, 'D: Test').boundingBox()
  if (!home) throw new Error('The phase is gone')
  await page.mouse.move(home.x + home.width / 2, home.y + 20, { steps: 5 })
  await expect(words(page)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await letGo(page)
  await expectMarkdown(page, plan)
})

test('by keys, the menu of a stream says it for each phase before I choose it', async ({ page }) => {
  await openPlan(page, plan)
  await page.getByRole('button', { name: 'Actions of C: Build' }).focus()
  await page.keyboard.press('Enter')
  const submenu = page.getByRole('menuitem', { name: 'Move to phase' })
  while (!(await submenu.evaluate(item => item === document.activeElement))) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('menuitem', { name: /Phase 1/ })).toBeFocused()
  await expect(words(page)).toHaveText(/^Finish 7 h instead of 9 h, 2 h sooner\./)
  await expectNoBarriers(page)
  await page.keyboard.press('Enter')
  await expect(words(page)).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Phase 1: One' }).getByRole('region')).toHaveCount(3)
})

test('on a phone the words stand within the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPlan(page, plan)
  await stream(page, 'C: Build').scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Actions of C: Build' }).click()
  await choose(page, 'Move to phase')
  await page.getByRole('menuitem', { name: /Phase 1/ }).hover()
  await expect(words(page)).toBeInViewport({ ratio: 1 })
})
