import { expect } from '@playwright/test'
import { backHome, card, chooseForCard, expectMarkdown, expectSaved, openHome, openPlan, planRow } from './app.ts'
import { edited, harbourPlan } from './harbourPlan.ts'
import { serveFolder } from './staticServer.ts'
import { test as guarded } from './test.ts'

interface Hosting {
  /** The folder with the built app. */
  readonly builtApp: string
  readonly address: string
}

const test = guarded.extend<object, Hosting>({
  builtApp: ['dist', { option: true, scope: 'worker' }],
  address: [
    async ({ builtApp }, use) => {
      const server = await serveFolder(builtApp, '/some/deep/folder/')
      await use(server.url)
      await server.close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ address }, use) => use(address),
})

test('from a folder of a plain web host I open a template, edit it and find it again', async ({ page, address }) => {
  await openHome(page)
  expect(page.url().startsWith(address)).toBe(true)
  await page.getByRole('button', { name: 'API service', exact: true }).click()
  await expect(page.getByRole('region', { name: /^Stream / })).toHaveCount(7)
  await page.reload()
  await expect(page.getByRole('region', { name: /^Stream / })).toHaveCount(7)
  const first = page
    .getByRole('region', { name: /^Stream / })
    .getByRole('checkbox')
    .first()
  await first.click()
  await expectSaved(page)
  await page.reload()
  await expect(first).toBeChecked()
  expect(page.url().startsWith(`${address}#/plan/`)).toBe(true)
  await backHome(page)
  await page.getByRole('region', { name: 'My plans' }).getByRole('link').click()
  await expect(first).toBeChecked()
})

test('from a folder of a plain web host every part of the app loads', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await chooseForCard(page, 'Agree on retries', 'Move to...')
  await page.getByRole('option', { name: 'Simulator' }).click()
  await page.getByRole('button', { name: 'Fill in...' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Estimate: 4-6 h' }).click()
  await page.getByRole('spinbutton', { name: 'From' }).fill('5')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('tab', { name: 'Preview' }).click()
  await expect(page.getByRole('heading', { name: 'Stream A: Lamp Protocol' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expectMarkdown(
    page,
    edited(
      harbourPlan,
      ['4-6 hours', '5-6 hours'],
      ['- [ ] Agree on retries\n', ''],
      ['storm (Priority: Low)\n', 'storm (Priority: Low)\n- [ ] Agree on retries\n'],
    ),
  )
  await backHome(page)
  await expect(planRow(page, 'Harbour Lights')).toContainText('1 of 9')
  await page.getByRole('button', { name: 'Paste Markdown' }).click()
  await expect(page.getByRole('dialog', { name: 'Paste Markdown' })).toBeVisible()
})

test('my first visit in a folder of a plain web host shows the example', async ({ page }) => {
  await page.goto('./')
  await expect(card(page, 'Check contrast and touch targets on three phones')).toBeVisible()
})
