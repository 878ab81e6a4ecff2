import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Edit, makeChange } from '#plan/change.ts'
import { moveTask } from '#plan/edit/moveTask.ts'
import { plainEnvelope } from '#plan/file.ts'
import type { Plan } from '#plan/plan.ts'
import { createMemoryPlanStorage } from '#storage/memoryPlanStorage.ts'
import type { PlanStorage, StorageResult } from '#storage/planStorage.ts'
import { createMemoryHints } from './hints.ts'
import { createLibrary } from './library.ts'
import type { PlanSession } from './planSession.ts'
import type { SessionWorld } from './sessionWorld.ts'
import { storedText } from './storedText.ts'

const first = '# T\n\n## Phase 1: P\n\n### Stream A: S\n- [ ] alpha one\n- [ ] beta\n'

/** For moves alone: nobody deletes any of these. */
const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta']
const toMove = `# T\n\n## Phase 1: P\n\n### Stream A: S\n${names.map(name => `- [ ] ${name}\n`).join('')}`

type Act =
  | { readonly kind: 'edit'; readonly who: 0 | 1; readonly at: number; readonly length: number; readonly words: number }
  | { readonly kind: 'move'; readonly who: 0 | 1; readonly task: number; readonly before: number }
  | { readonly kind: 'undo' | 'redo' | 'settle' | 'focus'; readonly who: 0 | 1 }
  | { readonly kind: 'wait'; readonly turns: number }

const who = fc.constantFrom<0 | 1>(0, 1)
const wait = fc.record({ kind: fc.constant('wait' as const), turns: fc.nat(12) })
const settle = fc.record({ kind: fc.constantFrom('settle' as const, 'focus' as const), who })
const move = fc.record({ kind: fc.constant('move' as const), who, task: fc.nat(5), before: fc.nat(5) })
const moveAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: move },
  { weight: 2, arbitrary: settle },
  { weight: 3, arbitrary: wait },
)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 1, arbitrary: move },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      who,
      at: fc.nat(1_000),
      length: fc.oneof(fc.constant(0), fc.nat(12)),
      words: fc.nat(2),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), who }) },
  { weight: 2, arbitrary: settle },
  { weight: 3, arbitrary: wait },
)

/** One store for two tabs, as a browser keeps it: what both ask for waits in one line, until `answer` takes its turn. */
function createQueue() {
  const memory = createMemoryPlanStorage()
  const line: (() => Promise<void>)[] = []
  let asked = 0
  const nextTask = () => new Promise(resolve => setImmediate(resolve))
  const answer = async () => {
    await line.shift()?.()
    await nextTask()
  }
  const queued =
    <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<StorageResult<Value>>) =>
    (...args: Args) =>
      new Promise<StorageResult<Value>>(resolve => line.push(async () => resolve(await call(...args))))
  const tab = (): PlanStorage => {
    // What was asked for before an append was refused is refused with it.
    let refusedBefore = -1
    return {
      ...memory,
      load: queued(memory.load),
      newer: queued(memory.newer),
      append(...args) {
        const turn = asked++
        const append = async () => {
          if (turn < refusedBefore) return { ok: true, value: 'behind' } as const
          await nextTask()
          const result = await memory.append(...args)
          if (result.ok && result.value === 'behind') refusedBefore = asked
          return result
        }
        return queued(append)()
      },
    }
  }
  return { tab, answer, isEmpty: () => line.length === 0, nextTask }
}

/** Each editor writes in an alphabet of its own, each edit letters that no other has: what is whose shows in the text. */
const letters = ['\u4e00', '\uac00'] as const
const ownLetters = [/[\u4e00-\u9fff]/g, /[\uac00-\ud7a3]/g] as const

