import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './e2e/browser.ts'

const executablePath = findBrowser()

/** Nothing was chosen on the command line: every test runs. */
const isWhole = process.argv.slice(2).join(' ') === 'test'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // Two slow cores with other work on them must not fail a journey.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? [['list'], ['json', { outputFile: 'reports/playwright.json' }]] : [['list']],
  projects: [
    { name: 'journeys', grepInvert: /@measured/ },
    {
      name: 'measured',
      grep: /@measured/,
      // Bounds in ms: one at a time, when nothing else of ours runs. Other work on the machine can only add to them.
      workers: 1,
      retries: 2,
      dependencies: isWhole ? ['journeys'] : [],
    },
  ],
  use: {
    baseURL: 'http://localhost:4173',
    viewport: { width: 1440, height: 900 },
    // Journeys are about the build at hand; offline.spec.ts lets the worker in.
    serviceWorkers: 'block',
    // A trace copies the page after each step, on the page's own thread: a third more time. `--trace on` where one is needed.
    trace: 'off',
    launchOptions: { args: [...browserArguments], ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: 'npx vite preview --port 4173 --strictPort',
    url: 'http://localhost:4173',
    reuseExistingServer: !process.env.CI,
  },
})
