import { expect, type Page } from '@playwright/test'
import { zipSync } from 'fflate'
import { encodeLink } from '../src/plan/share/link.ts'
import { backHome, choose, downloadBy, openHome, pickFile } from './app.ts'
import { test } from './test.ts'
import { xssVectors } from './xssVectors.ts'

// Besides what is expected here, every test fails when something calls another host or breaks the policy (test.ts).

const groupSize = 14
const groups = Array.from({ length: Math.ceil(xssVectors.length / groupSize) }, (_, index) =>
  xssVectors.slice(index * groupSize, (index + 1) * groupSize),
)

/** A plan with each vector in every field that a plan has. */
function planOf(vectors: readonly string[]): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const phases = vectors.map(
    (vector, index) => `## Phase ${index + 1}: ${vector} (Parallel - Day ${index + 1})

### Stream ${letters[index]}: ${vector}
**Estimated Time:** ${vector}
**Dependencies:** ${index === 0 ? 'None' : vector}, ${vectors[0]} (${vector})
**Tasks:**
- [ ] ${vector} (Priority: High)
  - [ ] T${index} ${vector} (depends on ${vector})
- ${vector}

  ${vector}
- [ ] Type here

`,
  )
  const gates = vectors.map((vector, index) => `### Integration ${index + 1}: ${vector} (Final)\n- [ ] ${vector}\n\n`)
  const commands = vectors.map(vector => `# Phase 1: ${vector}\n/run ${vector} --parallel "${vector}"\n`)
  return `---
title: ${vectors[0]}
${vectors.map((vector, index) => `key${index}: ${vector}\n`).join('')}---
# Plan ${vectors.join(' ')}

## Overview
Words ${vectors.join('\nwords [Fill This In] ')}

${phases.join('')}## Sequential Integration Points

${gates.join('')}## Success Criteria
${vectors.map(vector => `- [ ] ${vector}\n`).join('')}
## Execution Commands
\`\`\`bash
${commands.join('')}\`\`\`

## Notes

${vectors.map(vector => `${vector}\n\n> ${vector}\n\n| ${vector} |\n| - |\n| ${vector} |\n\n`).join('')}`
}

/** Scripts that run say so, wherever they run. */
async function listen(page: Page): Promise<string[]> {
  const heard: string[] = []
  page.on('dialog', dialog => {
    heard.push(dialog.message())
    void dialog.dismiss()
  })
  await page.exposeFunction('hearCanary', (where: string) => void heard.push(where))
  await page.addInitScript(() => {
    const call = () => window.top?.hearCanary?.(location.href)
    for (const name of ['alert', 'confirm', 'prompt', 'msgbox']) Object.assign(window, { [name]: call })
  })
  return heard
}

declare global {
  interface Window {
    hearCanary?: (where: string) => void
  }
}

/** What of the page is not made by us, or leads elsewhere in a way it must not. */
async function expectInert(page: Page): Promise<void> {
  const odd = await page.evaluate(() => {
    const foreign =
      'iframe, object, embed, form[action], [formaction], base, img, video, audio, style, template, math, marquee, #root script'
    const elements = [...document.querySelectorAll('*')]
    const handlers = elements.filter(element => element.getAttributeNames().some(name => name.startsWith('on')))
    const links = [...document.querySelectorAll('a')].filter(link => {
      const address = link.getAttribute('href') ?? ''
      if (/^#|^blob:/.test(address)) return false
      const isSafe = /^(https?:\/\/|mailto:)/.test(address)
      return !isSafe || link.rel !== 'noopener noreferrer' || link.target !== '_blank'
    })
    return [...document.body.querySelectorAll(foreign), ...handlers, ...links].map(element => element.outerHTML)
  })
  expect(odd).toEqual([])
}

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([name = '', text = '']) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], name))
      return transfer
    },
    [name, text],
  )
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('main', type, { dataTransfer })
}

const wait = { timeout: 30_000 }

