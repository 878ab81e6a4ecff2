import { describe, expect, test } from 'vitest'
import { makeChange } from '#plan/change.ts'
import { addStream } from '#plan/edit/addStream.ts'
import { moveTask } from '#plan/edit/moveTask.ts'
import { plainEnvelope } from '#plan/file.ts'
import type { Outcome } from '#plan/outcome.ts'
import { parsePlan } from '#plan/parse/parsePlan.ts'
import type { Plan } from '#plan/plan.ts'
import { createMemoryPlanStorage } from '#storage/memoryPlanStorage.ts'
import type { PlanStorage, StorageFailure } from '#storage/planStorage.ts'
import { createMemoryHints } from './hints.ts'
import { createLibrary, type Library } from './library.ts'
import type { PlanSession } from './planSession.ts'
import type { SessionWorld } from './sessionWorld.ts'

const text = '# Plan: Test\n\n## Phase 1: One\n\n### Stream A: First\n**Tasks:**\n- [ ] alpha\n- [ ] beta\n'

function testWorld(storage: PlanStorage = createMemoryPlanStorage()): SessionWorld {
  let ids = 0
  let clock = 1_000
  return { storage, now: () => clock++, newId: () => `id-${ids++}` }
}

async function openNew(library: Library): Promise<PlanSession> {
  const created = await library.createPlan(text, 'Test', plainEnvelope)
  if (!created.ok) throw new Error(created.failure.message)
  return open(library, created.value)
}

async function open(library: Library, id: string): Promise<PlanSession> {
  const opened = await library.openPlan(id)
  if (!opened.ok || !opened.value) throw new Error('The plan did not open')
  return opened.value
}

function insertBefore(plan: Plan, words: string, insert: string): Outcome {
  const at = plan.text.indexOf(words)
  return { ok: true, change: makeChange(`Insert ${insert}`, plan.text.length, [{ from: at, to: at, insert }]) }
}

const textOf = (session: PlanSession) => session.state.getState().plan.text

describe('an open plan', () => {
  test('is the same after it is opened again', async () => {
    const library = createLibrary(testWorld())
    const session = await openNew(library)
    session.run(insertBefore, 'alpha', 'new ')
    session.run(insertBefore, 'beta', 'old ')
    await session.settled()
    expect(session.state.getState().save).toEqual({ kind: 'saved' })
    const again = await open(library, session.id)
    expect(textOf(again)).toBe(textOf(session))
  })

  test('undoes after it is opened again, back to the first text', async () => {
    const library = createLibrary(testWorld())
    const session = await openNew(library)
    session.run(insertBefore, 'alpha', 'one ')
    session.run(insertBefore, 'alpha', 'two ')
    expect(session.undo()).toBe('Insert two ')
    await session.settled()
    const again = await open(library, session.id)
    expect(again.undo()).toBe('Insert one ')
    expect(textOf(again)).toBe(text)
    expect(again.undo()).toBeNull()
    expect(again.redo()).toBe('Insert one ')
    expect(again.redo()).toBe('Insert two ')
    expect(textOf(again)).toContain('one two alpha')
  })

  test('renews its snapshot and still undoes past it', async () => {
    const library = createLibrary(testWorld())
    const session = await openNew(library)
    for (let at = 0; at < 250; at++) session.run(insertBefore, 'alpha', `${at} `)
    await session.settled()
    const again = await open(library, session.id)
    expect(textOf(again)).toBe(textOf(session))
    for (let at = 0; at < 250; at++) again.undo()
    expect(textOf(again)).toBe(text)
  })
})

