import { Parser } from 'commonmark'
import { applyChange } from '../src/plan/change.ts'
import { setTaskState } from '../src/plan/edit/setTaskState.ts'
import { parsePlan } from '../src/plan/parse/parsePlan.ts'
import type { Plan, Task } from '../src/plan/plan.ts'
import { scanLines } from './lineScanner.ts'
import { makePlan } from './makePlan.ts'
import { compare } from './measure.ts'

/** Parsing and editing at three sizes, beside a plain line scanner and commonmark.js. */
export function benchEngine(): void {
  console.log('Engine: medians in ms, taken in turns')
  console.log('tasks    scanner  parsePlan  commonmark.js  one edit   parse/scanner  parse/commonmark')
  const perTask: number[] = []
  for (const tasks of [1_000, 10_000, 100_000]) {
    const text = makePlan(tasks)
    const plan = parsePlan(text)
    const task = middleTask(plan)
    const runs = tasks > 50_000 ? 5 : 31
    const parser = new Parser()
    const times = compare(
      {
        scanner: () => scanLines(text),
        parse: () => parsePlan(text),
        commonmark: () => parser.parse(text),
        edit: () => {
          const outcome = setTaskState(plan, task.id, 'done')
          if (outcome.ok) applyChange(plan, outcome.change)
        },
      },
      runs,
      tasks > 50_000 ? 2 : 20,
    )
    const { scanner = 0, parse = 0, commonmark = 0, edit = 0 } = times
    perTask.push(edit / tasks)
    const figures = [scanner, parse, commonmark, edit].map(value => value.toFixed(2).padStart(9))
    console.log(
      `${String(tasks).padEnd(7)}${figures.join('  ')}  ${(parse / scanner).toFixed(2).padStart(12)}  ${(parse / commonmark).toFixed(3).padStart(14)}`,
    )
  }
  console.log(`one edit per 1,000 tasks: ${perTask.map(value => (value * 1_000).toFixed(3)).join(', ')} ms`)
}

function middleTask(plan: Plan): Task {
  const streams = plan.phases.flatMap(phase => phase.streams)
  const task = streams[streams.length >> 1]?.tasks[0]
  if (!task) throw new Error('The bench plan has no tasks')
  return task
}
