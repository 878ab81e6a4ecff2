import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { benchBoard } from './board.ts'
import { benchSaving } from './saving.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Bundled first, as the app ships it: a loader that rewrites modules on the fly would slow down our side only. */
async function benchBundledEngine(args: readonly string[]): Promise<void> {
  const outDir = at('../dist-bench')
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: at('./engineMain.ts'), outDir, emptyOutDir: true, target: 'node20' },
  })
  spawnSync(process.execPath, [`${outDir}/engineMain.js`, ...args], { stdio: 'inherit' })
}

// `npm run bench` for all, or `npm run bench engine`, `board`, `saving`, `schedule [folder of task graphs]` for one: never a timed
// test, for a person to read.
const [which, folder] = process.argv.slice(2)
if (which === undefined || which === 'engine') await benchBundledEngine(['engine'])
if (which === undefined || which === 'schedule') await benchBundledEngine(['schedule', ...(folder ? [folder] : [])])
if (which === undefined || which === 'board') await benchBoard(5)
if (which === undefined || which === 'saving') await benchSaving(15)
