import type { TestJob } from '../src/plan/schedule/verifySchedule.fixture.ts'

/**
 * Reads a Standard Task Graph (Tobita & Kasahara 2002): the number of tasks on the first line, then a line for each task
 * with its number, its processing time, how many tasks it waits for, and their numbers. Two more tasks than the first line
 * says stand in the file, an entry and an exit that take no time. Lines that begin with `#` are notes.
 * `null` when the text is no such file.
 */
export function readTaskGraph(text: string): readonly TestJob[] | null {
  const rows = text
    .split(/\r?\n/)
    .filter(line => line.trim() !== '' && !line.trimStart().startsWith('#'))
    .map(line => line.trim().split(/\s+/).map(Number))
  const [head, ...tasks] = rows
  const isWhole = rows.flat().every(value => Number.isInteger(value) && value >= 0)
  if (head?.length !== 1 || !isWhole || tasks.length < (head[0] ?? 0)) return null
  const jobs = tasks.map(([, duration = 0, count = 0, ...after]) => ({ duration, after: after.slice(0, count) }))
  return jobs.every(job => job.after.every(other => other < jobs.length)) ? jobs : null
}
