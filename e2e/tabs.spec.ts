import { expect } from '@playwright/test'
import { card, expectMarkdown, expectSaved, openPlan, undo } from './app.ts'
import { edited, harbourPlan } from './harbourPlan.ts'
import { test } from './test.ts'

test('what I edit in two tabs is all there when I open the plan again', async ({ page, context }) => {
  await openPlan(page, harbourPlan)
  await expect(card(page, 'Agree on retries')).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(card(other, 'Agree on retries')).toBeVisible()

  await page.bringToFront()
  await card(page, 'Agree on retries').getByRole('checkbox').click()
  await other.bringToFront()
  await card(other, 'Simulate a storm').focus()
  await other.keyboard.press('1')
  await page.bringToFront()
  await card(page, 'Simulate one lamp').getByRole('checkbox').click()
  await expectSaved(page)
  await expectSaved(other)

  const both = edited(
    harbourPlan,
    ['[ ] Agree', '[x] Agree'],
    ['[ ] Simulate one', '[x] Simulate one'],
    ['storm (Priority: Low)', 'storm (Priority: Critical)'],
  )
  const again = await context.newPage()
  await again.goto(page.url())
  await expectMarkdown(again, both)
  await page.bringToFront()
  await page.reload()
  await expectMarkdown(page, both)
  await undo(page)
  await undo(page)
  await undo(page)
  await expectMarkdown(page, harbourPlan)
})
