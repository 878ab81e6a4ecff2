import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from './browser.ts'

/** Finds a browser for the end-to-end tests, installs one if there is none, and fails in plain words. */
function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  if (process.env.CHROMIUM_PATH) {
    throw new Error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, but there is no such file.`)
  }
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (isDebianRoot) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  }
  const installed = findBrowser()
  if (installed) return installed
  run('npx', ['playwright', 'install', 'chromium'])
  const downloaded = findBrowser()
  if (downloaded) return downloaded
  throw new Error(
    'The end-to-end tests need Chromium and none could be installed. Install chromium or google-chrome, or name one with CHROMIUM_PATH.',
  )
}

function run(command: string, words: readonly string[]): void {
  console.log(`$ ${command} ${words.join(' ')}`)
  spawnSync(command, words, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

try {
  console.log(`Testing in ${ensureBrowser()}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