describe('two sessions on one plan', () => {
  test('both end with the edits of both', async () => {
    const library = createLibrary(testWorld())
    const first = await openNew(library)
    const second = await open(library, first.id)
    for (let at = 0; at < 20; at++) {
      first.run(insertBefore, 'alpha', `a${at} `)
      second.run(insertBefore, 'beta', `b${at} `)
      if (at % 3 === 0) await Promise.all([first.settled(), second.settled()])
    }
    await first.settled()
    await second.settled()
    const stored = await open(library, first.id)
    const words = textOf(stored)
    for (let at = 0; at < 20; at++) {
      expect(words).toContain(`a${at} `)
      expect(words).toContain(`b${at} `)
    }
    first.run(insertBefore, 'alpha', 'end ')
    await first.settled()
    second.run(insertBefore, 'beta', 'end ')
    await second.settled()
    expect(textOf(second)).toBe(textOf(await open(library, first.id)))
  })

  test('undo takes back the own edit and leaves the other', async () => {
    const library = createLibrary(testWorld())
    const first = await openNew(library)
    const second = await open(library, first.id)
    first.run(insertBefore, 'alpha', 'mine ')
    await first.settled()
    second.run(insertBefore, 'beta', 'theirs ')
    await second.settled()
    expect(textOf(second)).toContain('mine alpha')
    second.undo()
    await second.settled()
    expect(textOf(second)).toContain('mine alpha')
    expect(textOf(second)).not.toContain('theirs')
  })

  test('undo of a move leaves a task where another tab moved it on to, once, and goes on to the edit before', async () => {
    const library = createLibrary(testWorld())
    const first = await openNew(library)
    const second = await open(library, first.id)
    const phase = first.state.getState().plan.phases[0]?.id ?? failed()
    first.run(addStream, phase, 'Second')
    first.run(addStream, phase, 'Third')
    await first.settled()
    await second.settled()
    const streamsIn = (session: PlanSession) => session.state.getState().plan.phases.flatMap(each => each.streams)
    const streamIn = (session: PlanSession, name: string) =>
      streamsIn(session).find(each => each.name === name)?.id ?? failed()
    const taskIn = (session: PlanSession, words: string) =>
      streamsIn(session)
        .flatMap(each => each.tasks)
        .find(each => each.text === words)?.id ?? failed()
    first.run(insertBefore, 'beta', 'new ')
    first.run(moveTask, taskIn(first, 'alpha'), { in: streamIn(first, 'Second') })
    await first.settled()
    second.retry()
    await second.settled()
    second.run(moveTask, taskIn(second, 'alpha'), { in: streamIn(second, 'Third') })
    await second.settled()
    first.retry()
    await first.settled()
    const moved = textOf(first)
    expect(moved).toBe(textOf(second))
    expect(first.undo()).toBe('Insert new ')
    await first.settled()
    expect(textOf(first)).toBe(moved.replace('new ', ''))
    expect(first.redo()).toBe('Insert new ')
    expect(textOf(first)).toBe(moved)
  })
})

test('when the data were cleared and another tab stored the plan again, what lies between its edits stays', async () => {
  let memory = createMemoryPlanStorage()
  const now = new Proxy(memory, { get: (_, call: keyof PlanStorage) => memory[call] })
  const library = createLibrary(testWorld(now))
  const first = await openNew(library)
  const second = await open(library, first.id)
  for (const session of [first, second]) session.run(insertBefore, 'beta', 'old ')
  await first.settled()
  await second.settled()
  first.retry()
  await first.settled()
  memory = createMemoryPlanStorage()
  first.run(insertBefore, '# Plan', 'above\n')
  first.run(insertBefore, 'old old beta', 'below ')
  await first.settled()
  second.run(insertBefore, 'alpha', 'between ')
  await second.settled()
  const all = `above\n${text}`.replace('alpha', 'between alpha').replace('beta', 'below old old beta')
  expect(textOf(second)).toBe(all)
  expect(textOf(await open(library, first.id))).toBe(all)
})

/** Storage that answers appends and reads when it is told to. What it is asked for, it does at once. */
function createHeld() {
  const memory = createMemoryPlanStorage()
  const held: (() => void)[] = []
  let isHolding = false
  const hold =
    <Args extends readonly unknown[], Value>(call: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      const answer = await call(...args)
      if (isHolding) await new Promise<void>(resolve => held.push(resolve))
      return answer
    }
  const storage: PlanStorage = { ...memory, append: hold(memory.append), newer: hold(memory.newer) }
  const nextTask = () => new Promise(resolve => setTimeout(resolve))
  return {
    memory,
    storage,
    async begin() {
      isHolding = true
      await nextTask()
    },
    /** Lets the answer go that was asked for at this place, and gives what waits for it this many turns. */
    async release(place: number, turns: number) {
      held[place]?.()
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    },
    nextTask,
    async end() {
      isHolding = false
      for (const answer of held) answer()
      await nextTask()
    },
  }
}

