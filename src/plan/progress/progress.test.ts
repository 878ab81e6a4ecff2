import { expect, test } from 'vitest'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import { readProgress } from './progress.ts'

const stream = (letter: string, hours: string, boxes: string) =>
  `### Stream ${letter}: Part ${letter}\n${hours}**Tasks:**\n${[...boxes].map(box => `- [${box}] Do it\n`).join('')}`
const hours = (figure: number) => `**Estimated Time:** ${figure} hours\n`

test('where every stream has hours, hours count; where one has none, tasks do', () => {
  const known = readProgress(parsePlan(`## Phase 1: Go\n${stream('A', hours(9), 'x')}${stream('B', hours(1), '  ')}`))
  expect(known.plan).toMatchObject({ done: 1, total: 3, by: 'hours', share: 0.9 })
  const mixed = readProgress(parsePlan(`## Phase 1: Go\n${stream('A', hours(9), 'x')}${stream('B', '', '  ')}`))
  expect(mixed.plan).toMatchObject({ done: 1, total: 3, by: 'tasks', share: 1 / 3, hours: null })
})

test('cancelled tasks count neither as done nor as to do', () => {
  expect(readProgress(parsePlan(`## Phase 1: Go\n${stream('A', '', 'x- ')}`)).plan).toMatchObject({ done: 1, total: 2 })
})

test('a gate is passed when its checks are, whatever the tasks say', () => {
  const gate = (box: string) =>
    parsePlan(
      `## Phase 1: Go\n${stream('A', '', 'x')}\n## Sequential Integration Points\n### Integration 1: Seen (After Phase 1)\n- [${box}] Seen\n`,
    )
  expect(readProgress(gate(' ')).passedGates.size).toBe(0)
  expect(readProgress(gate('x')).passedGates.size).toBe(1)
})

test('a plan without tasks is at 0', () => {
  expect(readProgress(parsePlan('')).plan).toEqual({
    done: 0,
    total: 0,
    share: 0,
    by: 'tasks',
    hours: { done: 0, total: 0 },
  })
})
