import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { bytesOf, card, downloadBy, expectCards, openHome, openPlan, planRow, stream } from './app.ts'
import { keyboardOf } from './hands.ts'
import { edited, harbourPlan, movedAfter } from './harbourPlan.ts'
import { test } from './test.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('with the keyboard alone I open a template, edit and move its tasks, and take it along', async ({ page }) => {
  test.slow()
  const { press, type, typeInto, tabTo, shiftTabTo } = keyboardOf(page)
  const template = await readFile('src/plan/templates/golden/web-application.golden.md', 'utf8')
  await openHome(page)
  await tabTo(page.getByRole('button', { name: 'Web application', exact: true }))
  await press('Enter')
  await expect(stream(page, 'A: API Contract Design')).toBeVisible()
  await expectSomethingFocused(page)

  await tabTo(card(page, 'Create OpenAPI 3.0 specification'))
  await press('ArrowDown', 'ArrowDown')
  await expect(card(page, 'Generate API contract documentation')).toBeFocused()
  await press('Enter')
  await type(' and examples')
  await press('Enter')
  await expect(card(page, 'Generate API contract documentation and examples')).toBeFocused()
  await press('4', 'Space')
  await press('g', 'ArrowRight', 'ArrowDown', 'Enter')
  await press('g', 'ArrowRight', 'ArrowRight', 'Enter')
  await press('m')
  await typeInto(page.getByRole('combobox', { name: 'Stream' }), 'frontend')
  await press('Enter')
  await expectCards(stream(page, 'E: Frontend Implementation'), [
    'Build authentication UI and state management',
    'Create layout components and routing',
    'Implement UI components for all API endpoints',
    'Connect frontend to mock API service',
    'Add form validation and error handling',
    'Implement responsive design',
    'Generate API contract documentation and examples',
  ])
  await expect(card(page, 'Generate API contract documentation and examples')).toBeFocused()
  await tabTo(page.getByRole('button', { name: 'Task actions' }).and(page.locator('[tabindex="0"]:focus')))
  await press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await press('s')
  await expect(page.getByRole('menuitem', { name: 'State' })).toBeFocused()
  await press('ArrowRight', 'c')
  await expect(page.getByRole('menuitemradio', { name: 'Cancelled' })).toBeFocused()
  await press('Enter')
  await expect(
    stream(page, 'E: Frontend Implementation').getByRole('checkbox', { name: 'examples (cancelled)' }),
  ).toBeVisible()

  const frontend = stream(page, 'E: Frontend Implementation')
  await shiftTabTo(frontend.getByRole('button', { name: /^Dependencies: / }))
  await press('Enter')
  await tabTo(page.getByRole('combobox', { name: 'Add a dependency' }))
  await type('Stream D')
  await expect(page.getByRole('option', { name: 'Add the words “Stream D”' })).toBeVisible()
  await press('End', 'ArrowUp', 'Enter', 'Escape')
  await shiftTabTo(frontend.getByRole('button', { name: 'Estimate: unknown' }))
  await press('Enter')
  await typeInto(page.getByRole('spinbutton', { name: 'From' }), '8')
  await press('Tab')
  await type('13')
  await press('Enter')
  await expect(frontend.getByRole('button', { name: 'Estimate: 8-13 h' })).toBeFocused()

  const line = '- [ ] Generate API contract documentation (Priority: High)'
  const moved = movedAfter(template, line, '- [ ] Implement responsive design (Priority: Medium)')
  const after = edited(
    moved,
    [line, '- [-] Generate API contract documentation and examples (Priority: Low)'],
    ['E: Frontend Implementation\n', 'E: Frontend Implementation\n**Estimated Time:** 8-13 hours\n'],
    ['** API Contract, Mock API Service\n', '** API Contract, Mock API Service, Stream D\n'],
  )
  await press('ControlOrMeta+Z', 'ControlOrMeta+Z', 'ControlOrMeta+Z')
  await expect(frontend.getByRole('button', { name: 'Estimate: unknown' })).toBeVisible()
  await press('ControlOrMeta+Shift+Z', 'ControlOrMeta+Shift+Z', 'ControlOrMeta+Y')
  await expect(frontend.getByRole('button', { name: 'Estimate: 8-13 h' })).toBeVisible()
  await page.reload()
  await expect(frontend).toBeVisible()

  await tabTo(page.getByRole('button', { name: 'Export' }))
  await press('Enter')
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  await tabTo(page.getByRole('button', { name: 'Copy Markdown' }))
  await press('Enter')
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused()
  expect(await clipboard(page)).toBe(after)
  await tabTo(page.getByRole('button', { name: 'Download' }))
  const download = await downloadBy(page, () => press('Enter'))
  expect((await bytesOf(download)).toString()).toBe(after)
  await press('Escape')
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused()
})

