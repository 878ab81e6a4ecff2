import { expect, test } from 'vitest'
import { makeChange } from '#plan/change.ts'
import { plainEnvelope } from '#plan/file.ts'
import type { Plan } from '#plan/plan.ts'
import { usualSettings } from '#plan/settings/viewSettings.ts'
import { createMemoryPlanStorage } from '#storage/memoryPlanStorage.ts'
import type { PlanStorage } from '#storage/planStorage.ts'
import { createLibrary } from './library.ts'
import type { PlanSession } from './planSession.ts'

const text = '---\nbraid-workers: 6\n---\n\n# T\n\n- [ ] alpha\n'

function libraryOn(storage: PlanStorage) {
  let ids = 0
  return createLibrary({ storage, now: () => 1, newId: () => `id-${ids++}` })
}

function insert(plan: Plan) {
  const at = plan.text.indexOf('alpha')
  return { ok: true as const, change: makeChange('Type', plan.text.length, [{ from: at, to: at, insert: 'x' }]) }
}

async function open(library: ReturnType<typeof libraryOn>, id: string): Promise<PlanSession> {
  const opened = await library.openPlan(id)
  if (!opened.ok || !opened.value) throw new Error('The plan did not open')
  await opened.value.settings.read()
  return opened.value
}

async function create(library: ReturnType<typeof libraryOn>, words = text): Promise<string> {
  const created = await library.createPlan(words, 'T', plainEnvelope)
  if (!created.ok) throw new Error(created.failure.message)
  return created.value
}

const settingsOf = (session: PlanSession) => session.settings.state.getState().settings

test('what the text says counts until somebody sets something here, which stays, and never touches the text', async () => {
  const storage = createMemoryPlanStorage()
  const library = libraryOn(storage)
  const id = await create(library)
  const session = await open(library, id)
  expect(settingsOf(session)).toEqual({ ...usualSettings, workers: 6 })
  session.settings.change({ workers: 2 })
  await session.settled()
  session.close()
  const again = await open(library, id)
  expect(settingsOf(again)).toEqual({ ...usualSettings, workers: 2 })
  expect(again.state.getState().plan.text).toBe(text)
  expect(again.state.getState().history.undo).toEqual([])
})

test('the settings of a link are shown, kept with a copy, and not stored before', async () => {
  const storage = createMemoryPlanStorage()
  const library = libraryOn(storage)
  const session = await library.openShown('# T\n\n- [ ] alpha\n', 'T', plainEnvelope, { ...usualSettings, workers: 9 })
  await session.settings.read()
  expect(settingsOf(session).workers).toBe(9)
  session.settings.change({ hoursPerDay: 8 })
  expect(await storage.list()).toEqual({ ok: true, value: [] })
  session.keep()
  await session.settled()
  await Promise.resolve()
  expect(await library.readSettings(session.id)).toBe('w9_h8')
})

test('settings of a plan that is stored with its first edit are stored with it', async () => {
  const storage = createMemoryPlanStorage()
  const library = libraryOn(storage)
  const session = await library.openExample('# T\n\n- [ ] alpha\n', 'T', plainEnvelope)
  session.settings.change({ workers: 3 })
  expect(await storage.list()).toEqual({ ok: true, value: [] })
  session.run(insert)
  await session.settled()
  await Promise.resolve()
  expect(await library.readSettings(session.id)).toBe('w3')
})

test('a copy of a plan is looked at as the plan is', async () => {
  const library = libraryOn(createMemoryPlanStorage())
  const id = await create(library)
  const session = await open(library, id)
  session.settings.change({ workers: 2 })
  await session.settled()
  const copy = await library.duplicatePlan(id, 'Copy')
  expect(copy.ok && copy.value !== null && (await library.readSettings(copy.value))).toBe('w2')
})

test('of two tabs the newest settings stand, and the other reads them', async () => {
  const library = libraryOn(createMemoryPlanStorage())
  const id = await create(library)
  const here = await open(library, id)
  const there = await open(library, id)
  here.settings.change({ workers: 2 })
  there.settings.change({ workers: 5 })
  await Promise.all([here.settled(), there.settled()])
  await here.settings.read()
  expect(settingsOf(here).workers).toBe(5)
})
