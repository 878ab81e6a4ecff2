import { expect, type Locator, type Page } from '@playwright/test'
import { openPlan } from './app.ts'
import { harbourPlan } from './harbourPlan.ts'
import { test } from './test.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const phase = `## Phase 1: Foundations

### Stream A: Lamp Protocol

- [ ] Write the message format (Priority: Critical)
- [x] List the lamp types (Priority: High)
- [ ] Agree on retries

### Stream B: Simulator

- [ ] Simulate one lamp (Priority: Medium)
- [ ] Simulate a storm (Priority: Low)
`

const openOfPlan = `# Harbour Lights

## Phase 1: Foundations

### Stream A: Lamp Protocol

- [ ] Write the message format
- [ ] Agree on retries

### Stream B: Simulator

- [ ] Simulate one lamp
- [ ] Simulate a storm

## Integration 1: Protocol Agreed

- [ ] The simulator speaks the protocol

## Phase 2: Building

### Stream C: Control Room

- [ ] Draw the map
  - [ ] Zoom to one pier
- [ ] Raise an alarm

### Stream D: Night Watch

- [ ] Ring the watchman at [Phone Number]

## Integration 2: Lights On

- [ ] All lamps answer for a week

## Success criteria

- [ ] No ship asks where the pier is
- [ ] A broken lamp is known within a minute
`

const gateInWords = `Integration 1: Protocol Agreed

[ ] The simulator speaks the protocol
[x] Two lamps answer
`

test('I copy the whole plan, a phase, a stream and an integration point as checklists', async ({ page }) => {
  const panel = await openChecklists(page)
  const part = panel.getByRole('combobox', { name: 'Part of the plan' })
  const openOnly = panel.getByRole('checkbox', { name: 'Open only' })
  const priorities = panel.getByRole('checkbox', { name: 'Priorities' })

  await part.selectOption('Phase 1: Foundations')
  await expectCopied(page, panel, phase)

  await openOnly.check()
  await priorities.uncheck()
  await part.selectOption('Whole plan')
  await expectCopied(page, panel, openOfPlan)

  await part.selectOption({ label: '\u2003Stream A: Lamp Protocol' })
  await expectCopied(
    page,
    panel,
    '### Stream A: Lamp Protocol\n\n- [ ] Write the message format\n- [ ] Agree on retries\n',
  )

  await openOnly.uncheck()
  await panel.getByRole('radio', { name: 'Plain text' }).check()
  await part.selectOption('Integration 1: Protocol Agreed')
  await expectCopied(page, panel, gateInWords)
})

test('I copy the Markdown itself', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('button', { name: 'Copy Markdown' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await clipboard(page)).toBe(harbourPlan)
})

test('the preview shows the plan as a reader sees it', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('tab', { name: 'Preview' }).click()
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('heading', { name: 'Stream A: Lamp Protocol' })).toBeVisible()
  const done = preview.getByRole('listitem').filter({ hasText: 'List the lamp types' })
  await expect(done).toContainText('Priority: High')
  await expect(done.getByRole('img', { name: 'Done:' })).toBeVisible()
})

test('the preview knows characters by their names', async ({ page }) => {
  await openPlan(page, '# Names\n\nMade by &copy; A &amp; B &colon; &NotEqualTilde;\n')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('tab', { name: 'Preview' }).click()
  await expect(page.getByText('Made by © A & B : ≂̸')).toBeVisible()
})

test('a reload keeps the export panel open, and Back closes it', async ({ page }) => {
  await openPlan(page, harbourPlan)
  const panel = page.getByRole('dialog', { name: 'Export' })
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(panel).toBeVisible()
  await page.reload()
  await expect(panel).toBeVisible()
  await page.goBack()
  await expect(panel).toBeHidden()
  await expect(page.getByRole('group', { name: 'Agree on retries' })).toBeVisible()
})

async function openChecklists(page: Page): Promise<Locator> {
  await openPlan(page, harbourPlan)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('tab', { name: 'Checklist' }).click()
  return page.getByRole('dialog', { name: 'Export' })
}

/** What is seen is what is copied. */
async function expectCopied(page: Page, panel: Locator, text: string): Promise<void> {
  await expect.poll(() => panel.getByRole('region', { name: 'Checklist' }).textContent()).toBe(text)
  await panel.getByRole('button', { name: /^(Copy checklist|Copied)/ }).click()
  await expect.poll(() => clipboard(page)).toBe(text)
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}
