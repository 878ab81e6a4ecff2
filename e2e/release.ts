import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveFolder } from './staticServer.ts'
import { test as guarded } from './test.ts'

/** A host of our own, on which a newer release can be put. */
export interface Site {
  readonly address: string
  /** Puts another release there, at one stroke: every part has a new name, and the old parts are gone. */
  deploy(release: string, replaced?: Readonly<Record<string, string>>): void
  /** The next request for this file is answered with 503. */
  refuse(name: string): void
  /** A request for this file, be it there or not, is never answered. */
  hold(name: string): void
  /** The network is gone. */
  close(): Promise<void>
}

export const test = guarded.extend<{ readonly site: Site }, { readonly builtApp: string }>({
  builtApp: ['dist', { option: true, scope: 'worker' }],
  site: async ({ builtApp }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'braid-site-'))
    const current = join(folder, 'current')
    const first = join(folder, 'first')
    cpSync(builtApp, first, { recursive: true })
    symlinkSync(first, current)
    const refused = new Set<string>()
    const held = new Set<string>()
    const server = await serveFolder(current, '/team/braid/', name => {
      if (held.has(name)) return 'held'
      return refused.delete(name) ? 'refused' : undefined
    })
    await use({
      address: server.url,
      deploy: (release, replaced = {}) => {
        const built = join(folder, release)
        cpSync(realpathSync(current), built, { recursive: true })
        rename(built, release)
        for (const [name, content] of Object.entries(replaced)) writeFileSync(join(built, name), content)
        const next = join(folder, 'next')
        symlinkSync(built, next)
        renameSync(next, current)
      },
      refuse: name => void refused.add(name),
      hold: name => void held.add(name),
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
