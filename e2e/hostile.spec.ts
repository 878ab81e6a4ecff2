import { openHome } from './app.ts'
import { test } from './test.ts'

test.describe('a test fails, whatever it looks at,', () => {
  test.fail('when the page calls another host', async ({ page }) => {
    await openHome(page)
    await page.evaluate(() => window.open('http://127.0.0.1:9/'))
  })

  test.fail('when something breaks the policy', async ({ page }) => {
    await openHome(page)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "ran"'
      document.body.append(script)
    })
  })

  test.fail('when the page throws', async ({ page }) => {
    await openHome(page)
    const thrown = page.waitForEvent('pageerror')
    await page.evaluate(() => void setTimeout(() => JSON.parse('')))
    await thrown
  })
})
