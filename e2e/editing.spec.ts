import { expect, type Locator, type Page } from '@playwright/test'
import {
  bytesOf,
  card,
  choose,
  chooseForCard,
  downloadBy,
  expectCards,
  expectMarkdown,
  openPlan,
  stream,
  undo,
} from './app.ts'
import { harbourPlan } from './harbourPlan.ts'
import { openForEdits } from './scribe.ts'
import { test } from './test.ts'

// The text is taken along after every step; menus that open at once save a minute.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('I set the priority of a task by keys and by its menu', async ({ page }) => {
  const { step } = await openForEdits(page, harbourPlan)
  const press = (key: string) => async () => {
    await card(page, 'Agree on retries').focus()
    await page.keyboard.press(key)
  }
  await step(press('1'), ['Agree on retries', 'Agree on retries (Priority: Critical)'])
  await step(press('2'), ['retries (Priority: Critical)', 'retries (Priority: High)'])
  await step(press('3'), ['retries (Priority: High)', 'retries (Priority: Medium)'])
  await step(press('4'), ['retries (Priority: Medium)', 'retries (Priority: Low)'])
  await expect(card(page, 'Agree on retries').getByRole('img', { name: 'Low priority' })).toBeVisible()
  await step(press('0'), ['retries (Priority: Low)', 'retries'])
  await step(() => chooseForCard(page, 'Agree on retries', 'Priority', 'High'), ['retries', 'retries (Priority: High)'])
  await step(() => chooseForCard(page, 'Agree on retries', 'Priority', 'None'), ['retries (Priority: High)', 'retries'])
})

test('I change the words of a task where they stand', async ({ page }) => {
  const { step, idle } = await openForEdits(page, harbourPlan)
  const editor = page.getByRole('textbox', { name: 'Task' })
  const startTyping = async (words: string, text: string) => {
    await card(page, words).getByText(words).dblclick()
    await editor.fill(text)
  }
  await step(async () => {
    await startTyping('Simulate a storm', 'Simulate a gale')
    await page.keyboard.press('Enter')
    await expect(card(page, 'Simulate a gale')).toBeFocused()
  }, ['Simulate a storm', 'Simulate a gale'])
  await step(async () => {
    await startTyping('Simulate a gale', 'Simulate two gales')
    await page.getByRole('button', { name: 'Add phase' }).click()
    await page.keyboard.press('Escape')
  }, ['Simulate a gale', 'Simulate two gales'])
  await idle(async () => {
    await startTyping('Simulate two gales', 'Never mind')
    await page.keyboard.press('Escape')
    await expect(card(page, 'Simulate two gales')).toBeFocused()
  })
  await idle(async () => {
    await startTyping('Simulate two gales', '')
    await page.keyboard.press('Enter')
  })
  await step(async () => {
    await card(page, 'Simulate two gales').focus()
    await page.keyboard.press('Enter')
    await editor.fill('Stay (Priority: High) here')
    await page.keyboard.press('Enter')
  }, ['Simulate two gales', 'Stay (Priority: High) here'])
})

test('I tick a task, start it and cancel it', async ({ page }) => {
  const { step } = await openForEdits(page, harbourPlan)
  const column = stream(page, 'B: Simulator')
  const box = card(page, 'Simulate one lamp').getByRole('checkbox')
  await step(() => box.click(), ['[ ] Simulate one', '[x] Simulate one'])
  await expect(column).toContainText('1 of 2')
  await step(async () => {
    await card(page, 'Simulate one lamp').focus()
    await page.keyboard.press('Space')
  }, ['[x] Simulate one', '[ ] Simulate one'])
  await step(
    () => chooseForCard(page, 'Simulate one lamp', 'State', 'Active'),
    ['[ ] Simulate one', '[~] Simulate one'],
  )
  await step(
    () => chooseForCard(page, 'Simulate one lamp', 'State', 'Cancelled'),
    ['[~] Simulate one', '[-] Simulate one'],
  )
  await expect(column).toContainText('0 of 1')
  await step(() => chooseForCard(page, 'Simulate one lamp', 'State', 'Done'), ['[-] Simulate one', '[x] Simulate one'])
  await expect(box).toBeChecked()
})

