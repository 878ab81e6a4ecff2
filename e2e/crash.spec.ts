import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { card, expectMarkdown, openPlan } from './app.ts'
import { edited, harbourPlan } from './harbourPlan.ts'
import { killBrowser, startBrowser } from './ownBrowser.ts'
import { test } from './test.ts'

const rounds = Number(process.env.ROUNDS ?? 20)
const restarts = Number(process.env.ROUNDS ?? 5)

/** Kills the process behind the page: nothing of it runs any more, not even the events of a page that goes. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const browser = await page.context().newCDPSession(page)
  void browser.send('Page.crash').catch(() => undefined)
  await crashed
}

test('an edit is there when the renderer is killed 50 ms after it, twenty times out of twenty', async ({
  page,
  context,
}) => {
  test.slow()
  await openPlan(page, harbourPlan)
  await expect(card(page, 'Agree on retries')).toBeVisible()
  const address = page.url()
  await page.close()
  for (let round = 0; round < rounds; round++) {
    const tab = await context.newPage()
    await tab.goto(address)
    await card(tab, 'Agree on retries').evaluate(element => {
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }))
    })
    // Not a wait for something: the page dies 50 ms after the edit, whatever it has done by then.
    await tab.waitForTimeout(50)
    await crash(tab)
    await tab.close()
    const again = await context.newPage()
    await again.goto(address)
    await expectMarkdown(again, round % 2 === 0 ? edited(harbourPlan, ['[ ] Agree', '[x] Agree']) : harbourPlan)
    await again.close()
  }
})

test('an edit is there, and nothing is torn, when the whole browser is killed 50 ms after it, time after time', async ({
  baseURL,
}) => {
  test.setTimeout(30_000 + restarts * 20_000)
  const folder = mkdtempSync(join(tmpdir(), 'braid-profile-'))
  let context = await startBrowser(folder, baseURL ?? '', [])
  let page = await context.newPage()
  await openPlan(page, harbourPlan)
  await expect(card(page, 'Agree on retries')).toBeVisible()
  const address = page.url()
  for (let round = 0; round < restarts; round++) {
    await card(page, 'Agree on retries').evaluate(element => {
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }))
    })
    // Not a wait for something: the browser dies 50 ms after the edit, whatever it has done by then.
    await page.waitForTimeout(50)
    await killBrowser(context, folder)
    context = await startBrowser(folder, baseURL ?? '', [])
    page = await context.newPage()
    await page.goto(address)
    await expectMarkdown(page, round % 2 === 0 ? edited(harbourPlan, ['[ ] Agree', '[x] Agree']) : harbourPlan)
    await expect(page.getByText('could not be read')).toHaveCount(0)
  }
  await context.close()
  rmSync(folder, { recursive: true })
})

test('words that I was typing when the page was killed are told when I open the plan again', async ({
  page,
  context,
}) => {
  await openPlan(page, harbourPlan)
  await card(page, 'Agree on retries').focus()
  await page.keyboard.press('F2')
  await page.locator('[data-editing] textarea').fill('Agree on three')
  await page.keyboard.type(' retries', { delay: 5 })
  // Not a wait for something: words younger than 50 ms may go with the page, older ones may not.
  await page.waitForTimeout(60)
  const address = page.url()
  const other = await context.newPage()
  await other.goto(address)
  await expect(card(other, 'Agree on retries')).toBeVisible()
  const messages = other.getByRole('region', { name: 'Messages' })
  await expect(messages).not.toContainText('typing')
  await crash(page)
  await other.reload()
  await expect(messages).toContainText('“Agree on three retries”')
  await other.reload()
  await expect(card(other, 'Agree on retries')).toBeVisible()
  await expect(messages).not.toContainText('typing')
  await expectMarkdown(other, harbourPlan)
})

test('edits of fifty moments and a reload right after the last lose none', async ({ page }) => {
  const tasks = Array.from({ length: 10 }, (_, index) => `- [ ] Task ${index}.\n`).join('')
  const streams = ['A', 'B', 'C', 'D', 'E'].map(key => `\n### Stream ${key}: Column ${key}\n${tasks}`)
  const plan = `# Fifty\n\n## Phase 1: All\n${streams.join('')}`
  await openPlan(page, plan)
  await expect(card(page, 'Task')).toHaveCount(50)
  for (let round = 0; round < 4; round++) {
    const reloaded = page.waitForEvent('load')
    await page.evaluate(() => {
      const cards = [...document.querySelectorAll('[data-task-id]')]
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        const next = cards.shift()
        next?.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }))
        if (next) port2.postMessage(null)
        else location.reload()
      }
      port2.postMessage(null)
    })
    await reloaded
    await expect(card(page, 'Task')).toHaveCount(50)
    await expectMarkdown(page, round % 2 === 0 ? plan.replaceAll('[ ]', '[x]') : plan)
  }
})

test('an edit that waits behind the long write of another tab is not lost by a reload', async ({ page, context }) => {
  await openPlan(page, harbourPlan)
  const other = await context.newPage()
  await other.goto('./')
  for (let round = 0; round < 5; round++) {
    await expect(card(page, 'Agree on retries')).toBeVisible()
    const held = other.evaluate(
      () =>
        new Promise<void>(resolve => {
          const request = indexedDB.open('braid')
          request.onsuccess = () => {
            const transaction = request.result.transaction('records', 'readwrite')
            const store = transaction.objectStore('records')
            for (let index = 0; index < 3000; index++) store.put('x'.repeat(200), ['other', index])
            transaction.oncomplete = () => {
              request.result.close()
              resolve()
            }
          }
        }),
    )
    await other.evaluate(() => 'the write was asked for')
    const reloaded = page.waitForEvent('load')
    await card(page, 'Agree on retries').evaluate(element => {
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }))
      location.reload()
    })
    await reloaded
    await expectMarkdown(page, round % 2 === 0 ? edited(harbourPlan, ['[ ] Agree', '[x] Agree']) : harbourPlan)
    await held
  }
  const left = () => page.evaluate(() => Object.keys(localStorage).filter(key => key.includes('unconfirmed')))
  await expect.poll(left).toEqual([])
})

test('what a page left behind that makes no sense does not stand in the way', async ({ page }) => {
  await openPlan(page, harbourPlan)
  await page.evaluate(() => {
    localStorage.setItem('braid: unconfirmed by a', '{')
    localStorage.setItem('braid: unconfirmed by b', '{"id":"plan","revision":1,"plan":null,"steps":[7]}')
  })
  await page.reload()
  await expectMarkdown(page, harbourPlan)
})