test('with the keyboard alone I copy a checklist', async ({ page }) => {
  const { press, type, tabTo, shiftTabTo } = keyboardOf(page)
  await openPlan(page, harbourPlan)
  await tabTo(page.getByRole('button', { name: 'Export' }))
  await press('Enter')
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  await shiftTabTo(page.getByRole('tab', { selected: true }))
  await press('ArrowRight', 'ArrowRight')
  await tabTo(page.getByRole('combobox', { name: 'Part of the plan' }))
  await type('Integration 1')
  await tabTo(page.getByRole('checkbox', { name: 'Open only' }))
  await press('Space')
  await tabTo(page.getByRole('button', { name: 'Copy checklist' }))
  await press('Enter')
  await expect
    .poll(() => clipboard(page))
    .toBe('## Integration 1: Protocol Agreed\n\n- [ ] The simulator speaks the protocol\n')
})

test('with the keyboard alone I open a file, delete the plan and take that back', async ({ page }) => {
  const { press, tabTo, shiftTabTo } = keyboardOf(page)
  const chooser = page.waitForEvent('filechooser')
  await openHome(page)
  await tabTo(page.getByRole('button', { name: 'Open a file' }))
  await press('Enter')
  await (await chooser).setFiles({ name: 'a.md', mimeType: 'text/markdown', buffer: Buffer.from(harbourPlan) })
  await tabTo(card(page, 'Write the message format'))
  await press('x')
  await shiftTabTo(page.getByRole('link', { name: 'All plans' }))
  await press('Enter')
  await expect(planRow(page, 'Harbour Lights')).toBeVisible()
  await expectSomethingFocused(page)
  await tabTo(page.getByRole('button', { name: 'Actions for Harbour Lights' }))
  await press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await press('End')
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await press('Enter')
  await expect(page.getByText('No plans yet')).toBeVisible()
  await expectSomethingFocused(page)
  await tabTo(page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }))
  await press('Enter')
  await expect(planRow(page, 'Harbour Lights')).toContainText('2 of 9')
})

test('with the keyboard alone I paste a plan and rename what is in it', async ({ page }) => {
  const { press, type, typeInto, tabTo, shiftTabTo } = keyboardOf(page)
  await openHome(page)
  await tabTo(page.getByRole('button', { name: 'Paste Markdown' }))
  await press('Enter')
  await page.evaluate(text => navigator.clipboard.writeText(text), harbourPlan)
  await expect(page.getByRole('textbox', { name: 'Markdown' })).toBeFocused()
  await press('ControlOrMeta+V', 'ControlOrMeta+Enter')
  await expect(stream(page, 'A: Lamp Protocol')).toBeVisible()
  await expectSomethingFocused(page)
  await tabTo(page.getByRole('button', { name: 'Lamp Protocol', exact: true }))
  await press('Enter')
  await typeInto(page.getByRole('textbox', { name: 'Stream name' }), 'Light Protocol')
  await press('Enter')
  await tabTo(page.getByRole('button', { name: 'Checklist of Protocol Agreed' }))
  await press('Enter')
  await tabTo(page.getByRole('checkbox', { name: 'The simulator speaks the protocol' }))
  await press('Space', 'Alt+ArrowDown')
  await tabTo(page.getByRole('button', { name: 'Add item' }))
  await press('Enter')
  await type('Everybody knows')
  await press('Enter', 'Escape')
  await shiftTabTo(page.getByRole('button', { name: 'Fill in...' }))
  await press('Enter')
  await typeInto(page.getByRole('textbox', { name: '[Control Room Name]' }), 'the tower')
  await press('Enter', 'Enter')
  await typeInto(page.getByRole('textbox', { name: '[Phone Number]' }), '112')
  await press('Enter', 'Escape')
  await expect(page.getByRole('button', { name: 'Fill in...' })).toBeFocused()
  await shiftTabTo(page.getByRole('button', { name: 'More', exact: true }))
  await press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await press('d')
  await expect(page.getByRole('menuitem', { name: 'Download Markdown' })).toBeFocused()
  const download = await downloadBy(page, () => press('Enter'))
  expect((await bytesOf(download)).toString()).toBe(
    edited(
      harbourPlan,
      ['A: Lamp Protocol', 'A: Light Protocol'],
      ['Dependencies:** Lamp Protocol', 'Dependencies:** Light Protocol'],
      ['[Control Room Name]', 'the tower'],
      ['[Phone Number]', '112'],
      ['- [ ] The simulator speaks the protocol\n', ''],
      ['lamps answer\n\n', 'lamps answer\n- [x] The simulator speaks the protocol\n- [ ] Everybody knows\n\n'],
    ),
  )
})

