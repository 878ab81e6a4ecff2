import type { Page } from '@playwright/test'

/** Ms that the page's main thread works for it. Other work on the machine does not count, unlike in the time it takes. */
export async function mainThreadOf(page: Page, work: () => Promise<unknown>): Promise<number> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' })
  const taken = async () => {
    const { metrics } = await browser.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  const before = await taken()
  await work()
  // What a key sets off is done by the second frame after it.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const after = await taken()
  await browser.detach()
  return after - before
}