test('I add tasks, copy one and delete one', async ({ page }) => {
  const { step, idle } = await openForEdits(page, harbourPlan)
  const column = stream(page, 'B: Simulator')
  await step(async () => {
    await column.getByRole('button', { name: 'Add task' }).click()
    await page.keyboard.type('Simulate fog')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(column.getByRole('button', { name: 'Add task' })).toBeFocused()
  }, ['storm (Priority: Low)\n', 'storm (Priority: Low)\n- [ ] Simulate fog\n'])
  await step(async () => {
    await card(page, 'Simulate one lamp').focus()
    await page.keyboard.press('n')
    await page.keyboard.type('Simulate two lamps')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }, ['lamp (Priority: Medium)\n', 'lamp (Priority: Medium)\n- [ ] Simulate two lamps\n'])
  await step(
    () => chooseForCard(page, 'Simulate fog', 'Duplicate'),
    ['- [ ] Simulate fog\n', '- [ ] Simulate fog\n- [ ] Simulate fog\n'],
  )
  await step(async () => {
    await card(page, 'Simulate a storm').focus()
    await page.keyboard.press('Delete')
    await expect(card(page, 'Simulate fog').first()).toBeFocused()
  }, ['- [ ] Simulate a storm (Priority: Low)\n', ''])
  await step(
    () => chooseForCard(page, 'Draw the map', 'Delete'),
    ['- [ ] Draw the map (Priority: High)\n  - [ ] Zoom to one pier\n', ''],
  )
  await idle(async () => {
    await chooseForCard(page, 'Raise an alarm', 'Delete')
    await expectCards(stream(page, 'C: Control Room'), [])
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click()
    await expectCards(stream(page, 'C: Control Room'), ['Raise an alarm'])
  })
})

test('I set, change and clear the estimate of a stream', async ({ page }) => {
  const { step, idle } = await openForEdits(page, harbourPlan)
  const set = (title: string, from: string, to: string) => async () => {
    await stream(page, title)
      .getByRole('button', { name: /^Estimate: / })
      .click()
    const popover = page.getByRole('dialog', { name: 'Estimate' })
    await popover.getByRole('spinbutton', { name: 'From' }).fill(from)
    await popover.getByRole('spinbutton', { name: 'To' }).fill(to)
    await popover.getByRole('button', { name: 'Set estimate' }).click()
  }
  await step(async () => {
    await set('A: Lamp Protocol', '5', '9')()
    await expect(stream(page, 'A: Lamp Protocol').getByRole('button', { name: 'Estimate: 5-9 h' })).toBeFocused()
  }, ['4-6 hours', '5-9 hours'])
  await step(set('C: Control Room', '10', '12'), ['[8-12] hours', '10-12 hours'])
  await step(set('A: Lamp Protocol', '7', ''), ['5-9 hours', '7 hours'])
  await step(set('B: Simulator', '1,5', '3'), [
    '### Stream B: Simulator\n',
    '### Stream B: Simulator\n**Estimated Time:** 1.5-3 hours\n',
  ])
  await idle(async () => {
    await set('B: Simulator', '5', '3')()
    await expect(page.getByRole('alert')).toHaveText('The second figure must not be below the first.')
    await page.keyboard.press('Escape')
  })
  await step(async () => {
    await stream(page, 'B: Simulator')
      .getByRole('button', { name: /^Estimate: / })
      .click()
    await page.getByRole('dialog', { name: 'Estimate' }).getByRole('button', { name: 'Clear' }).click()
  }, ['**Estimated Time:** 1.5-3 hours\n', ''])
  await expect(stream(page, 'B: Simulator').getByRole('button', { name: 'Estimate: unknown' })).toBeVisible()
})