test('with the keyboard alone I delete tasks, and the focus goes to the next one', async ({ page }) => {
  const { press, tabTo } = keyboardOf(page)
  await openPlan(page, harbourPlan)
  await tabTo(card(page, 'Write the message format'))
  await press('Delete')
  await expect(card(page, 'List the lamp types')).toBeFocused()
  await press('ArrowDown', 'Delete')
  await expect(card(page, 'List the lamp types')).toBeFocused()
  await press('Delete')
  await expectCards(stream(page, 'A: Lamp Protocol'), [])
  await press('ControlOrMeta+Z')
  await expectCards(stream(page, 'A: Lamp Protocol'), ['List the lamp types'])
})

test('with the keyboard alone I delete streams, gates, checks and phases, and the focus stays on the board', async ({
  page,
}) => {
  const { press, tabTo } = keyboardOf(page)
  await openPlan(page, harbourPlan)
  const choose = async (menu: string, item: string) => {
    await tabTo(page.getByRole('button', { name: menu }))
    await press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await press('End')
    await expect(page.getByRole('menuitem', { name: item })).toBeFocused()
    await press('Enter')
  }
  await choose('Actions of D: Night Watch', 'Delete stream')
  await expect(stream(page, 'D: Night Watch')).toBeHidden()
  await expectSomethingFocused(page)
  await page.getByRole('button', { name: 'Checklist of Protocol Agreed' }).press('Enter')
  await choose('Actions of “Two lamps answer”', 'Delete')
  await expect(page.getByRole('button', { name: 'The simulator speaks the protocol', exact: true })).toBeFocused()
  await choose('Actions of “The simulator speaks the protocol”', 'Delete')
  await expectSomethingFocused(page)
  await choose('Actions of Protocol Agreed', 'Delete integration point')
  await expect(page.getByRole('region', { name: 'Protocol Agreed' })).toBeHidden()
  await expectSomethingFocused(page)
  await choose('Actions of Phase 2: Building', 'Delete phase')
  await expect(page.getByRole('region', { name: 'Phase 2: Building' })).toBeHidden()
  await expectSomethingFocused(page)
})

test('with the keyboard alone I filter the board', async ({ page }) => {
  const { press, type, tabTo } = keyboardOf(page)
  await openPlan(page, harbourPlan)
  await tabTo(card(page, 'Write the message format'))
  await press('/')
  await type('simulate')
  await expect(page.getByText('2 of 9 tasks')).toBeVisible()
  await expectCards(stream(page, 'A: Lamp Protocol'), [])
  await tabTo(page.getByRole('button', { name: 'Low', exact: true }))
  await press('Space')
  await expectCards(stream(page, 'B: Simulator'), ['Simulate a storm'])
  await tabTo(page.getByRole('button', { name: 'Clear' }))
  await press('Enter')
  await expectCards(stream(page, 'B: Simulator'), ['Simulate one lamp', 'Simulate a storm'])
})

async function expectSomethingFocused(page: Page): Promise<void> {
  await expect(page.locator(':focus')).toHaveCount(1)
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}
