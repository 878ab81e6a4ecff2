import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveFolder } from './staticServer.ts'
import { test as guarded } from './test.ts'

/** A host of our own, on which a newer release can be put. */
export interface Site {
  readonly address: string
  /** Puts another release there: every part has a new name, and the old parts are gone. */
  deploy(release: string): void
  /** Puts one file in the place of another. */
  replace(name: string, content: string): void
  /** The network is gone. */
  close(): Promise<void>
}

export const test = guarded.extend<{ readonly site: Site }, { readonly builtApp: string }>({
  builtApp: ['dist', { option: true, scope: 'worker' }],
  site: async ({ builtApp }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'braid-site-'))
    cpSync(builtApp, folder, { recursive: true })
    const server = await serveFolder(folder, '/team/braid/')
    await use({
      address: server.url,
      deploy: release => rename(folder, release),
      replace: (name, content) => writeFileSync(join(folder, name), content),
      close: server.close,
    })
    await server.close()
    rmSync(folder, { recursive: true })
  },
  baseURL: ({ site }, use) => use(site.address),
})

/** What a build of changed sources comes to, without the build: other names, another version, another page. */
function rename(folder: string, release: string): void {
  const assets = join(folder, 'assets')
  const names = readdirSync(assets).map(name => [name, `${release}-${name}`] as const)
  const pages = ['index.html', 'sw.js']
  for (const file of [...pages.map(page => join(folder, page)), ...names.map(([name]) => join(assets, name))]) {
    if (!/\.(?:js|css|html)$/.test(file)) continue
    let text = readFileSync(file, 'utf8')
    for (const [name, renamed] of names) text = text.replaceAll(name, renamed)
    text = text.replace('<title>', `<meta name="release" content="${release}"><title>`)
    text = text.replace(/version:(["'`])/, `version:$1${release}`)
    writeFileSync(file, text)
  }
  for (const [name, renamed] of names) renameSync(join(assets, name), join(assets, renamed))
}