test('I pick, type, replace and remove what a stream waits for, and no circle closes', async ({ page }) => {
  const { step, idle } = await openForEdits(page, harbourPlan)
  const popover = page.getByRole('dialog', { name: 'Dependencies' })
  const line = popover.getByRole('combobox')
  const open = (title: string) =>
    stream(page, title)
      .getByRole('button', { name: /^Dependencies: / })
      .click()
  const waitsOf = (title: string) => stream(page, title).getByRole('button', { name: /^Dependencies: / })

  await step(async () => {
    await open('D: Night Watch')
    await popover.getByRole('option', { name: 'Control Room' }).click()
    await page.keyboard.press('Escape')
  }, ['**Dependencies:** Stream A\n', '**Dependencies:** Stream A, Control Room\n'])
  await expect(waitsOf('D: Night Watch')).toHaveAccessibleName(
    'Dependencies: “Stream A” is A: Lamp Protocol, certain; “Control Room” is C: Control Room, certain',
  )
  await idle(async () => {
    await open('C: Control Room')
    await popover.getByRole('option', { name: 'Night Watch' }).click()
    await expect(popover.getByRole('alert')).toHaveText(
      'That would close a circle: Stream C (Control Room) waits for Stream D (Night Watch) waits for Stream C (Control Room).',
    )
    await line.fill('Stream C')
    await popover.getByRole('option', { name: 'Add the words “Stream C”' }).click()
    await expect(popover.getByRole('alert')).toContainText('cannot depend on itself')
    await page.keyboard.press('Escape')
    await expect(popover).toBeHidden()
  })
  await step(async () => {
    await open('D: Night Watch')
    await line.fill('Radio licence')
    await popover.getByRole('option', { name: 'Add the words “Radio licence”' }).click()
    await page.keyboard.press('Escape')
  }, ['Stream A, Control Room\n', 'Stream A, Control Room, Radio licence\n'])
  await expect(waitsOf('D: Night Watch')).toHaveAccessibleName(/“Radio licence”, not in this plan$/)
  await step(async () => {
    await open('D: Night Watch')
    await popover.getByRole('button', { name: 'Replace “Stream A”' }).click()
    await line.fill('simul')
    await line.press('Enter')
    await page.keyboard.press('Escape')
  }, ['Stream A, Control Room, Radio', 'Simulator, Control Room, Radio'])
  await step(async () => {
    await open('D: Night Watch')
    await popover.getByRole('button', { name: 'Remove “Control Room”' }).click()
    await page.keyboard.press('Escape')
  }, ['Simulator, Control Room, Radio', 'Simulator, Radio'])
  await step(async () => {
    await open('B: Simulator')
    await popover.getByRole('option', { name: 'Lamp Protocol' }).click()
    await page.keyboard.press('Escape')
  }, ['Simulator\n**Dependencies:** None', 'Simulator\n**Dependencies:** Lamp Protocol'])
  await idle(async () => {
    await open('A: Lamp Protocol')
    await popover.getByRole('option', { name: 'Night Watch' }).click()
    await expect(popover.getByRole('alert')).toContainText('Stream D (Night Watch) waits for Stream B (Simulator)')
    await page.keyboard.press('Escape')
  })
})

test('what opens over the board goes when it is closed, also when the page hears nothing of its animation', async ({
  page,
}) => {
  // As on a busy machine, where the news of its beginning came too late: the popover stayed for good.
  await page.addInitScript(() => {
    addEventListener('animationstart', event => event.stopImmediatePropagation(), { capture: true })
  })
  await openPlan(page, harbourPlan)
  const popover = page.getByRole('dialog', { name: 'Dependencies' })
  await stream(page, 'B: Simulator')
    .getByRole('button', { name: /^Dependencies: / })
    .click()
  await expect(popover).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(popover).toBeHidden()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeHidden()
})

test('a stream can wait for one of a later phase', async ({ page }) => {
  const { step } = await openForEdits(page, harbourPlan.replace('** Stream A\n', '** None\n'))
  const popover = page.getByRole('dialog', { name: 'Dependencies' })
  await step(async () => {
    await page.getByRole('button', { name: 'Dependencies: none' }).first().click()
    await popover.getByRole('option', { name: 'Night Watch' }).click()
    await expect(popover).toContainText('Night Watch, certain')
    await page.keyboard.press('Escape')
  }, ['6 hours\n**Dependencies:** None', '6 hours\n**Dependencies:** Stream D'])
})

