import { expect, test } from 'vitest'
import { utf8 } from '#plan/share/utf8.ts'
import { readManifest, writeManifest } from './manifest.ts'
import { readBackup } from './readBackup.ts'
import { makeZip } from './zip.fixture.ts'

const plan = { file: 'a.md', id: '1', name: 'A', createdAt: Date.UTC(2025, 1), changedAt: Date.UTC(2025, 2) }
const entry = JSON.stringify({ file: 'a.md', id: '1', name: 'A', createdAt: date(1), changedAt: date(2) })
const list = (...plans: readonly string[]) => `{"kind":"braid-backup","version":1,"plans":[${plans.join()}]}`

function date(month: number): string {
  return new Date(Date.UTC(2025, month)).toISOString()
}

test('a list of plans comes back as it was written', () => {
  expect(readManifest(writeManifest([plan]))).toEqual(new Map([['a.md', plan]]))
  expect(readManifest(list(entry))).toEqual(new Map([['a.md', plan]]))
})

test('how a plan is looked at comes back with it; anything but a short word is no list', () => {
  const looked = { ...plan, settings: 'w6_s2026-11-23' }
  expect(readManifest(writeManifest([looked]))).toEqual(new Map([['a.md', looked]]))
  expect(readManifest(list(entry.replace('{', '{"settings":5,')))).toBeNull()
  expect(readManifest(list(entry.replace('{', `{"settings":"${'w'.repeat(1000)}",`)))).toBeNull()
})

test('dates and names that no list can hold are written as the nearest that it can', () => {
  const odd = { ...plan, name: 'N'.repeat(9000), createdAt: -1e300, changedAt: 1e300 }
  const back = readManifest(writeManifest([odd]))?.get('a.md')
  expect(back).toEqual({ ...plan, name: 'N'.repeat(255), createdAt: 0, changedAt: Date.UTC(9999, 0) })
})

const hostile = [
  ['no JSON', '{'],
  ['another kind', '{"kind":"other","version":1,"plans":[]}'],
  ['a newer version', '{"kind":"braid-backup","version":2,"plans":[]}'],
  ['a file named twice', list(entry, entry)],
  ['a prototype for all', `{"__proto__":{"polluted":1},"kind":"braid-backup","version":1,"plans":[]}`],
  ['a prototype for a plan', list(entry.replace('{', '{"__proto__":{"polluted":1},'))],
  ['a constructor', list(entry.replace('{', '{"constructor":{"prototype":{"polluted":1}},'))],
  ['a key that nobody knows', list(entry.replace('{', '{"path":"../x",'))],
  ['a million plans', list(Array.from({ length: 1_000_000 }, () => '0').join())],
  ['a million keys', `{${Array.from({ length: 500_000 }, (_, index) => `"k${index}":0`).join()}}`],
  ['a depth of 100,000', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['a depth of 100,000 where a name should be', list(entry.replace('"A"', `${'['.repeat(1e5)}${']'.repeat(1e5)}`))],
  ['objects 100,000 deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['a huge number for a version', '{"kind":"braid-backup","version":1e999,"plans":[]}'],
  ['a number for a date', list(entry.replace(/"2025[^"]*"/, '1e308'))],
  ['a date that is none', list(entry.replace(/2025-0\d-01/, '2025-99-99'))],
  ['a name of a million characters', list(entry.replace('"A"', `"${'A'.repeat(1_000_000)}"`))],
] as const

test.each(hostile)('a list with %s is no list, and nothing is polluted', (_, json) => {
  const start = process.cpuUsage()
  expect(readManifest(json)).toBeNull()
  const { user, system } = process.cpuUsage(start)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
  // In microseconds; on an idle machine the slowest takes 0.2 s.
  expect(user + system).toBeLessThan(3_000_000)
})

test('of a key that stands twice the last counts, as everywhere in JSON', () => {
  expect(readManifest(list(entry.replace('{', '{"name":"First",')))?.get('a.md')?.name).toBe('A')
})

test.each(hostile)('a backup whose list has %s is read without the list, and says so', (_, json) => {
  const files = [
    { name: 'manifest.json', data: utf8.encode(json) },
    { name: 'a.md', data: 'Words.\n' },
  ]
  const steps = [...readBackup(makeZip(files))].filter(step => step.kind !== 'working')
  expect(steps).toMatchObject([
    { kind: 'left-out', name: 'manifest.json' },
    { kind: 'plan', plan: { fallbackName: 'a', text: 'Words.\n' } },
  ])
})
