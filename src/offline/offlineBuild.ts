import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

/** Files for the host, not for the page. */
const unkept = new Set(['_headers', 'sw.js'])

/** Writes `sw.js` beside the built page, with the list of all that was built. */
export function offlineBuild(): Plugin {
  let outDir = ''
  return {
    name: 'offline-build',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    async closeBundle(error) {
      if (error) return
      await build({
        configFile: false,
        logLevel: 'error',
        define: { braidRelease: JSON.stringify(releaseOf(outDir)) },
        build: {
          outDir,
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'es2023',
          rolldownOptions: {
            input: fileURLToPath(new URL('./worker.ts', import.meta.url)),
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      })
    },
  }
}

/** The version is named by the contents: the same build is the same version wherever it is made. */
function releaseOf(folder: string) {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(path => !unkept.has(path))
    .sort()
  for (const path of files) hash.update(path).update(readFileSync(join(folder, path)))
  return {
    version: hash.digest('hex').slice(0, 16),
    files: files.map(path => (path === 'index.html' ? '' : path)),
  }
}