groups.forEach((vectors, index) => {
  test(`no script runs on the board, its menus and dialogs, in exports or lists (${index + 1})`, async ({ page }) => {
    const heard = await listen(page)
    await openHome(page)
    await pickFile(page, 'plan.md', planOf(vectors))
    const phases = page.getByRole('region', { name: /^Phase 1/ })
    await expect(phases.first()).toBeVisible(wait)
    await expect.poll(() => page.title()).toContain(vectors[0])
    await expectInert(page)

    await page.getByRole('button', { name: /^Actions of A/ }).click()
    await expectInert(page)
    await choose(page, 'Delete stream')
    await lookIntoDialog(page)
    await page
      .getByRole('button', { name: /^Dependencies: / })
      .first()
      .click()
    await lookIntoDialog(page)
    await page.getByRole('button', { name: 'Fill in...' }).click()
    await lookIntoDialog(page)

    const typed = page.getByRole('group', { name: 'Type here' }).first()
    await typed.hover()
    await typed.getByRole('button', { name: 'Task actions' }).click()
    await choose(page, 'Move to...')
    await lookIntoDialog(page)
    for (const vector of vectors.slice(0, 4)) {
      await typed.focus()
      await page.keyboard.press('Enter')
      await page.keyboard.insertText(` ${vector}`)
      await page.keyboard.press('Enter')
    }
    await expectInert(page)

    await page.getByRole('button', { name: 'Export' }).click()
    for (const tab of ['Markdown', 'Preview', 'Checklist']) {
      await page.getByRole('tab', { name: tab }).click()
      const panel = page.getByRole('tabpanel', { name: tab })
      await expect(panel).toBeVisible(wait)
      if (tab === 'Preview') await readThrough(page)
      await expectInert(page)
    }
    const download = await downloadBy(page, () => page.getByRole('button', { name: 'Download' }).click())
    expect(download.suggestedFilename()).not.toMatch(/[<>:"/\\|?*]/)
    await page.keyboard.press('Escape')

    await backHome(page)
    await expectInert(page)
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click()
    await expectInert(page)
    await choose(page, 'Delete')
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Deleted')
    await expectInert(page)
    expect(heard).toEqual([])
  })
})

async function lookIntoDialog(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await expect(dialog).toBeVisible()
  await expectInert(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

/** Scrolls to the end of the preview, so that all of it is drawn. */
async function readThrough(page: Page): Promise<void> {
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('heading').first()).toBeVisible(wait)
  await preview.evaluate(async page => {
    for (let top = 0; top < page.scrollHeight; top += 400) {
      page.scrollTo(0, top)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  })
}

test('no script runs from the name of a file, a backup or what is pasted', async ({ page }) => {
  const heard = await listen(page)
  await openHome(page)
  await page.getByRole('button', { name: 'Paste Markdown' }).click()
  await page.getByRole('textbox', { name: 'Markdown' }).fill(planOf(xssVectors.slice(0, 20)))
  await expectInert(page)
  await page.keyboard.press('Escape')
  for (const vector of xssVectors.slice(0, 80).filter((_, index) => index % 6 === 0)) {
    await dropFile(page, `${vector}.md`, 'Words.\n')
    await expect(page).toHaveTitle(/./)
    await expect(page.getByRole('link', { name: 'All plans' })).toBeVisible()
    await expectInert(page)
    await backHome(page)
  }
  await dropFile(page, '<img src=x onerror=alert(1)>.md', '\uFFFF')
  await expectInert(page)

  await openHome(page)
  const zip = zipSync(Object.fromEntries(xssVectors.map(vector => [`${vector}.exe`, new Uint8Array(1)])))
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Restore a backup...' }).click()
  const all = Buffer.from(zip)
  await (await chooser).setFiles({ name: 'a<svg onload=alert(1)>.zip', mimeType: 'application/zip', buffer: all })
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('no Markdown files')
  await expectInert(page)
  expect(heard).toEqual([])
})

test('no script runs from a link, what it is compared with, or the history', async ({ page, baseURL }) => {
  const heard = await listen(page)
  const vectors = xssVectors.filter((_, index) => index % 5 === 0)
  await openHome(page)
  const text = planOf(vectors)
  const show = async (shown: string) => {
    await page.goto(`${baseURL}/#/l/${await encodeLink(shown)}`)
    await expect(page.getByRole('region', { name: 'About this plan' })).toBeVisible(wait)
    await expectInert(page)
  }
  await show(text)
  await page.getByRole('button', { name: 'Keep a copy' }).click()
  await expect(page).toHaveURL(/#\/plan\//)
  await show(text.replace('Type here', `Type ${vectors[0]} here`))
  await page.getByRole('button', { name: 'Compare' }).click()
  await lookIntoDialog(page)
  await page.getByRole('link', { name: 'Open mine' }).click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await choose(page, 'History')
  await lookIntoDialog(page)
  for (const vector of vectors) {
    await page.goto(`${baseURL}/#/l/${vector}`)
    await expect(page.getByText(/your own plans are untouched|Your plans are safe/i)).toBeVisible()
    await expectInert(page)
  }
  expect(heard).toEqual([])
})
