import { expect, test } from 'vitest'
import { changeToJson, makeChange } from '#plan/change.ts'
import { plainEnvelope } from '#plan/file.ts'
import type { Plan } from '#plan/plan.ts'
import { createMemoryPlanStorage } from '#storage/memoryPlanStorage.ts'
import type { Journal, Left, LeftEdits } from './journal.ts'
import { createLibrary } from './library.ts'
import type { SessionWorld } from './sessionWorld.ts'

const text = '# T\n\n## Phase 1: P\n\n### Stream A: S\n- [ ] alpha\n- [ ] beta\n'

function insert(at: string, words: string) {
  return (plan: Plan) => {
    const from = plan.text.indexOf(at)
    return { ok: true as const, change: makeChange('Type', plan.text.length, [{ from, to: from, insert: words }]) }
  }
}

function setUp() {
  const left = new Map<string, Left>()
  const journal: Journal = {
    write: (tab, edits) => left.set(tab, structuredClone(edits)),
    remove: tab => left.delete(tab),
    read: () => [...left].map(([tab, edits]) => ({ tab, left: edits })),
  }
  const storage = createMemoryPlanStorage()
  let ids = 0
  const world: SessionWorld = { storage, now: () => 1, newId: () => `id-${ids++}`, journal }
  return { left, storage, world, openLibrary: () => createLibrary(world) }
}

async function opened(library: ReturnType<typeof createLibrary>, id: string) {
  const result = await library.openPlan(id)
  if (!result.ok || !result.value) throw new Error('The plan did not open')
  return result.value
}

/** One edit, as a page that is gone left it. */
function leftEdit(id: string, base: string, at: string, words: string): LeftEdits {
  const from = base.indexOf(at)
  const change = changeToJson(makeChange('Type', base.length, [{ from, to: from, insert: words }]))
  return { id, revision: 0, plan: null, steps: [{ kind: 'edit', origin: 'gone:0', change, at: 1 }], settings: null }
}

test('what a page left is woven into what came in since, once', async () => {
  const { left, openLibrary } = setUp()
  const library = openLibrary()
  const created = await library.createPlan(text, 'T', plainEnvelope)
  if (!created.ok) throw new Error('The plan was not created')
  const session = await opened(library, created.value)
  session.run(insert('alpha', 'other '))
  await session.settled()
  const edits = leftEdit(created.value, text, 'beta', 'left ')
  const words = text.replace('alpha', 'other alpha').replace('beta', 'left beta')
  for (let round = 0; round < 2; round++) {
    left.set('gone', edits)
    const again = await opened(openLibrary(), created.value)
    expect(again.state.getState().plan.text).toBe(words)
    expect(left.size).toBe(0)
  }
})

test('a new plan that its page could not store is there on the next visit, with its edits', async () => {
  const { left, openLibrary } = setUp()
  const summary = { id: 'new', name: 'T', done: 0, total: 2, createdAt: 1, changedAt: 1 }
  const plan = { summary, text, envelope: plainEnvelope }
  left.set('gone', { ...leftEdit('new', text, 'beta', 'left '), plan })
  const library = openLibrary()
  await library.refresh()
  expect(library.state.getState().plans?.map(entry => entry.id)).toEqual(['new'])
  const session = await opened(library, 'new')
  expect(session.state.getState().plan.text).toBe(text.replace('beta', 'left beta'))
  expect(session.undo()).toBe('Type')
  expect(session.state.getState().plan.text).toBe(text)
})

test('a plan that was kept, but not edited, is there on the next visit with the settings it came with', async () => {
  const { left, openLibrary } = setUp()
  const summary = { id: 'kept', name: 'T', done: 0, total: 2, createdAt: 1, changedAt: 1 }
  const plan = { summary, text, envelope: plainEnvelope }
  left.set('gone', { id: 'kept', revision: 0, plan, steps: [], settings: 'w3' })
  const library = openLibrary()
  const session = await opened(library, 'kept')
  expect(session.state.getState().plan.text).toBe(text)
  expect(await library.readSettings('kept')).toBe('w3')
  expect(left.size).toBe(0)
})

test('settings that a page left for a plan that is gone are given up', async () => {
  const { left, openLibrary } = setUp()
  left.set('gone', { id: 'purged', revision: 4, plan: null, steps: [], settings: 'w3' })
  await openLibrary().refresh()
  expect(left.size).toBe(0)
})

test('as long as storage fails, the journal stays', async () => {
  const { left, world, storage } = setUp()
  left.set('gone', leftEdit('a', text, 'beta', 'left '))
  const failure = { code: 'broken', message: 'The disk is gone.' } as const
  const library = createLibrary({ ...world, storage: { ...storage, load: async () => ({ ok: false, failure }) } })
  await library.refresh()
  expect(left.size).toBe(1)
})

test('a new name that a page left before it could read the plan is there on the next visit, once, as one undo step', async () => {
  const { left, world, storage, openLibrary } = setUp()
  const created = await openLibrary().createPlan(text, 'T', plainEnvelope)
  if (!created.ok) throw new Error('The plan was not created')
  const unread = createLibrary({ ...world, storage: { ...storage, load: () => new Promise(() => undefined) } })
  void unread.beginRenaming(created.value).finish('Pier')
  expect([...left.values()]).toMatchObject([{ id: created.value, title: 'Pier' }])
  const entries = [...left]
  for (let round = 0; round < 2; round++) {
    for (const [tab, name] of entries) left.set(tab, name)
    const library = openLibrary()
    await library.refresh()
    expect(library.state.getState().plans?.map(({ name }) => name)).toEqual(['Pier'])
    expect(left.size).toBe(0)
  }
  const session = await opened(openLibrary(), created.value)
  expect(session.state.getState().plan.text).toBe(text.replace('# T', '# Pier'))
  expect(session.undo()).toBe('Rename plan')
  expect(session.undo()).toBeNull()
})

test('a new name waits in the journal for the plan to be read, and no longer', async () => {
  const { left, openLibrary } = setUp()
  const library = openLibrary()
  const created = await library.createPlan(text, 'T', plainEnvelope)
  if (!created.ok) throw new Error('The plan was not created')
  const finished = library.beginRenaming(created.value).finish('Pier')
  expect(left.size).toBe(1)
  expect(await finished).toMatchObject({ ok: true, value: { ok: true } })
  expect(left.size).toBe(0)
  expect(library.state.getState().plans?.map(({ name }) => name)).toEqual(['Pier'])
})

test('a new name for a plan that cannot be read is refused, and tried no more', async () => {
  const { left, world, storage } = setUp()
  const failure = { code: 'broken', message: 'The disk is gone.' } as const
  const library = createLibrary({ ...world, storage: { ...storage, load: async () => ({ ok: false, failure }) } })
  expect(await library.beginRenaming('a').finish('Pier')).toMatchObject({ ok: false, failure })
  expect(left.size).toBe(0)
})
