import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { decodeFile, plainEnvelope } from '#plan/file.ts'
import type { Library, LibraryState, NewPlanText, PlanText } from '#session/library.ts'
import { type Restored, restoreBackup } from './restoreBackup.ts'
import { restoreWords } from './restoreWords.ts'

/** A library of texts that takes so many more. */
function libraryOf(texts: readonly string[], room = Number.POSITIVE_INFINITY) {
  const known = texts.map((text): PlanText => {
    const decoded = decodeFile(strToU8(text))
    if (!decoded.ok) throw new Error(decoded.problem.message)
    return decoded
  })
  const added: NewPlanText[] = []
  const plans = known.map((_, index) => ({
    ...{ id: String(index), name: `Plan ${index}`, done: 0, total: 0, createdAt: 0, changedAt: 0 },
  }))
  const library: Pick<Library, 'state' | 'readPlan' | 'addPlan' | 'refresh'> = {
    state: createStore<LibraryState>(() => ({ plans, failure: null })),
    refresh: async () => {},
    readPlan: async id => ({ ok: true, value: known[Number(id)] ?? null }),
    addPlan: async plan => {
      if (added.length >= room) return { ok: false, failure: { code: 'full', message: 'The disk is full.' } }
      added.push(plan)
      return { ok: true, value: `new ${added.length}` }
    },
  }
  return { library, added }
}

const zipOf = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

async function restore(library: Parameters<typeof restoreBackup>[1]['library'], bytes: Uint8Array): Promise<Restored> {
  const restored = await restoreBackup(bytes, { library, now: 1000, breathe: async () => {} })
  if ('code' in restored) throw new Error(restored.message)
  return restored
}

test('plans that are here word for word are left alone, and one that differs comes beside it', async () => {
  const { library, added } = libraryOf(['# One\n', '# Two\n', '# Three\r\n'])
  const bytes = zipOf({ '1.md': '# One\n', '2.md': '# Two, older\n', '3.md': '# Three\n', '4.md': 'Four' })
  const restored = await restore(library, bytes)
  expect(added).toEqual([
    { text: '# Two, older\n', envelope: plainEnvelope, fallbackName: '2' },
    { text: '# Three\n', envelope: plainEnvelope, fallbackName: '3' },
    { text: 'Four', envelope: plainEnvelope, fallbackName: '4' },
  ])
  expect(restoreWords(restored)).toBe('3 plans restored, 1 was already here')
})

test('a backup that is restored twice makes every plan once', async () => {
  const { library } = libraryOf(['# One\n', '# Two\n'])
  const restored = await restore(library, zipOf({ '1.md': '# One\n', '2.md': '# Two\n' }))
  expect(restored.ids).toEqual([])
  expect(restoreWords(restored)).toBe('Nothing to restore: 2 were already here')
})

test('when the disk is full, what fits is there, and the rest is not tried', async () => {
  const { library, added } = libraryOf([], 1)
  const restored = await restore(library, zipOf({ '1.md': 'One', '2.md': 'Two', '3.md': 'Three' }))
  expect(added.map(plan => plan.text)).toEqual(['One'])
  expect(restoreWords(restored)).toBe('The disk is full. 1 plan of the backup was restored before.')
})

test('a date to come is not believed', async () => {
  const { library, added } = libraryOf([])
  const plan = { file: 'a.md', id: '1', name: 'A', createdAt: '1970-01-01T00:00:00.500Z' }
  const manifest = { kind: 'braid-backup', version: 1, plans: [{ ...plan, changedAt: '2999-01-01T00:00:00.000Z' }] }
  await restore(library, zipOf({ 'a.md': 'Words', 'manifest.json': JSON.stringify(manifest) }))
  expect(added[0]).toMatchObject({ fallbackName: 'A', dates: { createdAt: 500, changedAt: 1000 } })
})

test('a file that is no zip gives its reason, and nothing is made', async () => {
  const { library, added } = libraryOf([])
  const problem = await restoreBackup(strToU8('words'), { library, now: 0, breathe: async () => {} })
  expect(problem).toMatchObject({ code: 'backup-not-zip' })
  expect(added).toEqual([])
})
