import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { card, expectMarkdown, expectSaved, openPlan } from './app.ts'
import { edited, harbourPlan } from './harbourPlan.ts'
import { startBrowser } from './ownBrowser.ts'
import { test } from './test.ts'

// The file is read more often than its test runs.
const mayMount = probeMount()
let disk: string | null = null
const ticked = edited(harbourPlan, ['[ ] Agree', '[x] Agree'])

test.afterAll(() => {
  if (disk) unmount(disk)
})

test(`when ${mayMount ? 'a disk of 60 MB' : 'the quota of the site'} is full I am told within a second, can take my plan along, and saving resumes by itself`, {
  tag: '@measured',
}, async ({ page, baseURL }) => {
  test.slow()
  const mounted = mayMount ? mountSmallDisk() : null
  disk = mounted
  if (!mounted) return fillAndMakeRoom(page, () => limitQuota(page))
  const context = await startBrowser(join(mounted, 'profile'), baseURL ?? '', [
    `--disk-cache-dir=${tmpdir()}/braid-cache`,
  ])
  await fillAndMakeRoom(context.pages()[0] ?? (await context.newPage()), () => fillDisk(mounted))
  await context.close()
})

async function fillAndMakeRoom(page: Page, fill: () => Promise<() => Promise<void>>): Promise<void> {
  await openPlan(page, harbourPlan)
  await expectSaved(page)
  await page.evaluate(noteWhenTold)
  const makeRoom = await fill()
  const warning = page.getByRole('alert').filter({ hasText: 'Not saved' })
  const saved = page.getByRole('banner').getByText('Saved in this browser')
  // The first edits may still fit into the last block that a file has already.
  let clicks = 0
  while (clicks < 500 && !(await warning.isVisible())) {
    await card(page, 'Agree on retries').getByRole('checkbox').click()
    clicks++
    await expect(warning.or(saved)).toBeVisible({ timeout: 3_000 })
  }
  await expect(warning).toBeVisible()
  expect(await page.evaluate(() => Number(document.body.dataset.toldAfter))).toBeLessThan(1_000)
  const now = clicks % 2 === 0 ? harbourPlan : ticked
  await expectMarkdown(page, now)
  await makeRoom()
  await expect(saved).toBeVisible({ timeout: 45_000 })
  await page.reload()
  await expectMarkdown(page, now)
}

/** In the page: how long after the last click the first warning stands there, in ms. */
function noteWhenTold(): void {
  let clicked = 0
  document.addEventListener('click', () => (clicked = performance.now()), { capture: true })
  const watching = new MutationObserver(() => {
    if (!document.querySelector('[role=alert]')?.textContent?.includes('Not saved')) return
    document.body.dataset.toldAfter = String(performance.now() - clicked)
    watching.disconnect()
  })
  watching.observe(document.body, { subtree: true, childList: true, characterData: true })
}

/** A file system in memory; `null` where we may not mount one. */
function mountSmallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'braid-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}

function unmount(folder: string): void {
  execFileSync('umount', ['--lazy', folder])
  rmSync(folder, { recursive: true })
}

function probeMount(): boolean {
  const folder = mountSmallDisk()
  if (folder) unmount(folder)
  return folder !== null
}

/** Not one byte is left. */
async function fillDisk(folder: string): Promise<() => Promise<void>> {
  const filler = join(folder, 'filler')
  for (const size of [1_000_000, 4_096, 1]) {
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  }
  return async () => rmSync(filler)
}

async function limitQuota(page: Page): Promise<() => Promise<void>> {
  const browser = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  return async () => {
    await browser.send('Storage.overrideQuotaForOrigin', { origin })
  }
}
