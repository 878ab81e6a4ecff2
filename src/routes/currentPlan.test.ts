import { expect, test } from 'vitest'
import { setTaskState } from '#plan/edit/setTaskState.ts'
import { plainEnvelope } from '#plan/file.ts'
import { examplePlan } from '#plan/templates/examplePlan.ts'
import { createLibrary } from '#session/library.ts'
import { createMemoryPlanStorage } from '#storage/memoryPlanStorage.ts'
import { createCurrentPlan } from './currentPlan.ts'

async function setUp() {
  const storage = createMemoryPlanStorage()
  let made = 0
  const library = createLibrary({ storage, now: () => 1, newId: () => `id-${made++}` })
  const current = createCurrentPlan(library, () => library.openExample(examplePlan, 'Example', plainEnvelope))
  const created = await library.createPlan('# One\n\n- [ ] First\n', 'one', plainEnvelope)
  if (!created.ok) throw new Error('The plan was not created')
  const shown = () => current.state.getState()
  const session = () => {
    const now = shown()
    if (now.kind !== 'plan') throw new Error(`The screen shows ${now.kind}`)
    return now.session
  }
  return { storage, library, current, shown, session, planId: created.value }
}

test('a stored plan opens, and opening it again keeps the session with its undo', async () => {
  const { current, session, planId } = await setUp()
  await current.open(planId)
  const first = session()
  await current.open(planId)
  expect(session()).toBe(first)
  expect(first.state.getState().plan.title).toBe('One')
})

test('a plan that is not there is missing', async () => {
  const { current, shown } = await setUp()
  await current.open('elsewhere')
  expect(shown().kind).toBe('missing')
})

test('a storage that cannot be read says why', async () => {
  const { storage, current, shown, planId } = await setUp()
  const failure = { code: 'broken', message: 'The disk is gone.' } as const
  storage.load = async () => ({ ok: false, failure })
  await current.open(planId)
  expect(shown()).toEqual({ kind: 'failed', failure })
})

test('what was asked for last is shown, also when an earlier answer comes later', async () => {
  const { storage, current, shown, session, planId } = await setUp()
  const load = storage.load.bind(storage)
  let answer = () => {}
  const late = new Promise<void>(resolve => {
    answer = resolve
  })
  storage.load = async id => {
    if (id === 'slow') await late
    return load(id)
  }
  const slow = current.open('slow')
  await current.open(planId)
  answer()
  await slow
  expect(shown().kind).toBe('plan')
  expect(session().id).toBe(planId)
})

test('a storage that takes long to answer is said, and the plan shows as soon as it is read', async () => {
  const { storage, current, shown, planId } = await setUp()
  const load = storage.load.bind(storage)
  let answer = () => {}
  const late = new Promise<void>(resolve => {
    answer = resolve
  })
  storage.load = async id => {
    await late
    return load(id)
  }
  await current.open(planId)
  expect(shown().kind).toBe('slow')
  answer()
  await expect.poll(() => shown().kind).toBe('plan')
})

test('leaving while a plan is read leaves the screen empty', async () => {
  const { current, shown, planId } = await setUp()
  const opening = current.open(planId)
  current.close()
  await opening
  expect(shown().kind).toBe('nothing')
})

test('the example is stored with its first edit and stays the same session at its new address', async () => {
  const { library, current, session } = await setUp()
  await current.openExample()
  const example = session()
  expect(library.state.getState().plans).toHaveLength(1)

  const task = example.state.getState().plan.phases[0]?.streams[0]?.tasks[3]
  if (!task) throw new Error('The example has no such task')
  example.run(setTaskState, task.id, 'done')
  await current.open(example.id)
  expect(session()).toBe(example)

  await example.settled()
  await library.refresh()
  expect(library.state.getState().plans?.map(plan => plan.name)).toContain('Island Ferry Booking')
})

test('the example comes back fresh after it was edited', async () => {
  const { current, session } = await setUp()
  await current.openExample()
  const first = session()
  await current.openExample()
  expect(session()).toBe(first)
  const task = first.state.getState().plan.criteria[0]
  if (!task) throw new Error('The example has no criteria')
  first.run(setTaskState, task.id, 'done')
  await current.openExample()
  expect(session()).not.toBe(first)
})

test('a plan that could not be stored opens at its address', async () => {
  const { library, current, session } = await setUp()
  const unstored = await library.openExample('# Lost\n', 'lost', plainEnvelope)
  current.prepare(unstored)
  await current.open(unstored.id)
  expect(session()).toBe(unstored)
})