test('I set the mode and the days of a phase', async ({ page }) => {
  const { step, idle } = await openForEdits(page, harbourPlan)
  const popover = page.getByRole('dialog', { name: 'Mode and days' })
  const open = (phase: RegExp) =>
    page
      .getByRole('region', { name: phase })
      .getByRole('button', { name: /^Mode and days/ })
      .click()
  const setDays = (from: string, to: string) => async () => {
    await open(/^Phase 2/)
    await popover.getByRole('spinbutton', { name: 'First day' }).fill(from)
    await popover.getByRole('spinbutton', { name: 'Last day' }).fill(to)
    await popover.getByRole('button', { name: 'Set days' }).click()
  }
  await step(setDays('4', '9'), ['(Day 3-6)', '(Day 4-9)'])
  await step(async () => {
    await open(/^Phase 2/)
    await popover.getByRole('combobox', { name: 'Mode' }).selectOption('Sequential')
    await page.keyboard.press('Escape')
  }, ['(Day 4-9)', '(Sequential - Day 4-9)'])
  await idle(async () => {
    await setDays('9', '4')()
    await expect(popover.getByRole('alert')).toHaveText('The last day must not come before the first.')
    await page.keyboard.press('Escape')
  })
  await step(async () => {
    await open(/^Phase 2/)
    await popover.getByRole('button', { name: 'Clear days' }).click()
  }, ['(Sequential - Day 4-9)', '(Sequential)'])
})

test('I tick, rename, add, move and delete the checks of an integration point', async ({ page }) => {
  const { step } = await openForEdits(page, harbourPlan)
  const gate = page.getByRole('region', { name: 'Protocol Agreed' })
  await gate.getByRole('button', { name: 'Checklist of Protocol Agreed' }).click()
  await editItems(page, gate, step, 'Two lamps answer', 'The simulator speaks the protocol')
})

test('I tick, rename, add, move and delete success criteria', async ({ page }) => {
  const { step } = await openForEdits(page, harbourPlan.replace('- [ ] A broken', '- [x] A broken'))
  const band = page.getByRole('region', { name: 'Success criteria' })
  await band.getByRole('button', { name: 'Checklist of Success criteria' }).click()
  await editItems(page, band, step, 'A broken lamp is known within a minute', 'No ship asks where the pier is')
})

/** The same can be done to the items of every checklist: `first` is open, `last` is done. */
async function editItems(
  page: Page,
  list: Locator,
  step: (gesture: () => Promise<void>, ...changes: (readonly [string, string])[]) => Promise<void>,
  last: string,
  first: string,
): Promise<void> {
  const menuOf = (item: string) => list.getByRole('button', { name: `Actions of “${item}”` })
  await step(() => list.getByRole('checkbox', { name: first }).click(), [`[ ] ${first}`, `[x] ${first}`])
  await expect(list.getByRole('progressbar').first()).toHaveAttribute('aria-valuetext', '2 of 2')
  await step(async () => {
    await list.getByRole('button', { name: last, exact: true }).click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Ten lamps answer')
    await page.keyboard.press('Enter')
  }, [last, 'Ten lamps answer'])
  await step(async () => {
    await list.getByRole('button', { name: 'Add item' }).click()
    await page.keyboard.type('The gulls agree')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }, ['Ten lamps answer\n', 'Ten lamps answer\n- [ ] The gulls agree\n'])
  await step(
    async () => {
      await menuOf('The gulls agree').click()
      await choose(page, 'Move up')
    },
    ['Ten lamps answer\n- [ ] The gulls agree\n', 'THE GULLS'],
    ['- [x] THE GULLS', '- [ ] The gulls agree\n- [x] Ten lamps answer\n'],
  )
  await step(async () => {
    await menuOf(first).click()
    await choose(page, 'Delete')
  }, [`- [x] ${first}\n`, ''])
}

