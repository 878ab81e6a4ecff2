import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeChange } from '#plan/change.ts'
import { plainEnvelope } from '#plan/file.ts'
import type { Plan } from '#plan/plan.ts'
import { createMemoryPlanStorage } from '#storage/memoryPlanStorage.ts'
import type { PlanStorage } from '#storage/planStorage.ts'
import { storageFailure } from '#storage/storageFailure.ts'
import { createLibrary } from './library.ts'
import { openSession, openUnstored } from './planSession.ts'
import type { SessionWorld } from './sessionWorld.ts'

const text = '# T\n\n## Phase 1: P\n\n### Stream A: S\n- [ ] alpha\n'

const faults: Record<string, () => unknown> = {
  'throws at once': () => {
    throw new Error('no')
  },
  'rejects with null': () => Promise.reject(null),
  'has no room': () => Promise.resolve({ ok: false, failure: storageFailure('full', 'save') }),
  'never answers': () => new Promise(() => {}),
  'cannot clone': () => Promise.reject(new DOMException('could not be cloned', 'DataCloneError')),
  'lost its connection': () => Promise.reject(new DOMException('closing', 'InvalidStateError')),
  'gives an error without a name': () => Promise.reject(Object.assign(new Error('no'), { name: '' })),
}
const names = Object.keys(faults)
type Call = keyof PlanStorage

/** A storage whose calls can be made to fail. */
function createFaulty() {
  const memory = createMemoryPlanStorage()
  const broken = new Map<Call, () => unknown>()
  const storage = new Proxy(memory, {
    get(target, call: Call) {
      return (...args: unknown[]) => {
        const fault = broken.get(call)
        return fault ? fault() : Reflect.apply(target[call] as (...args: unknown[]) => unknown, target, args)
      }
    },
  })
  return { memory, storage, broken }
}

function worldOf(storage: PlanStorage): SessionWorld {
  let ids = 0
  return { storage, now: () => 1, newId: () => `id-${ids++}` }
}

function insert(plan: Plan, words: string) {
  const at = plan.text.indexOf('alpha')
  return { ok: true as const, change: makeChange('Type', plan.text.length, [{ from: at, to: at, insert: words }]) }
}

const summary = { id: 'a', name: 'T', done: 0, total: 1, createdAt: 1, changedAt: 1 }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function openStored() {
  const faulty = createFaulty()
  await faulty.memory.create({ summary, text, envelope: plainEnvelope })
  const loaded = await faulty.memory.load('a')
  if (!loaded.ok || !loaded.value) throw new Error('The plan did not load')
  return { ...faulty, session: openSession(worldOf(faulty.storage), loaded.value) }
}

async function wordsIn(memory: PlanStorage, id: string): Promise<string | null> {
  const loaded = await memory.load(id)
  if (!loaded.ok || !loaded.value) return null
  return openSession(worldOf(memory), loaded.value).state.getState().plan.text
}

describe.each(names)('storage that %s', name => {
  const fault = faults[name] ?? (() => {})

  test.each<readonly Call[]>([
    ['append'],
    ['append', 'newer'],
    ['append', 'newer', 'load'],
    ['append', 'newer', 'load', 'create', 'renewSnapshot'],
  ])(
    'when an edit is saved (%s %s %s): a message within a second, the text stays, saving resumes by itself',
    async (...calls) => {
      const { memory, broken, session } = await openStored()
      for (const call of calls) if (call) broken.set(call, fault)
      session.run(insert, 'one ')
      await vi.advanceTimersByTimeAsync(1_000)
      const { save, plan } = session.state.getState()
      expect(save).toMatchObject({ kind: 'failed', failure: { message: expect.stringMatching(/.{40}/) } })
      expect(plan.text).toContain('one alpha')
      session.run(insert, 'two ')
      await vi.advanceTimersByTimeAsync(20_000)
      expect(session.state.getState().save.kind).toBe('failed')
      broken.clear()
      await vi.advanceTimersByTimeAsync(40_000)
      expect(session.state.getState().save).toEqual({ kind: 'saved' })
      expect(await wordsIn(memory, 'a')).toBe(session.state.getState().plan.text)
      session.close()
    },
  )

  test('when a new plan gets its first edit: the same', async () => {
    const { memory, storage, broken } = createFaulty()
    const session = openUnstored(worldOf(storage), summary, text, plainEnvelope)
    broken.set('create', fault)
    session.run(insert, 'one ')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(session.state.getState().save.kind).toBe('failed')
    broken.clear()
    await vi.advanceTimersByTimeAsync(40_000)
    expect(session.state.getState().save).toEqual({ kind: 'saved' })
    expect(await wordsIn(memory, 'a')).toBe(session.state.getState().plan.text)
    session.close()
  })

  test('when the list is read: a message within a second, and the list as soon as it can be read', async () => {
    const { memory, storage, broken } = createFaulty()
    await memory.create({ summary, text, envelope: plainEnvelope })
    const library = createLibrary(worldOf(storage))
    broken.set('list', fault)
    void library.refresh()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(library.state.getState().failure?.message).toMatch(/.{40}/)
    broken.clear()
    await library.refresh()
    expect(library.state.getState()).toMatchObject({ failure: null, plans: [summary] })
  })

  test.each<readonly [Call, (library: ReturnType<typeof createLibrary>) => Promise<{ ok: boolean }>]>([
    ['load', library => library.openPlan('a')],
    ['create', library => library.createPlan(text, 'T', plainEnvelope)],
    ['remove', library => library.deletePlan('a')],
    ['restore', library => library.restorePlan('a')],
  ])(
    'when a plan is opened, made, deleted or restored (%s): a failure with words, and no exception',
    async (call, work) => {
      const { memory, storage, broken } = createFaulty()
      await memory.create({ summary, text, envelope: plainEnvelope })
      broken.set(call, fault)
      const result = work(createLibrary(worldOf(storage)))
      await vi.dynamicImportSettled()
      await vi.advanceTimersByTimeAsync(10_000)
      expect(await result).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/.{40}/) } })
    },
  )
})

