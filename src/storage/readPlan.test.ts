import { expect, test } from 'vitest'
import type { MarkedRecord } from './planRecords.ts'
import { type RawPlan, readPlan } from './readPlan.ts'
import { seal } from './seal.ts'

const snapshot = seal({
  version: 1,
  revision: 5,
  text: 'text at 5',
  envelope: { bom: false, crlf: true },
  mark: 'tab-5',
  keptFrom: 4,
})
const summary = { id: 'a', name: 'Plan a', done: 1, total: 2, createdAt: 3, changedAt: 4 }

function entry(revision: number, changed: Partial<Record<keyof MarkedRecord, unknown>> = {}) {
  const record = { version: 1, revision, kind: 'edit', origin: 'o', change: 1, inverse: 2, at: 3, follows: null }
  return { revision, value: seal({ ...record, mark: `tab-${revision}`, ...changed }) }
}

function read(raw: Partial<RawPlan>) {
  const reading = readPlan('a', {
    head: { version: 1, summary },
    snapshots: [{ revision: 5, value: snapshot }],
    log: [],
    isRemoved: false,
    ...raw,
  })
  if (reading.kind !== 'plan') return reading.kind
  const { plan, strays } = reading
  return { strays, revision: plan.revision, log: plan.log.map(record => record.revision), name: plan.summary.name }
}

test('records on both sides of the snapshot are one log', () => {
  expect(read({ log: [entry(4), entry(5), entry(6), entry(7)] })).toMatchObject({ revision: 7, log: [4, 5, 6, 7] })
})

test.each([
  ['no object', 'text'],
  ['an unknown kind', entry(7, { kind: 'guess' }).value],
  ['another revision than its key', entry(8).value],
  ['no mark', entry(7, { mark: undefined }).value],
  ['a changed character', { ...entry(7).value, origin: 'p' }],
])('a last record with %s is damage', (_, value) => {
  expect(read({ log: [entry(5), entry(6), { revision: 7, value }] })).toBe('damaged')
})

test('records behind a gap are not read', () => {
  expect(read({ log: [entry(6), entry(8)] })).toMatchObject({ revision: 6, log: [6], strays: true })
})

test('a gap among the records kept for undo ends undo there', () => {
  expect(read({ log: [entry(3), entry(5), entry(6)] })).toMatchObject({ revision: 6, log: [5, 6], strays: false })
})

test('a record that must come right behind another one than it does is not read', () => {
  expect(read({ log: [entry(6), entry(7, { follows: 'other-6' })] })).toMatchObject({ revision: 6, strays: true })
  expect(read({ log: [entry(6, { follows: 'other-5' })] })).toMatchObject({ revision: 5, strays: true })
  expect(read({ log: [entry(6, { follows: 'tab-5' }), entry(7, { follows: 'tab-6' })] })).toMatchObject({
    revision: 7,
    strays: false,
  })
})

test('a damaged head does not hide the plan', () => {
  expect(read({ head: undefined })).toMatchObject({ revision: 5, name: 'Plan without a readable name' })
  expect(read({ head: { summary: { ...summary, done: -1 } } })).toMatchObject({ name: 'Plan a' })
})

test('a plan without a snapshot is not there, and one whose snapshot cannot be read is damaged', () => {
  const readOne = (value: unknown, revision = 5) => read({ snapshots: [{ revision, value }] })
  expect(read({ snapshots: [] })).toBe('absent')
  expect(readOne(seal({ ...snapshot, text: 7 }))).toBe('damaged')
  expect(readOne({ ...snapshot, text: 'text at 4' })).toBe('damaged')
  expect(readOne(snapshot, 6)).toBe('damaged')
  expect(readOne(null)).toBe('damaged')
})

test('records of a newer version of Braid are left alone', () => {
  expect(read({ snapshots: [{ revision: 5, value: seal({ ...snapshot, version: 2 }) }] })).toBe('newer')
  expect(read({ log: [entry(6, { version: 2 })] })).toBe('newer')
})

test('damage to a version number is not taken for a newer version', () => {
  expect(read({ snapshots: [{ revision: 5, value: { ...snapshot, version: 2 } }] })).toBe('damaged')
})
