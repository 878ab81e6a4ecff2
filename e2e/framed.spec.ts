import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { test } from './test.ts'

test.use({ expected: [/asked http:\/\/127\.0\.0\.1/] })

test('in a frame of another site Braid shows no plan, asks for nothing and offers its own tab', async ({
  page,
  baseURL,
}) => {
  const site = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<iframe src="${baseURL}" width="800" height="600">`),
  )
  await new Promise<void>(listening => site.listen(0, '127.0.0.1', listening))
  const { port } = site.address() as AddressInfo
  await page.goto(`http://127.0.0.1:${port}/`)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'Braid does not run inside another site' })).toBeVisible()
  await expect(frame.getByRole('button')).toHaveCount(0)
  // The browser denies a frame of another site its storage, and says so when it is asked all the same.
  await expect(frame.getByText('this frame has not read them')).toBeVisible()
  const own = page.waitForEvent('popup')
  await frame.getByRole('link', { name: 'Open Braid in its own tab' }).click()
  await expect(
    (await own).getByRole('group', { name: 'Check contrast and touch targets on three phones' }),
  ).toBeVisible()
  await new Promise(closed => site.close(closed))
})
