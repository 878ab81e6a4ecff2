import { expect, type Page } from '@playwright/test'
import { card, expectMarkdown, openPlan, stream } from './app.ts'
import { expectNoBarriers } from './axe.ts'
import { harbourPlan } from './harbourPlan.ts'
import { test } from './test.ts'

/** A plan with a defect of every kind that a button mends, and some that none does. */
const faulty = `# Plan

## Phase 1: Start (Parallel - Day 1-2)

### Stream A: Protocol
**Estimated Time:** 9-4 hours
**Dependencies:** Stream B
- [ ] Write the format (Priority: Critical)

### Stream B: Simulator
**Estimated Time:** 3 hours
**Dependencies:** Stream A
- [ ] Simulate a lamp (6-2h)

### Stream C: Nothing
**Estimated Time:** 1 hours

## Phase 2: Build (Parallel - Day 3-5)

### Stream D: Control room
**Dependencies:** The protocol
- [ ] Draw the map of the harbour

### Stream E: Watch
**Estimated Time:** 2-3 hours
**Dependencies:** Stream D
- [ ] Ring the watchman

## Sequential Integration Points

### Integration 1: Agreed (After Phase 1)
- [ ] The format is written
- [ ] The control room works

### Integration 2: Lights on (Final)
- [ ] All lamps answer

## Execution Commands

\`\`\`bash
# Phase 1: Start
claude --parallel \\
  "write the protocol" \\
  "simulate"

# Phase 3: Deploy
claude "deploy"
\`\`\`
`

const header = (page: Page) => page.getByRole('button', { name: /^Review: \d|^Review: nothing/ })
const panel = (page: Page) => page.getByRole('complementary', { name: 'Review' })
const items = (page: Page) => panel(page).locator('[data-finding]')

async function openReview(page: Page): Promise<void> {
  await header(page).click()
  await expect(panel(page).getByRole('heading', { name: 'Review' })).toBeFocused()
}

/** All findings, by what they are and where. */
async function findings(page: Page): Promise<readonly string[]> {
  for (const more of await panel(page)
    .getByRole('button', { name: /^Show \d+ more/ })
    .all())
    await more.click()
  return items(page).evaluateAll(list => list.map(item => item.getAttribute('data-finding') ?? ''))
}

test('the header counts what is found, and the panel says where and what', async ({ page }) => {
  await openPlan(page, faulty)
  await expect(header(page)).toHaveAccessibleName(/^Review: \d+ problems?, \d+ risks?, \d+ notes?$/)
  await openReview(page)
  const circles = panel(page).getByRole('region', { name: 'Circles of dependencies' })
  await expect(circles.getByRole('listitem')).toHaveCount(1)
  await expect(panel(page).getByRole('region', { name: 'Gates that check later work' })).toBeVisible()
  await expect(panel(page).getByRole('region', { name: 'Phases that only the commands know' })).toBeVisible()
  await page.reload()
  await expect(circles).toBeVisible()
})

for (const how of ['pressing', 'the keyboard alone'] as const) {
  test(`every fix, by ${how}, takes away what it was offered for and adds nothing; undo takes all of them back`, async ({
    page,
  }) => {
    await openPlan(page, faulty)
    await openReview(page)
    await expect(items(page).first()).toBeVisible()
    const tried = new Set<string>()
    for (let fixes = 0; ; fixes++) {
      const before = await findings(page)
      const item = items(page)
        .filter({ has: page.locator('button:not([title])') })
        .first()
      if ((await item.count()) === 0) break
      const key = (await item.getAttribute('data-finding')) ?? ''
      expect(tried).not.toContain(key)
      tried.add(key)
      const button = item.locator('button:not([title])')
      if (how === 'pressing') await button.click()
      else {
        await button.focus()
        await page.keyboard.press('Enter')
      }
      await expect(items(page).and(page.locator(`[data-finding="${key}"]`))).toHaveCount(0)
      const after = await findings(page)
      expect(after.filter(each => !before.includes(each))).toEqual([])
      expect(fixes).toBeLessThan(30)
    }
    expect(tried.size).toBeGreaterThan(5)
    for (let step = 0; step < tried.size; step++) await page.getByRole('button', { name: /^Undo: / }).click()
    await expectMarkdown(page, faulty)
  })
}