async function openBoth(acts: readonly Act[], text = first) {
  const queue = createQueue()
  const storages = [queue.tab(), queue.tab()] as const
  const drain = async () => {
    await queue.nextTask()
    while (!queue.isEmpty()) await queue.answer()
  }
  const drained = async <Value>(work: Promise<Value>) => {
    await drain()
    return work
  }
  const hints = createMemoryHints()
  let ids = 0
  const returns = [new Set<() => void>(), new Set<() => void>()] as const
  const worldOf = (tab: 0 | 1): SessionWorld => ({
    storage: storages[tab],
    now: () => 1,
    newId: () => `${tab}-${ids++}`,
    hints: hints(),
    page: {
      onReturn(callback) {
        returns[tab].add(callback)
        return () => void returns[tab].delete(callback)
      },
      onLeave: () => () => {},
    },
  })
  const [here, there] = [createLibrary(worldOf(0)), createLibrary(worldOf(1))]
  const created = await here.createPlan(text, 'T', plainEnvelope)
  if (!created.ok) throw new Error(created.failure.message)
  const sessions: PlanSession[] = []
  for (const library of [here, there]) {
    const opened = await drained(library.openPlan(created.value))
    if (!opened.ok || !opened.value) throw new Error('The plan did not open')
    sessions.push(opened.value)
  }
  let letter = 0
  const edit = (plan: Plan, by: 0 | 1, at: number, length: number, words: number) => {
    const from = at % (plan.text.length + 1)
    const to = Math.min(plan.text.length, from + length)
    let insert = ''
    for (let count = 0; count < words; count++) insert += String.fromCharCode(letters[by].charCodeAt(0) + letter++)
    const edits: Edit[] = from === to && insert === '' ? [] : [{ from, to, insert }]
    return { ok: true as const, change: makeChange('Edit', plan.text.length, edits) }
  }
  for (const step of acts) {
    if (step.kind === 'wait') {
      for (let turn = 0; turn < step.turns; turn++) await queue.answer()
      continue
    }
    const session = sessions[step.who]
    if (!session) throw new Error('no such session')
    if (step.kind === 'edit') session.run(edit, step.who, step.at, step.length, step.words)
    if (step.kind === 'move') {
      const tasks = session.state.getState().plan.phases.flatMap(({ streams }) => streams.flatMap(({ tasks }) => tasks))
      const [task, before] = [tasks[step.task], tasks[step.before]]
      if (task && before) session.run(moveTask, task.id, { before: before.id })
    }
    if (step.kind === 'settle') await drain()
    if (step.kind === 'focus') for (const callback of returns[step.who]) callback()
    if (step.kind === 'undo' || step.kind === 'redo') {
      const before = textOf(session)
      const change = session.state.getState().history[step.kind].at(-1)
      session[step.kind]()
      const other = ownLetters[step.who === 0 ? 1 : 0]
      if (step.kind === 'undo' && change)
        expect(lettersIn(before, other), 'letters of the other').toEqual(subset(before, textOf(session), other))
    }
  }
  await drain()
  for (const callbacks of returns) for (const callback of callbacks) callback()
  await drain()
  const stored = await drained(storages[0].load(created.value))
  for (const session of sessions) session.close()
  if (!stored.ok || !stored.value) throw new Error('The plan is gone')
  const again = await drained(here.openPlan(created.value))
  if (!again.ok || !again.value) throw new Error('The plan did not open again')
  return { sessions, stored: stored.value, again: again.value }
}

/** What once went wrong. */
const pinned: readonly Act[][] = [
  [
    { kind: 'focus', who: 1 },
    { kind: 'edit', who: 1, at: 0, length: 0, words: 1 },
    { kind: 'edit', who: 1, at: 0, length: 7, words: 0 },
    { kind: 'edit', who: 1, at: 0, length: 0, words: 2 },
    { kind: 'edit', who: 1, at: 5, length: 0, words: 2 },
    { kind: 'undo', who: 0 },
  ],
  [
    { kind: 'edit', who: 1, at: 193, length: 0, words: 1 },
    { kind: 'edit', who: 0, at: 0, length: 0, words: 1 },
    { kind: 'edit', who: 0, at: 0, length: 3, words: 0 },
    { kind: 'undo', who: 0 },
    { kind: 'wait', turns: 5 },
    { kind: 'edit', who: 0, at: 0, length: 0, words: 0 },
    { kind: 'edit', who: 1, at: 0, length: 4, words: 0 },
  ],
]

const textOf = (session: PlanSession) => session.state.getState().plan.text
const lettersIn = (text: string, of: RegExp) => text.match(of) ?? []
/** Those of the other's letters that were there before and are there after. */
const subset = (before: string, after: string, of: RegExp) =>
  lettersIn(before, of).filter(letter => after.includes(letter))

describe('two editors of one plan', () => {
  test('in ten thousand interleavings both end with what is stored, and undo takes back nothing of the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 24 }), async acts => {
        const { sessions, stored, again } = await openBoth(acts)
        const texts = sessions.map(textOf)
        expect(texts).toEqual([storedText(stored), storedText(stored)])
        expect(sessions.map(session => session.state.getState().save.kind)).toEqual(['saved', 'saved'])
        expect(textOf(again)).toBe(storedText(stored))
        while (again.undo() !== null) expect(textOf(again)).toBeTypeOf('string')
        expect(textOf(again)).toBe(first)
        again.close()
      }),
      { numRuns: Number(process.env.RUNS ?? 10_000), examples: pinned.map(acts => [acts]) },
    )
  }, 600_000)
  test('that move its tasks in thousands of interleavings each task is there exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moveAct, { minLength: 2, maxLength: 16 }), async acts => {
        const { sessions, stored, again } = await openBoth(acts, toMove)
        expect(sessions.map(textOf)).toEqual([storedText(stored), storedText(stored)])
        expect(storedText(stored).split('\n').sort()).toEqual(toMove.split('\n').sort())
        again.close()
      }),
      { numRuns: Number(process.env.RUNS ?? 3_000) },
    )
  }, 600_000)
})
