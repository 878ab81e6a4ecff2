import { expect, test, vi } from 'vitest'
import { makeChange } from '#plan/change.ts'
import { plainEnvelope } from '#plan/file.ts'
import type { Plan } from '#plan/plan.ts'
import { backupEvery } from '#storage/keepBackups.ts'
import { createMemoryPlanStorage } from '#storage/memoryPlanStorage.ts'
import type { PlanStorage, StoredPlan } from '#storage/planStorage.ts'
import { storageFailure } from '#storage/storageFailure.ts'
import { createLibrary } from './library.ts'
import { openSession } from './planSession.ts'
import type { SessionWorld } from './sessionWorld.ts'

const text = '# T\n\n## Phase 1: P\n\n### Stream A: S\n- [ ] alpha\n- [x] beta\n'
const summary = { id: 'a', name: 'T', done: 1, total: 2, createdAt: 1, changedAt: 1 }

function insert(plan: Plan, words: string) {
  const at = plan.text.indexOf('alpha')
  return { ok: true as const, change: makeChange('Type', plan.text.length, [{ from: at, to: at, insert: words }]) }
}

/** A plan in memory, a clock, and idle moments that come when they are called for. */
async function openStored(storage: PlanStorage = createMemoryPlanStorage()) {
  await storage.create({ summary, text, envelope: plainEnvelope })
  const clock = { now: 1_000_000 }
  const idle: (() => void)[] = []
  const world: SessionWorld = {
    storage,
    now: () => clock.now,
    newId: () => `id-${Math.random()}`,
    whenIdle: work => void idle.push(work),
  }
  const beIdle = async () => {
    for (const work of idle.splice(0)) work()
    await session.settled()
    await vi.waitFor(() => expect(idle).toEqual([]))
    await new Promise(resolve => setTimeout(resolve))
  }
  const session = openSession(world, await stored(storage))
  return { world, storage, session, clock, idle, beIdle }
}

async function stored(storage: PlanStorage): Promise<StoredPlan> {
  const loaded = await storage.load('a')
  if (!loaded.ok || !loaded.value) throw new Error('The plan did not load')
  return loaded.value
}

async function backupTexts({ session }: Awaited<ReturnType<typeof openStored>>) {
  const past = await session.past.list()
  if (!past.ok) throw new Error(past.failure.message)
  const read = await Promise.all(past.value.backups.map(each => session.past.read(each)))
  return past.value.backups.map(({ reason }, index) => [reason, read[index]?.ok && read[index].value])
}

test('the text before the first edit is backed up, when there is time for it, and not before', async () => {
  const opened = await openStored()
  opened.session.run(insert, 'one ')
  opened.session.run(insert, 'two ')
  await opened.session.settled()
  expect(await backupTexts(opened)).toEqual([])
  await opened.beIdle()
  expect(await backupTexts(opened)).toEqual([['edits', text]])
})

test('the next backup is taken five minutes later, of the text before that edit', async () => {
  const opened = await openStored()
  const { session, clock, idle, beIdle } = opened
  session.run(insert, 'one ')
  await beIdle()
  clock.now += backupEvery - 1
  session.run(insert, 'two ')
  expect(idle).toEqual([])
  await session.settled()
  clock.now += 1
  session.run(insert, 'three ')
  await beIdle()
  expect(await backupTexts(opened)).toEqual([
    ['edits', text.replace('alpha', 'one two alpha')],
    ['edits', text],
  ])
})

test('a backup that fails does not show: the plan is saved all the same', async () => {
  const storage = createMemoryPlanStorage()
  const full = async () => ({ ok: false as const, failure: storageFailure('full', 'save') })
  const opened = await openStored({ ...storage, backUp: full })
  opened.session.run(insert, 'one ')
  await opened.beIdle()
  expect(opened.session.state.getState().save).toEqual({ kind: 'saved' })
})

test('restoring is one step to undo, and what was there is backed up first', async () => {
  const opened = await openStored()
  const { session } = opened
  session.run(insert, 'one ')
  const edited = session.state.getState().plan.text
  expect(await session.past.restore(text)).toMatchObject({ ok: true, change: { label: 'Restore' } })
  expect(session.state.getState().plan.text).toBe(text)
  await session.settled()
  expect((await backupTexts(opened))[0]).toEqual(['restore', edited])
  expect(session.undo()).toBe('Restore')
  expect(session.state.getState().plan.text).toBe(edited)
})

test('restoring what is there already changes nothing and says so', async () => {
  const { session } = await openStored()
  expect(await session.past.restore(text)).toMatchObject({ ok: false, refusal: { code: 'same-text' } })
})

test('words that two tabs edited at once are in the history of both, whosever gave way', async () => {
  const first = await openStored()
  const other = openSession(first.world, await stored(first.storage))
  const rename = (plan: Plan, words: string) => {
    const from = plan.text.indexOf('alpha')
    return {
      ok: true as const,
      change: makeChange('Rename task', plan.text.length, [{ from, to: from + 5, insert: words }]),
    }
  }
  first.session.run(rename, 'gamma')
  other.run(rename, 'delta')
  await first.session.settled()
  await other.settled()
  const texts = await stored(first.storage).then(({ log }) => JSON.stringify(log))
  const lost = texts.includes('"lost":["gamma"]') ? 'gamma' : 'delta'
  for (const tab of [first.session, other]) {
    expect(await tab.past.list()).toMatchObject({ ok: true, value: { lost: [{ words: lost, label: 'Rename task' }] } })
  }
})

test('a plan is backed up before it is deleted, and one that cannot be backed up is deleted all the same', async () => {
  const opened = await openStored()
  const library = createLibrary(opened.world)
  await library.deletePlan('a')
  expect(await backupTexts(opened)).toEqual([['delete', text]])

  const failing = { ...opened.storage, load: () => new Promise<never>(() => {}) }
  await opened.storage.restore('a')
  expect(await createLibrary({ ...opened.world, storage: failing }).deletePlan('a')).toMatchObject({ ok: true })
})

test('people hear when a plan was built from a backup', async () => {
  const { world, storage } = await openStored()
  const notices: unknown[] = []
  openSession(world, { ...(await stored(storage)), fromBackup: 7, unreadable: 2 }).onNotice(each => notices.push(each))
  expect(notices).toEqual([{ kind: 'from-backup', at: 7, missing: 2 }])
})
