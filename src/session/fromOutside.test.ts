import { afterEach, expect, test, vi } from 'vitest'
import { changeFromJson, changeText, changeToJson, makeChange } from '#plan/change.ts'
import { openBroadcastHints } from './hints.ts'
import { openLocalJournal } from './journal.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** In microseconds of this process; what is slowest here takes a tenth on an idle machine. */
const bound = 3_000_000

function cpuOf(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return user + system
}

test.each([
  ['nothing', 'null'],
  ['a list', '[]'],
  ['no label', '{"set":[3]}'],
  ['a set that is no list', '{"label":"x","set":{"length":1}}'],
  ['less than nothing', '{"label":"x","set":[-3]}'],
  ['half a character', '{"label":"x","set":[0.5]}'],
  ['more than any text', '{"label":"x","set":[1e300]}'],
  ['an endless number', '{"label":"x","set":[[1e999,"a"]]}'],
  [
    'many lengths that are too much together',
    `{"label":"x","set":[${Array(100)
      .fill(2 ** 28)
      .join()}]}`,
  ],
  ['a deletion of less than nothing', '{"label":"x","set":[[-1,"a"]]}'],
  ['a number where words should be', '{"label":"x","set":[[0,7]]}'],
  ['an empty section', '{"label":"x","set":[[]]}'],
  ['a depth of 100,000', `{"label":"x","set":${deep(100_000)}}`],
  ['a million wrong sections', `{"label":"x","set":[${Array(1_000_000).fill('0').join()},"x"]}`],
  ['a prototype instead of a set', '{"label":"x","__proto__":{"set":[3],"polluted":1}}'],
  ['a constructor', '{"label":"x","constructor":{"prototype":{"polluted":1}}}'],
])('a change with %s is no change', (_, json) => {
  expect(cpuOf(() => expect(changeFromJson(JSON.parse(json))).toBeNull())).toBeLessThan(bound)
})

test('a million honest sections are read within the bound, and of a key that stands twice the last counts', () => {
  const json = `{"label":"x","set":[9],"set":[${Array(1_000_000).fill('1,[0,"a"]').join()}]}`
  expect(cpuOf(() => expect(changeFromJson(JSON.parse(json))?.set.length).toBe(1_000_000))).toBeLessThan(bound)
})

test('a change that we wrote comes back, and nothing else of its JSON', () => {
  const change = makeChange('Rename', 9, [{ from: 2, to: 4, insert: 'new\nwords' }])
  const json = JSON.stringify({ ...changeToJson(change), extra: 1 }).replace('{', '{"__proto__":{"polluted":1},')
  const back = changeFromJson(JSON.parse(json))
  expect(back && Object.keys(back)).toEqual(['label', 'set'])
  expect(back && changeText('012345678', back)).toBe('01new\nwords45678')
})

test('a hint that no Braid sent is not heard', async () => {
  const heard: number[] = []
  openBroadcastHints('outside').listen('any', revision => heard.push(revision))
  const channel = new BroadcastChannel('outside')
  const proto = JSON.parse('{"__proto__":{"id":"a","revision":1,"polluted":1}}')
  const odd = [null, 7, 'words', [], proto, { id: 'a' }, { id: 7, revision: 1 }, { id: 'a', revision: '1' }]
  const numbers = [Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 1e300].map(revision => ({ id: 'a', revision }))
  const long = { id: 'a'.repeat(1_000_000), revision: 1 }
  for (const message of [...odd, ...numbers, long, { id: 'a', revision: 5, more: 1 }]) channel.postMessage(message)
  await vi.waitFor(() => expect(heard).toContain(5))
  expect(heard).toEqual([5])
  channel.close()
})

const left = '{"id":"p","revision":1,"plan":null,"steps":[]}'

test.each([
  ['words', 'words'],
  ['a depth of 100,000', deep(100_000)],
  ['a million steps that are none', left.replace('[]', `[${Array(1_000_000).fill('0').join()}]`)],
  ['a revision beyond all', left.replace('1', '1e999')],
  ['a revision of less than nothing', left.replace('1', '-1')],
  ['a step from no day', left.replace('[]', '[{"kind":"edit","origin":"o","change":0,"at":1e300}]')],
  ['a new name of no words', '{"id":"p","title":7,"origin":"o","at":1}'],
  ['a prototype instead of fields', '{"__proto__":{"id":"p","revision":1,"plan":null,"steps":[],"polluted":1}}'],
])('a journal of %s is left alone', (_, json) => {
  const entries: Record<string, string> = { 'braid: unconfirmed by evil': json, 'braid: unconfirmed by good': left }
  const getItem = (key: string) => entries[key] ?? null
  vi.stubGlobal('localStorage', Object.defineProperty({ ...entries }, 'getItem', { value: getItem }))
  let found: ReturnType<ReturnType<typeof openLocalJournal>['read']> = []
  expect(cpuOf(() => (found = openLocalJournal().read()))).toBeLessThan(bound)
  expect(found.map(({ tab }) => tab)).toEqual(['good'])
})
