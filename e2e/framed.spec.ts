import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { test } from './test.ts'

test.use({ expected: [/asked http:\/\/127\.0\.0\.1/] })

test('in a frame of another site Braid shows no plan, asks for nothing and offers its own tab', async ({
  page,
  baseURL,
}) => {
  await page.addInitScript(() => {
    const touched: string[] = []
    window.touched = touched
    for (const [of, name] of [
      [IDBFactory.prototype, 'open'],
      [Storage.prototype, 'getItem'],
      [Storage.prototype, 'setItem'],
      [ServiceWorkerContainer.prototype, 'register'],
    ] as const)
      Object.defineProperty(of, name, { value: () => touched.push(name) })
  })
  const site = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<iframe src="${baseURL}" width="800" height="600">`),
  )
  await new Promise<void>(listening => site.listen(0, '127.0.0.1', listening))
  const { port } = site.address() as AddressInfo
  await page.goto(`http://127.0.0.1:${port}/`)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'Braid does not run inside another site' })).toBeVisible()
  await expect(frame.getByRole('button')).toHaveCount(0)
  await expect(frame.getByText('this frame has not read them')).toBeVisible()
  expect(await page.frames()[1]?.evaluate(() => window.touched)).toEqual([])
  const own = page.waitForEvent('popup')
  await frame.getByRole('link', { name: 'Open Braid in its own tab' }).click()
  await expect(
    (await own).getByRole('group', { name: 'Check contrast and touch targets on three phones' }),
  ).toBeVisible()
  await new Promise(closed => site.close(closed))
})

declare global {
  interface Window {
    touched?: string[]
  }
}
