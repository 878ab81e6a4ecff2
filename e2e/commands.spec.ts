import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { bytesOf, card, choose, downloadBy, expectMarkdown, fileBytes, openPlan, stream, undo } from './app.ts'
import { expectNoBarriers } from './axe.ts'
import { dragByMouse, keyboardOf } from './hands.ts'
import { edited } from './harbourPlan.ts'
import { test } from './test.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** Two phases in step with their commands. */
const pierPlan = `# Pier

## Phase 1: Ground (Parallel - Day 1-2)

### Stream A: Map
**Dependencies:** None
- [ ] Draw the map of the pier

### Stream B: Piles
**Dependencies:** None
- [ ] Drive the piles

## Phase 2: Deck (Parallel - Day 3)

### Stream C: Planks
**Dependencies:** Stream B
- [ ] Lay the planks

### Stream D: Lamps
**Dependencies:** Stream A
- [ ] Hang the lamps

## Execution Commands
\`\`\`bash
# Phase 1: On the ground
claude --parallel \\
  "draw the map" \\
  "drive the piles"

# Phase 2: On the deck
claude --parallel \\
  "lay the planks" \\
  "Stream D: Lamps"
\`\`\`

## Success Criteria
- [ ] Somebody walks on it
`

const inStep = 'The commands in the plan are in step with its streams.'
const notInStep = 'The commands in the plan are not in step with its streams.'

function verdict(page: Page) {
  return page.getByRole('region', { name: 'Commands in the plan' })
}

async function openCommands(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await choose(page, 'Execution commands')
  await expect(page.getByRole('dialog', { name: 'Execution commands' })).toBeVisible()
}

async function updateCommands(page: Page): Promise<void> {
  await openCommands(page)
  await expect(verdict(page)).toContainText(notInStep)
  await page.getByRole('button', { name: 'Update commands in the plan' }).click()
  await expect(verdict(page)).toContainText(inStep)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('a stream that I add, rename or move is in the commands after an update, and undo gives the same bytes', async ({
  page,
}) => {
  await openPlan(page, pierPlan)
  await openCommands(page)
  await expect(verdict(page)).toContainText(inStep)
  await expectNoBarriers(page, 'dialog')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Add stream' }).first().click()
  await page.getByRole('textbox', { name: 'Name of the stream' }).fill('Railing')
  await page.keyboard.press('Enter')
  await expect(stream(page, 'E: Railing')).toBeVisible()
  await page.keyboard.press('Escape')
  const withStream = (await fileBytes(page)).toString()
  await openCommands(page)
  await expect(verdict(page).getByRole('listitem')).toHaveText(['Phase 1 has no prompt for Stream E.'])
  await expectNoBarriers(page, 'dialog')
  await page.keyboard.press('Escape')
  await updateCommands(page)
  const updated = edited(withStream, ['"drive the piles"', '"drive the piles" \\\n  "Stream E: Railing"'])
  await expectMarkdown(page, updated)
  await undo(page)
  await expectMarkdown(page, withStream)
  await page.keyboard.press('Control+Shift+Z')

  await dragByMouse(page, stream(page, 'A: Map').getByRole('heading'), stream(page, 'D: Lamps'), 'right')
  await updateCommands(page)
  const after = (await fileBytes(page)).toString()
  expect(commandsOf(after)).toBe(`# Phase 1: On the ground
claude --parallel \\
  "drive the piles" \\
  "Stream E: Railing"

# Phase 2: On the deck
claude --parallel \\
  "lay the planks" \\
  "draw the map"
claude "Stream D: Lamps"
`)

  await page.getByRole('heading', { name: 'Lamps', exact: true }).getByRole('button').click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Lanterns')
  await page.keyboard.press('Enter')
  await updateCommands(page)
  await expectMarkdown(
    page,
    after.replace('### Stream D: Lamps', '### Stream D: Lanterns').replace('"Stream D: Lamps"', '"Stream D: Lanterns"'),
  )
})

test('with the keyboard alone I rename a stream, update the commands and copy them', async ({ page }) => {
  const { press, type, tabTo } = keyboardOf(page)
  await openPlan(page, pierPlan)
  await tabTo(stream(page, 'D: Lamps').getByRole('button', { name: 'Lamps', exact: true }))
  await press('Enter', 'Control+a')
  await type('Lanterns')
  await press('Enter')
  await expect(stream(page, 'D: Lanterns')).toBeVisible()

  await tabTo(page.getByRole('button', { name: 'More', exact: true }))
  await press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Execution commands' })).toBeFocused()
  await press('Enter')
  const update = page.getByRole('button', { name: 'Update commands in the plan' })
  await expect(update).toBeFocused()
  await expect(verdict(page).getByRole('listitem')).toHaveText(['“Stream D: Lamps” is now “Stream D: Lanterns”.'])
  await press('Enter')
  await expect(verdict(page).getByRole('status')).toBeFocused()
  await expect(verdict(page)).toContainText(inStep)

  await tabTo(page.getByRole('tab', { name: 'Template' }))
  await press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Git worktrees' })).toBeFocused()
  await tabTo(page.getByRole('combobox', { name: 'Wave' }))
  await press('ArrowDown', 'ArrowDown')
  const shown = page.getByRole('region', { name: 'Git worktrees' })
  await expect(shown).toContainText("claude -p 'Stream D: Lanterns. Tasks: Hang the lamps'")
  await expect(shown).not.toContainText('Stream A')
  await tabTo(page.getByRole('button', { name: 'Copy commands' }))
  await press('Enter')
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await shown.textContent())

  await press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectMarkdown(
    page,
    edited(pierPlan, ['### Stream D: Lamps', '### Stream D: Lanterns'], ['"Stream D: Lamps"', '"Stream D: Lanterns"']),
  )
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expectMarkdown(page, pierPlan)
})