test('I fill in the placeholders, each everywhere it stands', async ({ page }) => {
  const { step } = await openForEdits(page, harbourPlan.replace('Draw the map', 'Draw the map of [Control Room Name]'))
  const dialog = page.getByRole('dialog', { name: 'Fill in the placeholders' })
  await step(
    async () => {
      await expect(page.getByText('3 placeholders to fill in')).toBeVisible()
      await page.getByRole('button', { name: 'Fill in...' }).click()
      await dialog.getByRole('textbox', { name: '[Control Room Name]' }).fill('the tower')
      await page.keyboard.press('Enter')
      await expect(dialog.getByRole('textbox', { name: '[8-12]' })).toBeFocused()
      await dialog.getByRole('button', { name: 'Done' }).click()
    },
    ['tells [Control Room Name]', 'tells the tower'],
    ['map of [Control Room Name]', 'map of the tower'],
  )
  await step(async () => {
    await expect(page.getByText('2 placeholders to fill in')).toBeVisible()
    await page.getByRole('button', { name: 'Fill in...' }).click()
    await dialog.getByRole('textbox', { name: '[Phone Number]' }).fill('112')
    await dialog.getByRole('button', { name: 'Done' }).click()
  }, ['[Phone Number]', '112'])
  await expect(page.getByText('1 placeholder to fill in')).toBeVisible()
})

test('I rename the plan, its overview, a phase, a gate and a stream that others wait for', async ({ page }) => {
  const { step, idle } = await openForEdits(page, harbourPlan)
  const rename = (from: string, to: string) => async () => {
    await page.getByRole('heading', { name: from, exact: true }).getByRole('button').click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(to)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: to, exact: true }).getByRole('button')).toBeFocused()
  }
  await step(rename('Harbour Lights', 'Pier Lights'), ['Plan: Harbour Lights', 'Plan: Pier Lights'])
  await expect(page).toHaveTitle('Pier Lights - Braid')
  await step(rename('Foundations', 'Ground Work'), ['Phase 1: Foundations', 'Phase 1: Ground Work'])
  await step(rename('Protocol Agreed', 'All Agreed'), ['1: Protocol Agreed', '1: All Agreed'])
  await step(
    rename('Lamp Protocol', 'Light Protocol'),
    ['A: Lamp Protocol', 'A: Light Protocol'],
    ['Dependencies:** Lamp Protocol', 'Dependencies:** Light Protocol'],
  )
  const overview = page.getByRole('textbox', { name: 'Overview' })
  await step(async () => {
    await page.getByRole('button', { name: 'Every lamp tells' }).click()
    await overview.fill('Every lamp speaks.')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(page.getByRole('button', { name: 'Every lamp speaks.' })).toBeFocused()
  }, ['Every lamp tells [Control Room Name] how it is.', 'Every lamp speaks.'])
  await idle(async () => {
    await page.getByRole('button', { name: 'Every lamp speaks.' }).click()
    await overview.fill('No lamp speaks.')
    await page.keyboard.press('Escape')
  })
})

