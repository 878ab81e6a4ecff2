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
import { storageWaits } from './storageWaits.ts'

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
  const broken = new Map<Call, (...args: readonly unknown[]) => unknown>()
  const storage = new Proxy(memory, {
    get(target, call: Call) {
      return (...args: unknown[]) => {
        const fault = broken.get(call)
        return fault ? fault(...args) : Reflect.apply(target[call] as (...args: unknown[]) => unknown, target, args)
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

/** Where no failure was given within a second, the screen says that storage is slow. */
async function hearOfItWithinASecond(answer: Promise<{ ok: boolean }>): Promise<void> {
  let failed = false
  void answer.then(({ ok }) => {
    failed = !ok
  })
  await vi.dynamicImportSettled()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(failed || storageWaits.getState().count > 0).toBe(true)
}

const summary = { id: 'a', name: 'T', done: 0, total: 1, createdAt: 1, changedAt: 1 }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(60_000)
  expect(storageWaits.getState().count).toBe(0)
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

  test('when settings are read and kept: words within a second, they count in this tab, and are kept later', async () => {
    const { memory, broken, session } = await openStored()
    broken.set('readSettings', fault)
    void session.settings.read()
    await vi.advanceTimersByTimeAsync(10_000)
    broken.set('keepSettings', fault)
    session.settings.change({ workers: 7 })
    await vi.advanceTimersByTimeAsync(1_000)
    const { settings, failure } = session.settings.state.getState()
    expect(settings.workers).toBe(7)
    expect(failure !== null || storageWaits.getState().count > 0).toBe(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(session.settings.state.getState().failure?.message).toMatch(/.{40}/)
    broken.clear()
    session.settings.change({ hoursPerDay: 8 })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(session.settings.state.getState().failure).toBeNull()
    expect(await memory.readSettings('a')).toEqual({ ok: true, value: 'w7_h8' })
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
    'when a plan is opened, made, deleted or restored (%s): words within a second, and no exception',
    async (call, work) => {
      const { memory, storage, broken } = createFaulty()
      await memory.create({ summary, text, envelope: plainEnvelope })
      broken.set(call, fault)
      const result = work(createLibrary(worldOf(storage)))
      // Whoever opens a plan says by itself that it takes long: currentPlan.test.ts.
      if (call !== 'load') await hearOfItWithinASecond(result)
      await vi.advanceTimersByTimeAsync(10_000)
      expect(await result).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/.{40}/) } })
    },
  )
})

/** Ms after which backups are taken when nobody edits. */
const untilIdle = 60_000

describe.each(names)('beside the saving of edits, storage that %s', name => {
  const fault = faults[name] ?? (() => {})

  test.each<Call>(['renewSnapshot', 'backUp'])('in %s: people are told once, and every edit is stored', async call => {
    const { memory, broken, session } = await openStored()
    const notices: string[] = []
    session.onNotice(notice => notices.push(notice.kind))
    broken.set(call, fault)
    for (let edit = 0; edit < 220; edit++) session.run(insert, 'w ')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(notices.length > 0 || storageWaits.getState().count > 0).toBe(true)
    await vi.advanceTimersByTimeAsync(untilIdle)
    expect(notices).toEqual(['no-upkeep'])
    expect(session.state.getState().save).toEqual({ kind: 'saved' })
    expect(await wordsIn(memory, 'a')).toBe(session.state.getState().plan.text)
    broken.clear()
    session.run(insert, 'last ')
    await vi.advanceTimersByTimeAsync(untilIdle)
    expect(session.state.getState().save).toEqual({ kind: 'saved' })
    expect(await wordsIn(memory, 'a')).toContain('last ')
    session.close()
  })

  test('in purge: words within a second, and the list is there all the same', async () => {
    const { memory, storage, broken } = createFaulty()
    await memory.create({ summary, text, envelope: plainEnvelope })
    broken.set('purge', fault)
    const library = createLibrary(worldOf(storage))
    const cleared = library.clearDeleted()
    void library.refresh()
    await hearOfItWithinASecond(cleared)
    expect(library.state.getState()).toMatchObject({ failure: null, plans: [summary] })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await cleared).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/.{40}/) } })
  })

  test('in aside: words within a second, and no exception', async () => {
    const { broken, session } = await openStored()
    broken.set('aside', fault)
    const result = session.readAside()
    await hearOfItWithinASecond(result)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await result).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/.{40}/) } })
    session.close()
  })
})

