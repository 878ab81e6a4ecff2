import { readFileSync } from 'node:fs'
import { deflateRaw } from 'pako'
import { describe, expect, test, vi } from 'vitest'
import { applyChange } from '#plan/change.ts'
import { moveTask } from '#plan/edit/moveTask.ts'
import { renameTask } from '#plan/edit/renameTask.ts'
import { toggleTask } from '#plan/edit/toggleTask.ts'
import type { Outcome } from '#plan/outcome.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import { examplePlan } from '#plan/templates/examplePlan.ts'
import { renderTemplate, templates } from '#plan/templates/templates.ts'
import { toBase64Url } from './base64url.ts'
import { encodeLink } from './link.ts'

/** What the usual way would take: the text, deflated as hard as zlib can, as base64url. */
function usualLength(text: string): number {
  return toBase64Url(deflateRaw(new TextEncoder().encode(text), { level: 9 })).length
}

describe('the length of a link', () => {
  test.each(templates)('the template $name takes at most 100 characters', async template => {
    expect((await encodeLink(renderTemplate(template))).length).toBeLessThanOrEqual(100)
  })

  test.each(templates)(
    '$name with 23 small edits takes at most 600 characters and a fifth of the usual',
    async template => {
      for (let seed = 1; seed <= 20; seed++) {
        const text = editedText(renderTemplate(template), seed)
        const { length } = await encodeLink(text)
        expect(length, `seed ${seed}`).toBeLessThanOrEqual(600)
        expect(length / usualLength(text), `seed ${seed}`).toBeLessThanOrEqual(0.2)
      }
    },
  )

  test.each([
    ['the example', examplePlan],
    ['the README of this project', readText('README.md')],
    ['its architecture', readText('ARCHITECTURE.md')],
    ['its plan format', readText('docs/format.md')],
    ['its changes', readText('CHANGELOG.md')],
    ['one task', '# Plan\n\n- [ ] Paint the ferry\n'],
    ['a list of groceries', '- eggs\n- flour\n- salt\n- a lemon, if they have one\n'],
    ['a German plan', '# Umzug\n\n## Vorher\n- [x] Kisten besorgen\n- [ ] Strom ummelden\n- [ ] Schlüssel übergeben\n'],
    ['a Russian plan', '# Переезд\n\n- [x] Купить коробки\n- [ ] Отдать ключи\n- [ ] Вызвать машину на субботу\n'],
    ['a Japanese plan', '# 引っ越し計画\n\n- [x] 箱を買う\n- [ ] 鍵を返す\n- [ ] 土曜日に車を頼む\n'],
    ['a table', '| Port | Depth |\n|---|---:|\n| Aarhus | 14.2 m |\n| Kalundborg | 15.0 m |\n'],
    ['digits without sense', noise(4000)],
  ])('%s takes no more than the usual', async (_name, text) => {
    expect((await encodeLink(text)).length).toBeLessThanOrEqual(usualLength(text))
  })
})

function readText(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
}

/** What somebody might write in place of a template's task. */
const words = [
  'Sketch the seat map with two deck officers',
  'Write the refund rules down',
  'Let two people try to book the last place',
  'Check the timetable import against last summer',
  'Print a boarding list without power',
  'Ask the crew what slows them down',
  'Watch card payments for one whole day',
  'Name one person for every alarm',
  'Draw the four routes on one page',
  'Measure how long a search takes on an old phone',
  'Agree on who signs the contract',
  'Translate error messages into Danish',
  'Compare bookings with payments every night',
  'Keep sample data out of the repository',
  'Rehearse the rollback on a Friday afternoon',
]

// Only for a machine that does much else at the same time.
vi.setConfig({ testTimeout: 60_000 })

/** Ten tasks with words of their own, eight ticked, five moved, all by the edits of the board. */
function editedText(template: string, seed: number): string {
  const random = randomNumbers(seed)
  let plan = parsePlan(template)
  const run = (edit: (plan: Plan) => Outcome): boolean => {
    const outcome = edit(plan)
    if (!outcome.ok || outcome.change.set.empty) return false
    plan = applyChange(plan, outcome.change)
    return true
  }
  const streams = plan.phases.flatMap(phase => phase.streams)
  const tasks = shuffled(
    streams.flatMap(stream => stream.tasks.map(task => task.id)),
    random,
  )
  const someWords = shuffled(words, random)
  for (const [at, id] of tasks.slice(0, 10).entries()) run(now => renameTask(now, id, someWords[at] ?? ''))
  for (const id of tasks.slice(10, 18)) run(now => toggleTask(now, id))
  for (let moved = 0; moved < 5; ) {
    const [task, other] = [tasks[random(tasks.length)], tasks[random(tasks.length)]]
    if (task === undefined || other === undefined) throw new RangeError('A template without tasks')
    if (task !== other && run(now => moveTask(now, task, { before: other }))) moved++
  }
  return plan.text
}

function shuffled<Item>(items: readonly Item[], random: (below: number) => number): readonly Item[] {
  const left = [...items]
  return items.flatMap(() => left.splice(random(left.length), 1))
}

function noise(length: number): string {
  const random = randomNumbers(1)
  return Array.from({ length }, () => random(16).toString(16)).join('')
}

/** The numbers of Lehmer 1949 with Park and Miller's factor: the same for the same seed. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed * 7919 + 1
  return below => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}