test('a place in the panel leads to the board, wherever I am; a mark on the board leads to the panel', async ({
  page,
}) => {
  await openPlan(page, faulty)
  await page.getByRole('button', { name: 'Timeline', exact: true }).click()
  await openReview(page)
  await panel(page).getByRole('button', { name: 'The control room works' }).click()
  await expect(page.getByRole('checkbox', { name: 'The control room works' })).toBeInViewport()
  await panel(page).getByRole('button', { name: 'Nothing' }).first().click()
  await expect(stream(page, 'C: Nothing')).toBeInViewport()
  await page.getByRole('button', { name: 'Close the review' }).click()
  await expect(panel(page)).toHaveCount(0)
  await expect(header(page)).toBeFocused()
  await stream(page, 'C: Nothing')
    .getByRole('button', { name: /^Review: / })
    .click()
  await expect(items(page).filter({ hasText: 'Nothing' }).first()).toBeFocused()
})

test('the whole review works from the keyboard', async ({ page }) => {
  await openPlan(page, faulty)
  await header(page).focus()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('heading', { name: 'Review' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(panel(page).getByRole('tab', { name: 'Findings' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(panel(page).getByRole('tab', { name: 'What can start' })).toBeFocused()
  await expect(panel(page).getByRole('region', { name: 'Waiting' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel(page)).toHaveCount(0)
  await expect(header(page)).toBeFocused()
})

test('what can start follows the ticks, and a gate holds until its own checklist is passed', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await openReview(page)
  await panel(page).getByRole('tab', { name: 'What can start' }).click()
  const region = (name: string) => panel(page).getByRole('region', { name })
  await expect(region('Can start or go on now').getByRole('listitem')).toHaveText([/Lamp Protocol/, /Simulator/])
  await expect(region('Waiting')).toContainText('Protocol Agreed is not passed')
  for (const words of ['Write the message format', 'Agree on retries', 'Simulate one lamp', 'Simulate a storm']) {
    await card(page, words).getByRole('checkbox').click()
  }
  await expect(region('Done').getByRole('listitem')).toHaveText([/Lamp Protocol/, /Simulator/])
  await expect(region('Waiting')).toContainText('Protocol Agreed is not passed')
  await page.getByRole('button', { name: 'Checklist of Protocol Agreed' }).click()
  await page.getByRole('checkbox', { name: 'The simulator speaks the protocol' }).click()
  await expect(page.getByRole('region', { name: 'Protocol Agreed' })).toContainText('passed')
  await expect(region('Can start or go on now').getByRole('listitem')).toHaveText([/Control Room/, /Night Watch/])
})

test('the text shows the findings at their words, and copying gives the text alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPlan(page, faulty)
  await page.getByRole('button', { name: 'Export' }).click()
  const text = page.getByRole('region', { name: 'Markdown' })
  await expect(text.getByTitle('Stream E waits for Stream D')).toHaveText('Stream D')
  await expect(page.getByText('what the review found. The line is not part of the text.')).toBeVisible()
  await page.getByRole('button', { name: 'Copy Markdown' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(faulty)
  expect(await text.locator('pre').innerText()).toBe(faulty)
  await expectNoBarriers(page, 'dialog')
})

test('a plan in which nothing is found says so', async ({ page }) => {
  await openPlan(page, '# P\n\n## Phase 1: A\n\n### Stream A: B\n**Estimated Time:** 2 hours\n- [ ] Write it\n')
  await expect(header(page)).toHaveAccessibleName('Review: nothing found')
  await openReview(page)
  await expect(panel(page).getByText('every stream has its hours')).toBeVisible()
  await openPlan(page, '# P\n\n## Phase 1: A\n\n### Stream A: B\n- [ ] Write it\n')
  await openReview(page)
  await expect(panel(page).getByText('Nothing found: no circles, no hidden waits. No stream has an')).toBeVisible()
  await openPlan(page, '# Empty\n')
  await openReview(page)
  await expect(panel(page).getByText('There are no streams yet, so there is nothing to review.')).toBeVisible()
})

test('the review has no accessibility finding, in light, dark and on a phone', async ({ page }) => {
  await openPlan(page, faulty)
  await openReview(page)
  await expect(items(page).first()).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoBarriers(page)
  }
  await panel(page).getByRole('tab', { name: 'What can start' }).click()
  await expectNoBarriers(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoBarriers(page)
})