describe.each(names)('reading what is kept beside a plan from storage that %s', name => {
  const fault = faults[name] ?? (() => {})

  test.each<Call>(['backups', 'load', 'readBackup'])(
    'in %s: words within a second, and the plan goes on',
    async call => {
      const { storage, broken } = createFaulty()
      const library = createLibrary(worldOf(storage))
      const created = await library.createPlan(text, 'T', plainEnvelope)
      const opened = created.ok ? await library.openPlan(created.value) : created
      if (!opened.ok || !opened.value) throw new Error('The plan did not open')
      broken.set(call, fault)
      const entry = { at: 1, revision: 0, reason: 'edits', size: 1, done: 0, total: 1 } as const
      const { past } = opened.value
      const answer: Promise<{ ok: boolean }> = call === 'readBackup' ? past.read(entry) : past.list()
      await hearOfItWithinASecond(answer)
      await vi.advanceTimersByTimeAsync(10_000)
      expect(await answer).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/\w/) } })
      opened.value.run(insert, 'x')
      await vi.advanceTimersByTimeAsync(1_000)
      expect(opened.value.state.getState().save).toEqual({ kind: 'saved' })
    },
  )

  test('a plan that cannot be opened: what is left of it is nothing, and no exception', async () => {
    const { storage, broken } = createFaulty()
    const library = createLibrary(worldOf(storage))
    const created = await library.createPlan(text, 'T', plainEnvelope)
    broken.set('raw', fault)
    const left = library.readLeftover(created.ok ? created.value : '')
    await vi.dynamicImportSettled()
    await vi.advanceTimersByTimeAsync(1_000)
    if (name === 'never answers') expect(storageWaits.getState().count).toBe(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await left).toEqual({ salvaged: null, raw: null })
  })
})