test.each(Array.from({ length: 16 }, (_, turns) => turns))(
  'a tab misses no edit of another while its own is confirmed %s turns after what it read',
  async turns => {
    const { memory, storage, begin, release, nextTask, end } = createHeld()
    const hints = createMemoryHints()
    const first = await openNew(createLibrary({ ...testWorld(storage), hints: hints() }))
    const second = await open(createLibrary({ ...testWorld(memory), newId: () => 'other', hints: hints() }), first.id)
    await begin()
    first.run(insertBefore, 'alpha', 'one ')
    first.retry()
    first.run(insertBefore, 'alpha', 'two ')
    await nextTask()
    second.retry()
    await second.settled()
    second.run(insertBefore, 'beta', 'theirs ')
    await second.settled()
    // The first edit is confirmed, so storage is read, with the second edit still on its way.
    await release(0, 0)
    await nextTask()
    await release(2, turns)
    await release(1, 0)
    await nextTask()
    await end()
    await first.settled()
    expect(textOf(first)).toBe(textOf(second))
    expect(textOf(first)).toContain('theirs beta')
  },
)

function failed(): never {
  throw new Error('It is not there')
}

describe('storage that fails', () => {
  const full: StorageFailure = { code: 'full', message: 'The disk is full.' }

  function failingStorage() {
    const memory = createMemoryPlanStorage()
    const fault = { isOn: false }
    const storage: PlanStorage = {
      ...memory,
      append: (...args) => (fault.isOn ? Promise.resolve({ ok: false, failure: full }) : memory.append(...args)),
    }
    return { storage, fault }
  }

  test('is said, keeps the text in memory, and saving resumes with the next edit', async () => {
    const { storage, fault } = failingStorage()
    const library = createLibrary(testWorld(storage))
    const session = await openNew(library)
    fault.isOn = true
    session.run(insertBefore, 'alpha', 'one ')
    await session.settled()
    expect(session.state.getState().save).toEqual({ kind: 'failed', failure: full })
    expect(textOf(session)).toContain('one alpha')
    fault.isOn = false
    session.run(insertBefore, 'beta', 'two ')
    await session.settled()
    expect(session.state.getState().save).toEqual({ kind: 'saved' })
    expect(textOf(await open(library, session.id))).toBe(textOf(session))
  })

  test('in the middle of a burst leaves no gap and doubles nothing', async () => {
    const { storage, fault } = failingStorage()
    const library = createLibrary(testWorld(storage))
    const session = await openNew(library)
    session.run(insertBefore, 'alpha', '1 ')
    fault.isOn = true
    session.run(insertBefore, 'alpha', '2 ')
    fault.isOn = false
    session.run(insertBefore, 'alpha', '3 ')
    session.run(insertBefore, 'alpha', '4 ')
    await session.settled()
    session.retry()
    await session.settled()
    expect(session.state.getState().save).toEqual({ kind: 'saved' })
    expect(textOf(session)).toBe(text.replace('alpha', '1 2 3 4 alpha'))
    expect(textOf(await open(library, session.id))).toBe(textOf(session))
  })
})

test('an example is stored with its first edit', async () => {
  const library = createLibrary(testWorld())
  const session = await library.openExample(text, 'Example', plainEnvelope)
  await library.refresh()
  expect(library.state.getState().plans).toEqual([])
  session.run(insertBefore, 'alpha', 'edited ')
  await session.settled()
  await library.refresh()
  expect(library.state.getState().plans?.map(plan => plan.id)).toEqual([session.id])
  expect(textOf(await open(library, session.id))).toBe(parsePlan(textOf(session)).text)
})

describe('a plan that is only shown', () => {
  const listOf = async (library: Library) => {
    await library.refresh()
    return library.state.getState().plans?.map(plan => plan.id)
  }

  test('refuses edits and is not stored, until it is kept', async () => {
    const library = createLibrary(testWorld())
    const session = await library.openShown(text, 'Shared', plainEnvelope)
    expect(session.run(insertBefore, 'alpha', 'new ')).toMatchObject({ ok: false, refusal: { code: 'only-shown' } })
    expect(textOf(session)).toBe(text)
    expect(await listOf(library)).toEqual([])
    session.keep()
    await session.settled()
    expect(session.state.getState().save).toEqual({ kind: 'saved' })
    expect(await listOf(library)).toEqual([session.id])
  })

  test('is kept with the edit that was refused last', async () => {
    const library = createLibrary(testWorld())
    const session = await library.openShown(text, 'Shared', plainEnvelope)
    session.run(insertBefore, 'alpha', 'first ')
    session.run(insertBefore, 'beta', 'second ')
    session.keep()
    await session.settled()
    expect(textOf(await open(library, session.id))).toBe(text.replace('beta', 'second beta'))
  })

  test('is stored without any edit, word for word', async () => {
    const library = createLibrary(testWorld())
    const session = await library.openShown(text, 'Shared', plainEnvelope)
    session.keep()
    await session.settled()
    expect(textOf(await open(library, session.id))).toBe(text)
  })
})