test('with the keyboard alone I add a stream and move another, and the commands follow', async ({ page }) => {
  const { press, type, tabTo } = keyboardOf(page)
  await openPlan(page, pierPlan)
  await tabTo(page.getByRole('button', { name: 'Actions of B: Piles' }))
  await press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await press('End', 'ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'Move to phase' })).toBeFocused()
  await press('ArrowRight')
  await expect(page.getByRole('menuitem', { name: 'Phase 2' })).toBeFocused()
  await press('Enter')
  await expect(
    page.getByRole('region', { name: /^Phase 2/ }).getByRole('region', { name: 'Stream B: Piles' }),
  ).toBeVisible()
  await tabTo(page.getByRole('region', { name: /^Phase 2/ }).getByRole('button', { name: 'Add stream' }))
  await press('Enter')
  await type('Railing')
  await press('Enter')
  await expect(stream(page, 'E: Railing')).toBeVisible()
  await press('Escape')
  await tabTo(page.getByRole('button', { name: 'More', exact: true }))
  await press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
  await expect(page.getByRole('button', { name: 'Update commands in the plan' })).toBeFocused()
  await press('Enter')
  await expect(verdict(page)).toContainText(inStep)
  await press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(commandsOf((await fileBytes(page)).toString())).toBe(`# Phase 1: On the ground
claude "draw the map"

# Phase 2: On the deck
claude --parallel \\
  "Stream D: Lamps" \\
  "drive the piles" \\
  "Stream E: Railing"
claude "lay the planks"
`)
})

test('every form can be read, copied and downloaded, and says when it was checked', async ({ page }) => {
  await openPlan(page, pierPlan)
  await openCommands(page)
  await expect(page.getByText('The option --parallel is not in the public documentation of the tool.')).toBeVisible()
  for (const [name, words, file] of [
    ['Template', '  "drive the piles"', 'Pier commands.sh'],
    ['Git worktrees', 'git worktree add ../stream-b-piles -b stream-b-piles', 'Pier commands.sh'],
    ['Plain shell', '> stream-b-piles.log 2>&1 &', 'Pier commands.sh'],
    ['Briefs', '- [ ] Drive the piles', 'Pier briefs.md'],
  ] as const) {
    await page.getByRole('tab', { name }).click()
    const shown = page.getByRole('region', { name, exact: true })
    await expect(shown).toContainText(words)
    await expect(page.getByText(/Checked against the tool’s public documentation on \d+\s\w+\s\d{4}\./)).toHaveCount(
      name === 'Briefs' ? 0 : 1,
    )
    await page.getByRole('button', { name: /^Copy/ }).click()
    const copied = (await shown.textContent()) ?? ''
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(copied)
    const download = await downloadBy(page, () => page.getByRole('button', { name: 'Download' }).click())
    expect(download.suggestedFilename()).toBe(file)
    expect((await bytesOf(download)).toString()).toBe(
      name === 'Briefs' ? `${copied}\n` : `#!/usr/bin/env bash\n${copied}\n`,
    )
    await expectNoBarriers(page, 'dialog')
  }
})

test('the commands of a phase that the plan does not have go only when I ask', async ({ page }) => {
  const text = await readFile('src/plan/templates/golden/ml-application.golden.md', 'utf8')
  await openPlan(page, text)
  await openCommands(page)
  await expect(verdict(page).getByRole('listitem')).toHaveText([
    'Phase 2 starts Stream E too early: Stream D has to be done before.',
    'Phase 2 starts Stream F too early: Stream E has to be done before.',
  ])
  await page.getByRole('button', { name: 'Update commands in the plan' }).click()
  await expect(verdict(page)).toContainText(inStep)
  await expect(verdict(page)).toContainText('The commands also run Phase 3, which the plan does not have.')
  await expectNoBarriers(page, 'dialog')
  await page.getByRole('button', { name: 'Remove commands of Phase 3' }).click()
  await expect(verdict(page)).not.toContainText('Phase 3')
  await page.keyboard.press('Escape')
  expect(commandsOf((await fileBytes(page)).toString())).toBe(`# Phase 1: Parallel foundation
claude --parallel \\
  "create ML API contracts and mocking service" \\
  "setup ML infrastructure (serving, tracking, monitoring)" \\
  "initialize application foundation with ML UI"

# Phase 2: Parallel implementation
claude --parallel \\
  "implement data pipeline with contract enforcement" \\
  "integrate application with real ML models" \\
  "create comprehensive ML testing and validation"
claude "build ML model training and validation pipelines"
claude "implement model serving APIs matching contracts"
`)
  await undo(page)
  await undo(page)
  await expectMarkdown(page, text)
})

test('a plan without commands gets them, one without streams says why it has none', async ({ page }) => {
  await openPlan(page, '# Small\n\n## Phase 1: Only\n\n### Stream A: Alone\n- [ ] do it\n')
  await openCommands(page)
  await page.getByRole('button', { name: 'Write commands into the plan' }).click()
  await expect(verdict(page)).toContainText(inStep)
  await page.keyboard.press('Escape')
  await expect(card(page, 'do it')).toBeVisible()
  await expectMarkdown(
    page,
    '# Small\n\n## Phase 1: Only\n\n### Stream A: Alone\n- [ ] do it\n\n## Execution Commands\n```bash\n# Phase 1: Only\nclaude "Stream A: Alone"\n```\n',
  )
  await openPlan(page, '# Empty\n')
  await openCommands(page)
  await expect(page.getByText('Commands are written for streams, and this plan has none yet.')).toBeVisible()
  await expectNoBarriers(page, 'dialog')
  await page.getByRole('button', { name: 'Back to the plan' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

/** What stands in the fence. */
function commandsOf(text: string): string {
  return /```bash\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
}