describe('a store that was wiped just before', () => {
  /** Everything is gone, at this call and from then on, until something is stored again. */
  async function openWiped(...calls: readonly Call[]) {
    const { memory, storage, broken } = createFaulty()
    const library = createLibrary(worldOf(storage))
    const created = await library.createPlan(text, 'T', plainEnvelope)
    if (!created.ok) throw new Error(created.failure.message)
    const id = created.value
    const opened = await library.openPlan(id)
    if (!opened.ok || !opened.value) throw new Error('The plan did not open')
    const notices: string[] = []
    opened.value.onNotice(notice => notices.push(notice.kind))
    let isWiped = false
    for (const call of calls) {
      broken.set(call, async (...args: readonly unknown[]) => {
        if (!isWiped) {
          await memory.remove(id, 1)
          await memory.purge(2)
        }
        isWiped = true
        return Reflect.apply(memory[call] as (...args: readonly unknown[]) => unknown, memory, args)
      })
    }
    return { memory, library, id, session: opened.value, notices }
  }

  test.each<Call>(['append', 'backUp', 'renewSnapshot'])(
    '%s: the plan is stored again whole with the next edit, people are told, and nothing is missing',
    async call => {
      const { memory, session, notices, id } = await openWiped(call)
      for (let edit = 0; edit < 220; edit++) session.run(insert, 'w ')
      await vi.advanceTimersByTimeAsync(untilIdle)
      session.run(insert, 'last ')
      await vi.advanceTimersByTimeAsync(1_000)
      expect(notices).toContain('stored-again')
      expect(session.state.getState().save).toEqual({ kind: 'saved' })
      expect(await wordsIn(memory, id)).toBe(session.state.getState().plan.text)
      session.close()
    },
  )

  test.each<Call>(['newer', 'load'])(
    '%s, with nothing to save: words within a second, and keeping stores it',
    async call => {
      const { memory, session, id } = await openWiped(call, 'newer')
      session.retry()
      await vi.advanceTimersByTimeAsync(1_000)
      session.run(insert, 'one ')
      await vi.advanceTimersByTimeAsync(1_000)
      expect(session.state.getState().save).toEqual({ kind: 'saved' })
      expect(await wordsIn(memory, id)).toBe(session.state.getState().plan.text)
      session.close()
    },
  )

  test.each<Call>(['backups', 'readBackup', 'aside'])('%s: the history answers, and the plan goes on', async call => {
    const { memory, session, id } = await openWiped(call)
    const entry = { at: 1, revision: 0, reason: 'edits', size: 1, done: 0, total: 1 } as const
    const answer = call === 'readBackup' ? session.past.read(entry) : session.past.list()
    await vi.advanceTimersByTimeAsync(1_000)
    expect((await answer).ok).toBe(true)
    session.run(insert, 'one ')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(session.state.getState().save).toEqual({ kind: 'saved' })
    expect(await wordsIn(memory, id)).toBe(session.state.getState().plan.text)
    session.close()
  })

  test.each<readonly [Call, (library: ReturnType<typeof createLibrary>, id: string) => Promise<unknown>]>([
    ['remove', (library, id) => library.deletePlan(id)],
    ['restore', (library, id) => library.restorePlan(id)],
  ])('%s: words within a second', async (call, work) => {
    const { library, session, id } = await openWiped(call)
    const answer = work(library, id)
    await vi.dynamicImportSettled()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await answer).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/.{40}/) } })
    session.close()
  })

  test('load of a plan to open: it is said to be missing', async () => {
    const { library, session, id } = await openWiped('load')
    session.close()
    expect(await library.openPlan(id)).toEqual({ ok: true, value: null })
  })

  test('readSettings: there are none, those of this tab go on, and are stored with the plan', async () => {
    const { memory, session, id } = await openWiped('readSettings')
    await session.settings.read()
    expect(session.settings.state.getState()).toMatchObject({ failure: null })
    session.settings.change({ workers: 7 })
    session.run(insert, 'one ')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await wordsIn(memory, id)).toBe(session.state.getState().plan.text)
    expect(await memory.readSettings(id)).toEqual({ ok: true, value: 'w7' })
    session.close()
  })

  test('create: a new plan is stored whole, and its next edits with it', async () => {
    const { memory, storage, broken } = createFaulty()
    await memory.create({ summary, text, envelope: plainEnvelope })
    broken.set('create', async (...args) => {
      await memory.remove('a', 1)
      await memory.purge(2)
      broken.clear()
      return Reflect.apply(memory.create as (...args: readonly unknown[]) => unknown, memory, args)
    })
    const library = createLibrary(worldOf(storage))
    const created = await library.createPlan(text, 'T', plainEnvelope)
    if (!created.ok) throw new Error(created.failure.message)
    expect(library.state.getState()).toMatchObject({ failure: null, plans: [{ id: created.value }] })
    const opened = await library.openPlan(created.value)
    if (!opened.ok || !opened.value) throw new Error('The plan did not open')
    opened.value.run(insert, 'one ')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await wordsIn(memory, created.value)).toBe(opened.value.state.getState().plan.text)
    opened.value.close()
  })

  test('raw, of a plan that cannot be opened: nothing is left of it, and no exception', async () => {
    const { library, session, id } = await openWiped('raw')
    session.close()
    expect(await library.readLeftover(id)).toEqual({ salvaged: null, raw: null })
  })

  test('purge: there is nothing to clear away, and the open plan is stored again with its next edit', async () => {
    const { memory, library, session, id, notices } = await openWiped('purge')
    expect(await library.clearDeleted()).toEqual({ ok: true, value: undefined })
    session.run(insert, 'one ')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(notices).toEqual(['stored-again'])
    expect(await wordsIn(memory, id)).toBe(session.state.getState().plan.text)
    session.close()
  })

  test('keepSettings: words within a second, they count in this tab, and are stored with the plan', async () => {
    const { memory, session, id } = await openWiped('keepSettings')
    session.settings.change({ workers: 7 })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(session.settings.state.getState()).toMatchObject({
      settings: { workers: 7 },
      failure: { message: expect.stringMatching(/.{40}/) },
    })
    session.run(insert, 'one ')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await memory.readSettings(id)).toEqual({ ok: true, value: 'w7' })
    session.close()
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

  test('under an open plan has its settings again as well', async () => {
    const { memory, session } = await openStored()
    await memory.keepSettings('a', 'w7')
    await session.settings.read()
    await memory.remove('a', 1)
    await memory.purge(2)
    session.run(insert, 'one ')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await memory.readSettings('a')).toEqual({ ok: true, value: 'w7' })
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
