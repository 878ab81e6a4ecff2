import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { backHome, card, expectMarkdown, expectSaved, openHome, planRow } from './app.ts'
import { test } from './test.ts'

const exampleTask = 'Check contrast and touch targets on three phones'

test('my first visit shows a filled plan that says it is an example', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('button', { name: 'Island Ferry Booking' })).toBeVisible()
  await expect(page.getByText('This is an example plan.')).toBeVisible()
  await expect(page.getByText('Saved with your first change')).toBeVisible()
  await expect(page.getByRole('region', { name: /^Stream / })).toHaveCount(10)
  await backHome(page)
  await expect(page.getByText('No plans yet')).toBeVisible()
  await page.getByRole('link', { name: 'Look at the example' }).click()
  await expect(page.getByText('This is an example plan.')).toBeVisible()
})

test('my first edit makes the example a plan of mine', async ({ page }) => {
  await page.goto('./')
  await card(page, exampleTask).getByRole('checkbox').click()
  await expect(page.getByText('The example is now a plan of yours.')).toBeVisible()
  await expectSaved(page)
  await page.reload()
  await expect(card(page, exampleTask).getByRole('checkbox')).toBeChecked()
  await expect(page.getByText('example')).toHaveCount(0)
  await backHome(page)
  await expect(planRow(page, 'Island Ferry Booking')).toHaveCount(1)
  await page.reload()
  await expect(planRow(page, 'Island Ferry Booking')).toContainText('9 of 32')
})

test('my next visit begins with my plans, not with the example', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByText('This is an example plan.')).toBeVisible()
  await page.goto('about:blank')
  await page.goto('./')
  await expect(page.getByRole('heading', { name: 'My plans' })).toBeVisible()
})

const templates = [
  { name: 'Web application', file: 'web-application', phases: 2, streams: 6, tasks: 32, hours: '11-19 h in 3 of 6' },
  { name: 'API service', file: 'api-service', phases: 3, streams: 7, tasks: 37, hours: '13-20 h in 3 of 7' },
  {
    name: 'Mobile application',
    file: 'mobile-application',
    phases: 2,
    streams: 7,
    tasks: 40,
    hours: '14-24 h in 3 of 7',
  },
  { name: 'Data pipeline', file: 'data-pipeline', phases: 2, streams: 7, tasks: 42, hours: '13-21 h in 3 of 7' },
  { name: 'ML application', file: 'ml-application', phases: 2, streams: 8, tasks: 48, hours: '18-26 h in 3 of 8' },
  { name: 'Microservices', file: 'microservices', phases: 3, streams: 10, tasks: 57, hours: '24-34 h in 4 of 10' },
] as const

for (const { name, file, phases, streams, tasks, hours } of templates) {
  test(`the template ${name} opens with all it promises, and a second time as a second plan`, async ({ page }) => {
    await openHome(page)
    const offer = page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) })
    await expect(offer).toContainText(`${phases} phases, ${streams} streams, ${tasks} tasks`)
    await expect(offer).toContainText(`${hours} streams`)

    await openTemplate(page, name)
    await expect(page.getByRole('region', { name: /^Phase \d: / })).toHaveCount(phases)
    const columns = page.getByRole('region', { name: /^Stream \w+: / })
    await expect(columns).toHaveCount(streams)
    await expect(columns.getByRole('group').getByRole('checkbox')).toHaveCount(tasks)
    await expectMarkdown(page, await readFile(`src/plan/templates/golden/${file}.golden.md`, 'utf8'))
    const first = page.url()

    await backHome(page)
    await openTemplate(page, name)
    await expect(page.getByRole('link', { name: 'All plans' })).toBeVisible()
    await expect(page).toHaveURL(/#\/plan\//)
    expect(page.url()).not.toBe(first)
    await backHome(page)
    await expect(page.getByRole('region', { name: 'My plans' }).getByRole('listitem')).toHaveCount(2)
  })
}

async function openTemplate(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
}
