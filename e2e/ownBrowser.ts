import { execFileSync } from 'node:child_process'
import { type BrowserContext, chromium } from '@playwright/test'
import { browserArguments, findBrowser } from './browser.ts'

/** A browser of our own that keeps what it stores in a folder, so that it can be killed and started again. */
export async function startBrowser(folder: string, baseURL: string, more: readonly string[]): Promise<BrowserContext> {
  const executablePath = findBrowser()
  return chromium.launchPersistentContext(folder, {
    args: [...browserArguments, ...more],
    ...(executablePath ? { executablePath } : {}),
    baseURL,
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  })
}

/** SIGKILL to the browser and all its processes at once: nothing of them runs any more. */
export async function killBrowser(context: BrowserContext, folder: string): Promise<void> {
  const closed = context.waitForEvent('close')
  for (const group of groupsOf(folder)) process.kill(-group, 'SIGKILL')
  await closed
}

/** The process groups of whatever was started with this folder. */
function groupsOf(folder: string): ReadonlySet<number> {
  const processes = execFileSync('ps', ['-A', '-ww', '-o', 'pgid=,args='], { encoding: 'utf8' }).split('\n')
  const ours = processes.filter(line => line.includes(`--user-data-dir=${folder}`))
  if (ours.length === 0) throw new Error('The browser does not run')
  return new Set(ours.map(line => Number.parseInt(line, 10)))
}
