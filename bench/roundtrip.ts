import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeFile, encodeFile } from '../src/plan/file.ts'
import { parsePlan } from '../src/plan/parse/parsePlan.ts'
import { countTasks } from '../src/session/summarisePlan.ts'

/** Opens every file of a folder as a plan, writes it again and compares the bytes. Prints a table, one line a file. */
function roundTrip(folder: string): boolean {
  let isGood = true
  console.log('file\tbytes\tdialect\tphases\tstreams\ttasks\tms\tresult')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(?:md|markdown|txt)$/i.test(name)) continue
    const bytes = readFileSync(join(folder, name))
    const decoded = decodeFile(bytes)
    if (!decoded.ok) {
      console.log(`${name}\t${bytes.length}\t\t\t\t\t\trefused: ${decoded.problem.code}`)
      continue
    }
    const start = performance.now()
    const plan = parsePlan(decoded.text)
    const time = performance.now() - start
    const isSame = Buffer.compare(encodeFile(plan.text, decoded.envelope), bytes) === 0
    isGood &&= isSame
    const streams = plan.phases.flatMap(phase => phase.streams)
    const count = { done: 0, total: 0 }
    for (const stream of streams) countTasks(stream.tasks, count)
    const cells = [name, bytes.length, plan.dialect, plan.phases.length, streams.length, count.total, time.toFixed(1)]
    console.log(`${cells.join('\t')}\t${isSame ? 'same bytes' : 'DIFFERENT BYTES'}`)
  }
  return isGood
}

const folder = process.argv[2]
if (!folder) {
  console.error('Usage: npm run roundtrip -- <folder of Markdown files>')
  process.exitCode = 2
} else if (!roundTrip(folder)) process.exitCode = 1
