import { applyChange, invertChange, makeChange } from '../../src/plan/change.ts'
import { plainEnvelope } from '../../src/plan/file.ts'
import { emptyHistory } from '../../src/plan/history.ts'
import { parsePlan } from '../../src/plan/parse/parsePlan.ts'
import { createLibrary } from '../../src/session/library.ts'
import { openUnstored } from '../../src/session/planSession.ts'
import { createSaver } from '../../src/session/saver.ts'
import type { SessionWorld } from '../../src/session/sessionWorld.ts'
import { openIndexedDbPlanStorage } from '../../src/storage/indexedDbPlanStorage.ts'
import { makePlan } from '../makePlan.ts'

const world: SessionWorld = {
  storage: openIndexedDbPlanStorage({ databaseName: 'bench' }),
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
}

/** A plan that is stored and open; each call of what it gives makes one edit, and then a function that saves it. */
async function openSaver(tasks: number) {
  const id = crypto.randomUUID()
  const text = makePlan(tasks)
  const summary = { id, name: 'Bench', done: 0, total: tasks, createdAt: 1, changedAt: 1 }
  await world.storage.create({ summary, text, envelope: plainEnvelope })
  const { state } = openUnstored(world, summary, text, plainEnvelope)
  const start = {
    summary,
    envelope: plainEnvelope,
    plan: state.getState().plan,
    revision: 0,
    snapshotRevision: 0,
    history: emptyHistory,
  }
  const saver = createSaver(world, 'bench', { ...start, isStored: true, isRemoved: false }, state, () => {})
  return () => {
    const before = state.getState().plan
    const at = before.text.indexOf('- [ ]') + 3
    const change = makeChange('Tick', before.text.length, [{ from: at, to: at + 1, insert: 'x' }])
    const after = applyChange(before, change)
    const inverse = invertChange(before, change, after)
    state.setState({ plan: after })
    return async () => {
      const begun = performance.now()
      saver.save({ kind: 'edit', change, inverse })
      const blocked = performance.now() - begun
      await saver.settled()
      return blocked
    }
  }
}

/** Ms to open a stored plan of `tasks`, and to read its text from a record of its own and parse it. */
async function measureOpening(tasks: number, runs: number): Promise<{ opening: number[]; reading: number[] }> {
  const library = createLibrary(world)
  const text = makePlan(tasks)
  const created = await library.createPlan(text, 'Bench', plainEnvelope)
  if (!created.ok) throw new Error(created.failure.message)
  const database = await textDatabase(text)
  const opening: number[] = []
  const reading: number[] = []
  for (let run = 0; run < runs; run++) {
    let begun = performance.now()
    const opened = await library.openPlan(created.value)
    opening.push(performance.now() - begun)
    if (opened.ok) opened.value?.close()
    begun = performance.now()
    parsePlan(await answerOf<string>(database.transaction('texts').objectStore('texts').get('text')))
    reading.push(performance.now() - begun)
  }
  return { opening, reading }
}

async function textDatabase(text: string): Promise<IDBDatabase> {
  const request = indexedDB.open('bench-text')
  request.onupgradeneeded = () => request.result.createObjectStore('texts')
  const database = await answerOf(request)
  await answerOf(database.transaction('texts', 'readwrite').objectStore('texts').put(text, 'text'))
  return database
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

const saving = { openSaver, measureOpening }
declare global {
  interface Window {
    saving: typeof saving
  }
}
window.saving = saving
