import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Edit, makeChange } from '#plan/change.ts'
import { moveTask } from '#plan/edit/moveTask.ts'
import { plainEnvelope } from '#plan/file.ts'
import type { Plan } from '#plan/plan.ts'
import { createMemoryPlanStorage } from '#storage/memoryPlanStorage.ts'
import type { PlanStorage, StorageResult } from '#storage/planStorage.ts'
import { fail, storageFailure, succeed } from '#storage/storageFailure.ts'
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
  /** `late`: storage gives up on the next edit, and writes it all the same. `gap`: the next read is told to load. */
  | { readonly kind: 'late' | 'gap'; readonly who: 0 | 1 }
  | { readonly kind: 'wait'; readonly turns: number }

const who = fc.constantFrom<0 | 1>(0, 1)
const wait = fc.record({ kind: fc.constant('wait' as const), turns: fc.nat(12) })
const settle = fc.record({ kind: fc.constantFrom('settle', 'focus', 'late', 'gap'), who })
const move = fc.record({ kind: fc.constant('move' as const), who, task: fc.nat(5), before: fc.nat(5) })
const undoOne = fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), who })
const moveAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: move },
  { weight: 2, arbitrary: undoOne },
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
  { weight: 3, arbitrary: undoOne },
  { weight: 2, arbitrary: settle },
  { weight: 3, arbitrary: wait },
)
/** Letters only come in: none may be missing at the end. */
const insertAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit'),
      who,
      at: fc.nat(1_000),
      length: fc.constant(0),
      words: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 3, arbitrary: settle },
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
  const tab = () => {
    // What was asked for before an append was refused is refused with it.
    let refusedBefore = -1
    let isLate = false
    let hasGap = false
    const storage: PlanStorage = {
      ...memory,
      load: queued(memory.load),
      newer: queued(async (id, revision) => {
        const answer = hasGap ? succeed(null) : await memory.newer(id, revision)
        hasGap = false
        return answer
      }),
      append(...args) {
        const turn = asked++
        const comesLate = isLate
        isLate = false
        const append = async () => {
          if (turn < refusedBefore) return { ok: true, value: 'behind' } as const
          await nextTask()
          const result = await memory.append(...args)
          if (result.ok && result.value === 'behind') refusedBefore = asked
          return comesLate ? fail(storageFailure('slow', 'save')) : result
        }
        return queued(append)()
      },
    }
    const fault = (kind: 'late' | 'gap') => {
      if (kind === 'late') isLate = true
      else hasGap = true
    }
    return { storage, fault }
  }
  return { tab, answer, isEmpty: () => line.length === 0, nextTask }
}

/** Each editor writes in an alphabet of its own, each edit letters that no other has: what is whose shows in the text. */
const letters = ['\u4e00', '\uac00'] as const
const ownLetters = [/[\u4e00-\u9fff]/g, /[\uac00-\ud7a3]/g] as const

async function openBoth(acts: readonly Act[], text = first) {
  const queue = createQueue()
  const tabs = [queue.tab(), queue.tab()] as const
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
    storage: tabs[tab].storage,
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
  /** Letters that their own author took out of the text. A line that the other moved meanwhile may bring them back. */
  const takenBack = new Set<string>()
  for (const step of acts) {
    if (step.kind === 'wait') {
      for (let turn = 0; turn < step.turns; turn++) await queue.answer()
      continue
    }
    const session = sessions[step.who]
    if (!session) throw new Error('no such session')
    const before = textOf(session)
    const change = step.kind === 'undo' ? session.state.getState().history.undo.at(-1) : undefined
    if (step.kind === 'edit') session.run(edit, step.who, step.at, step.length, step.words)
    if (step.kind === 'move') {
      const tasks = session.state.getState().plan.phases.flatMap(({ streams }) => streams.flatMap(({ tasks }) => tasks))
      const [task, before] = [tasks[step.task], tasks[step.before]]
      if (task && before) session.run(moveTask, task.id, { before: before.id })
    }
    if (step.kind === 'undo' || step.kind === 'redo') session[step.kind]()
    const after = textOf(session)
    for (const letter of lettersIn(before, ownLetters[step.who])) if (!after.includes(letter)) takenBack.add(letter)
    for (const letter of lettersIn(after, ownLetters[step.who])) if (!before.includes(letter)) takenBack.delete(letter)
    if (change) {
      const gone = lettersIn(before, ownLetters[step.who === 0 ? 1 : 0]).filter(letter => !after.includes(letter))
      expect(
        gone.filter(letter => !takenBack.has(letter)),
        'letters of the other that undo took',
      ).toEqual([])
    }
    if (step.kind === 'settle') await drain()
    if (step.kind === 'late' || step.kind === 'gap') tabs[step.who].fault(step.kind)
    if (step.kind === 'focus') for (const callback of returns[step.who]) callback()
  }
  await drain()
  // Instead of the next attempts, for which nobody waits here. All else must come by itself.
  const failed = () => sessions.filter(session => session.state.getState().save.kind === 'failed')
  for (let attempt = 0; attempt < 5 && failed().length > 0; attempt++) {
    for (const session of failed()) session.retry()
    await drain()
  }
  const stored = await drained(tabs[0].storage.load(created.value))
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
  // What 1 takes back comes back with the line that 0 moves: there it is of 0's move, and undo takes it with that.
  [
    { kind: 'edit', who: 1, at: 246, length: 0, words: 1 },
    { kind: 'wait', turns: 2 },
    { kind: 'undo', who: 1 },
    { kind: 'move', who: 0, task: 1, before: 0 },
    { kind: 'settle', who: 0 },
    { kind: 'undo', who: 0 },
  ],
]

/** The same of moves: a line was taken for replaced that was only moved over. */
const pinnedMoves: readonly Act[][] = [
  [
    { kind: 'move', who: 1, task: 5, before: 0 },
    { kind: 'move', who: 0, task: 5, before: 0 },
    { kind: 'undo', who: 0 },
    { kind: 'wait', turns: 0 },
    { kind: 'move', who: 0, task: 0, before: 2 },
  ],
]

const textOf = (session: PlanSession) => session.state.getState().plan.text
const lettersIn = (text: string, of: RegExp) => text.match(of) ?? []

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
  test('that only add words, in thousands of interleavings: none is missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(insertAct, { minLength: 4, maxLength: 24 }), async acts => {
        const { sessions, stored, again } = await openBoth(acts)
        expect(sessions.map(textOf)).toEqual([storedText(stored), storedText(stored)])
        const count = acts.reduce((sum, step) => sum + (step.kind === 'edit' ? step.words : 0), 0)
        expect(ownLetters.flatMap(own => lettersIn(storedText(stored), own))).toHaveLength(count)
        again.close()
      }),
      { numRuns: Number(process.env.RUNS ?? 3_000) },
    )
  }, 600_000)
  test('that move its tasks, and take moves back, in thousands of interleavings: each task is there exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moveAct, { minLength: 2, maxLength: 16 }), async acts => {
        const { sessions, stored, again } = await openBoth(acts, toMove)
        expect(sessions.map(textOf)).toEqual([storedText(stored), storedText(stored)])
        expect(storedText(stored).split('\n').sort()).toEqual(toMove.split('\n').sort())
        again.close()
      }),
      { numRuns: Number(process.env.RUNS ?? 3_000), examples: pinnedMoves.map(acts => [acts]) },
    )
  }, 600_000)
})
