import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { benchBoard } from './board.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Bundled first, as the app ships it: a loader that rewrites modules on the fly would slow down our side only. */
async function benchBundledEngine(): Promise<void> {
  const outDir = at('../dist-bench')
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: at('./engineMain.ts'), outDir, emptyOutDir: true, target: 'node20' },
  })
  spawnSync(process.execPath, [`${outDir}/engineMain.js`], { stdio: 'inherit' })
}

// `npm run bench`, `npm run bench engine`, `npm run bench board`: never a timed test, for a person to read.
const which = process.argv[2]
if (which !== 'board') await benchBundledEngine()
if (which !== 'engine') await benchBoard(5)
