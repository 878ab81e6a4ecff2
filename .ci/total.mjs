// Adds up what Vitest and Playwright report, and prints one line: 'N passed, N failed'.
import { readFileSync } from 'node:fs'

const read = path => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
const vitest = read('reports/vitest.json')
const playwright = read('reports/playwright.json')

// A report that is missing is a suite that did not finish.
const passed = (vitest?.numPassedTests ?? 0) + (playwright?.stats.expected ?? 0) + (playwright?.stats.flaky ?? 0)
const failed =
  (vitest ? vitest.numFailedTests + vitest.numFailedTestSuites * (vitest.numFailedTests === 0 ? 1 : 0) : 1) +
  (playwright ? playwright.stats.unexpected : 1)

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