test('I add a stream, a phase and an integration point', async ({ page }) => {
  const { step } = await openForEdits(page, harbourPlan)
  await step(async () => {
    await page
      .getByRole('region', { name: /^Phase 2/ })
      .getByRole('button', { name: 'Add stream' })
      .click()
    await page.keyboard.type('Fog Horn')
    await page.keyboard.press('Enter')
    await expect(stream(page, 'E: Fog Horn')).toBeVisible()
  }, ['## Sequential', '### Stream E: Fog Horn\n**Dependencies:** None\n**Tasks:**\n\n## Sequential'])
  await step(async () => {
    await page.getByRole('button', { name: 'Add phase' }).click()
    await page.keyboard.type('Sea Trial')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Phase 3: Sea Trial' })).toBeVisible()
  }, ['## Sequential', '## Phase 3: Sea Trial\n\n## Sequential'])
  await step(async () => {
    await page.getByRole('button', { name: 'Actions of Phase 3: Sea Trial' }).click()
    await choose(page, 'Add integration point')
    await expect(page.getByRole('textbox', { name: 'Name of the integration point' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('region', { name: 'New integration point' })).toContainText('After Phase 3')
  }, ['for a week\n', 'for a week\n\n### Integration 3: New integration point (After Phase 3)\n'])
})

test('I delete a stream that others wait for and say what becomes of their words', async ({ page }) => {
  const { step, idle } = await openForEdits(page, harbourPlan)
  const dialog = page.getByRole('dialog', { name: 'Delete the stream “B: Simulator”?' })
  const from = harbourPlan.indexOf('### Stream B')
  const lines = harbourPlan.slice(from, harbourPlan.indexOf('## Phase 2'))
  const openDialog = async () => {
    await page.getByRole('button', { name: 'Actions of B: Simulator' }).click()
    await choose(page, 'Delete stream')
    await expect(dialog).toContainText('C: Control Roomwaits for “Simulator”')
  }
  await idle(async () => {
    await openDialog()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  })
  await step(async () => {
    await openDialog()
    await dialog.getByRole('button', { name: 'Keep their words' }).click()
  }, [lines, ''])
  await undo(page)
  await expectMarkdown(page, harbourPlan)
  await openDialog()
  await dialog.getByRole('button', { name: 'Remove their references' }).click()
  await expectMarkdown(page, harbourPlan.replace(lines, '').replace('Lamp Protocol, Simulator', 'Lamp Protocol'))
})

test('ten edits of all kinds are in the file I download, also after a reload, and undo goes on from there', async ({
  page,
}) => {
  const { step, text } = await openForEdits(page, harbourPlan)
  await step(() => card(page, 'Zoom to one pier').getByRole('checkbox').click(), ['[ ] Zoom', '[x] Zoom'])
  await step(() => chooseForCard(page, 'Agree on retries', 'Priority', 'Low'), ['retries', 'retries (Priority: Low)'])
  await step(() => chooseForCard(page, 'Raise an alarm', 'State', 'Active'), ['[ ] Raise', '[~] Raise'])
  await step(
    () => chooseForCard(page, 'List the lamp types', 'Delete'),
    ['- [x] List the lamp types (Priority: High)\n', ''],
  )
  await step(
    async () => {
      await card(page, 'Ring the watchman').focus()
      await page.keyboard.press('Alt+ArrowLeft')
    },
    ['- [ ] Ring the watchman at [Phone Number]\n', ''],
    ['- [ ] Draw the map', '- [ ] Ring the watchman at [Phone Number]\n- [ ] Draw the map'],
  )
  await step(async () => {
    await stream(page, 'B: Simulator').getByRole('button', { name: 'Add task' }).click()
    await page.keyboard.type('Simulate fog')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }, ['storm (Priority: Low)\n', 'storm (Priority: Low)\n- [ ] Simulate fog\n'])
  await step(async () => {
    await stream(page, 'D: Night Watch').getByRole('button', { name: 'Estimate: unknown' }).click()
    await page.getByRole('spinbutton', { name: 'From' }).fill('2')
    await page.keyboard.press('Enter')
  }, ['Night Watch\n', 'Night Watch\n**Estimated Time:** 2 hours\n'])
  await step(async () => {
    await stream(page, 'D: Night Watch')
      .getByRole('button', { name: /^Dependencies: / })
      .click()
    await page.getByRole('dialog', { name: 'Dependencies' }).getByRole('option', { name: 'Simulator' }).click()
    await page.keyboard.press('Escape')
  }, ['** Stream A\n', '** Stream A, Simulator\n'])
  await step(async () => {
    await card(page, 'Simulate one lamp').focus()
    await page.keyboard.press('F2')
    await page.keyboard.type(' and its shadow')
    await page.keyboard.press('Enter')
  }, ['Simulate one lamp', 'Simulate one lamp and its shadow'])
  await step(async () => {
    await page.getByRole('button', { name: 'Checklist of Lights On' }).click()
    await page.getByRole('checkbox', { name: 'All lamps answer for a week' }).click()
  }, ['[ ] All lamps', '[x] All lamps'])
  await page.reload()
  await expect(card(page, 'Simulate fog')).toBeVisible()
  await expectMarkdown(page, text())

  await page.getByRole('button', { name: 'Export' }).click()
  const panel = page.getByRole('dialog', { name: 'Export' })
  await expect(panel.getByRole('region', { name: 'Markdown' })).toHaveText(text(), { useInnerText: false })
  const download = await downloadBy(page, () => panel.getByRole('button', { name: 'Download' }).click())
  expect(download.suggestedFilename()).toBe('Harbour Lights.md')
  expect((await bytesOf(download)).toString()).toBe(text())
  await page.keyboard.press('Escape')

  for (let steps = 0; steps < 10; steps++) await undo(page)
  await expectMarkdown(page, harbourPlan)
})