/** Ms after which backups are taken when nobody edits. */
const untilIdle = 60_000

describe.each(names)('beside the saving of edits, storage that %s', name => {
  const fault = faults[name] ?? (() => {})

  test.each<Call>(['renewSnapshot', 'backUp', 'backups'])('in %s: every edit is stored all the same', async call => {
    const { memory, broken, session } = await openStored()
    broken.set(call, fault)
    for (let edit = 0; edit < 220; edit++) session.run(insert, 'w ')
    await vi.advanceTimersByTimeAsync(untilIdle)
    expect(session.state.getState().save).toEqual({ kind: 'saved' })
    expect(await wordsIn(memory, 'a')).toBe(session.state.getState().plan.text)
    broken.clear()
    session.run(insert, 'last ')
    await vi.advanceTimersByTimeAsync(untilIdle)
    expect(session.state.getState().save).toEqual({ kind: 'saved' })
    expect(await wordsIn(memory, 'a')).toContain('last ')
    session.close()
  })

  test('in purge: the list is there all the same', async () => {
    const { memory, storage, broken } = createFaulty()
    await memory.create({ summary, text, envelope: plainEnvelope })
    broken.set('purge', fault)
    const library = createLibrary(worldOf(storage))
    void library.refresh()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(library.state.getState()).toMatchObject({ failure: null, plans: [summary] })
  })

  test('in aside: a failure with words, and no exception', async () => {
    const { broken, session } = await openStored()
    broken.set('aside', fault)
    const result = session.readAside()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await result).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/.{40}/) } })
    session.close()
  })
})

describe.each(names)('reading what is kept beside a plan from storage that %s', name => {
  const fault = faults[name] ?? (() => {})

  test('a backup: a failure with words, and the plan goes on', async () => {
    const { storage, broken } = createFaulty()
    const library = createLibrary(worldOf(storage))
    const created = await library.createPlan(text, 'T', plainEnvelope)
    const opened = created.ok ? await library.openPlan(created.value) : created
    if (!opened.ok || !opened.value) throw new Error('The plan did not open')
    broken.set('readBackup', fault)
    const entry = { at: 1, revision: 0, reason: 'edits', size: 1, done: 0, total: 1 } as const
    const answer = opened.value.past.read(entry)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await answer).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/\w/) } })
    opened.value.run(insert, 'x')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(opened.value.state.getState().save).toEqual({ kind: 'saved' })
  })

  test('a plan that cannot be opened: what is left of it is nothing, and no exception', async () => {
    const { storage, broken } = createFaulty()
    const library = createLibrary(worldOf(storage))
    const created = await library.createPlan(text, 'T', plainEnvelope)
    broken.set('raw', fault)
    const left = library.readLeftover(created.ok ? created.value : '')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await left).toEqual({ salvaged: null, raw: null })
  })
})

describe('a store that was wiped', () => {
  test('under an open plan has it again with the next edit, and people are told', async () => {
    const { memory, session } = await openStored()
    const notices: string[] = []
    session.onNotice(notice => notices.push(notice.kind))
    await memory.remove('a', 1)
    await memory.purge(2)
    session.run(insert, 'one ')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(notices).toEqual(['stored-again'])
    expect(session.state.getState().save).toEqual({ kind: 'saved' })
    expect(await wordsIn(memory, 'a')).toBe(session.state.getState().plan.text)
    session.close()
  })

  test('is told from a first visit, and from plans that were deleted here', async () => {
    const memory = createMemoryPlanStorage()
    let kept = false
    const plansMemory = {
      hadPlans: () => kept,
      keep(hasPlans: boolean) {
        kept = hasPlans
      },
    }
    const library = createLibrary({ ...worldOf(memory), memory: plansMemory })
    await library.refresh()
    expect(library.state.getState().failure).toBeNull()
    await memory.create({ summary, text, envelope: plainEnvelope })
    await library.refresh()
    await library.deletePlan('a')
    expect(library.state.getState()).toEqual({ plans: [], failure: null })
    await library.restorePlan('a')
    await memory.remove('a', 1)
    await memory.purge(2)
    await library.refresh()
    expect(library.state.getState().failure?.message).toContain('There were plans here')
  })
})

test('a plan that was deleted elsewhere says so, keeps its edits, and can be kept', async () => {
  const { memory, session } = await openStored()
  await memory.remove('a', 1)
  session.run(insert, 'one ')
  await session.settled()
  expect(session.state.getState().save).toMatchObject({ kind: 'failed', failure: { code: 'missing' } })
  expect(await memory.list()).toMatchObject({ value: [] })
  session.retry()
  await session.settled()
  expect(session.state.getState().save).toEqual({ kind: 'saved' })
  expect(await memory.list()).toMatchObject({ value: [{ id: 'a' }] })
  expect(await wordsIn(memory, 'a')).toContain('one alpha')
  session.close()
})
