import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortRecords } from './migratePlan.ts'
import { logKey, readBackupRecord, snapshotKey, spent } from './planRecords.ts'
import type { RawRecord } from './planStorage.ts'
import { readPlan } from './readPlan.ts'
import { recoverPlan } from './recoverPlan.ts'
import { seal } from './seal.ts'

interface Shape {
  readonly newest: number
  readonly snapshot: number
  readonly keptFrom: number
  readonly backups: readonly number[]
}

const shapes: fc.Arbitrary<Shape> = fc.nat(12).chain(newest =>
  fc.nat(newest).chain(snapshot =>
    fc.record({
      newest: fc.constant(newest),
      snapshot: fc.constant(snapshot),
      keptFrom: fc.integer({ min: 1, max: snapshot + 1 }),
      backups: fc.uniqueArray(fc.nat(newest), { maxLength: 4 }),
    }),
  ),
)

const backupKeyOf = (revision: number) => ['backup', 'a', 1000 + revision, revision, 'edits', 1, 0, 1]

/** A sound plan: its records by key. */
function recordsOf({ newest, snapshot, keptFrom, backups }: Shape): RawRecord[] {
  const envelope = { bom: false, crlf: false }
  const mark = snapshot === 0 ? null : `m${snapshot}`
  const text = (revision: number) => `text at ${revision}`
  return [
    {
      key: snapshotKey('a', snapshot),
      value: seal({ version: 1, revision: snapshot, text: text(snapshot), envelope, mark, keptFrom }),
    },
    ...Array.from({ length: newest + 1 }, (_, revision) => ({
      key: logKey('a', revision),
      value: revision < keptFrom ? spent : record(revision),
    })),
    ...backups.map(revision => ({
      key: backupKeyOf(revision),
      value: seal({ version: 1, revision, at: 1000 + revision, text: text(revision), envelope }),
    })),
  ]
}

function record(revision: number) {
  const follows = revision % 3 === 0 && revision > 1 ? `m${revision - 1}` : null
  return seal({
    version: 1,
    revision,
    kind: 'edit',
    origin: 'o',
    change: [1],
    inverse: [2],
    at: revision,
    mark: `m${revision}`,
    follows,
  })
}

/** A bit flipped in one of its numbers or words, cut off, replaced, or a field of it gone. */
const damages: fc.Arbitrary<(value: unknown) => unknown> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(15)).map(([at, bit]) => (value: unknown) => {
    const json = JSON.stringify(value)
    const place = at % json.length
    const flipped = String.fromCharCode(json.charCodeAt(place) ^ (1 << bit))
    return parsed(json.slice(0, place) + flipped + json.slice(place + 1))
  }),
  fc.nat().map(at => (value: unknown) => {
    const json = JSON.stringify(value)
    return parsed(json.slice(0, at % json.length))
  }),
  fc.nat().map(at => (value: unknown) => {
    const entries = Object.entries(value as object)
    return Object.fromEntries(entries.filter((_, index) => index !== at % entries.length))
  }),
  fc.anything({ withBigInt: true, withMap: true }).map(other => () => other),
)

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

function open(records: readonly RawRecord[]) {
  const raw = sortRecords('a', records)
  const reading = readPlan('a', raw)
  if (reading.kind !== 'damaged') return { reading, recovery: null }
  const backups = records.filter(({ key }) => Array.isArray(key) && key[0] === 'backup')
  const readable = backups.map(({ value }) => readBackupRecord(value)).filter(backup => backup !== null)
  const newest = readable.toSorted((a, b) => b.revision - a.revision)[0] ?? null
  return { reading, recovery: recoverPlan('a', raw, newest) }
}

/** The newest revision that undamaged records lead to; -1 when there is none. */
function newestGood({ snapshot, keptFrom, backups, newest }: Shape, isSound: (key: unknown) => boolean): number {
  const bases = [
    ...(isSound(snapshotKey('a', snapshot)) ? [snapshot] : []),
    ...backups.filter(revision => isSound(backupKeyOf(revision))),
  ]
  const reach = (base: number) => {
    let revision = base
    while (revision < newest && revision + 1 >= keptFrom && isSound(logKey('a', revision + 1))) revision++
    return revision
  }
  return Math.max(-1, ...bases.map(reach))
}

const nameOf = (key: unknown) => JSON.stringify(key)

test('whatever happens to records of a plan, its newest good state opens, nothing damaged is deleted, and no other plan is touched', () => {
  const damagedPlans = shapes.chain(shape => {
    const kept = recordsOf(shape).filter(({ value }) => value !== spent)
    return fc.tuple(
      fc.constant(shape),
      fc.array(fc.tuple(fc.nat(kept.length - 1), damages), { minLength: 1, maxLength: 5 }),
    )
  })
  fc.assert(
    fc.property(damagedPlans, ([shape, blows]) => {
      const sound = recordsOf(shape)
      const places = sound.flatMap(({ value }, index) => (value === spent ? [] : [index]))
      const records = [...sound]
      for (const [at, damage] of blows) {
        const place = places[at] ?? 0
        const record = sound[place]
        if (record) records[place] = { key: record.key, value: damage(record.value) }
      }
      const broken = new Set(
        records.flatMap(({ key, value }, index) => (isSame(value, sound[index]?.value) ? [] : [nameOf(key)])),
      )
      const expected = newestGood(shape, key => !broken.has(nameOf(key)))

      const { reading, recovery } = open(records)
      const plan = reading.kind === 'plan' ? reading.plan : recovery?.plan
      expect(plan?.revision ?? -1).toBe(expected)
      if (!plan) return
      expect(plan.text).toBe(`text at ${plan.snapshotRevision}`)
      const tail = plan.log.map(each => each.revision).filter(revision => revision > plan.snapshotRevision)
      expect(tail).toEqual(
        Array.from({ length: plan.revision - plan.snapshotRevision }, (_, index) => plan.snapshotRevision + 1 + index),
      )
      if (!recovery) return

      const store = new Map(records.map(each => [nameOf(each.key), each]))
      for (const key of recovery.deleted) store.delete(nameOf(key))
      for (const each of recovery.put) store.set(nameOf(each.key), each)
      const again = open([...store.values()])
      expect(again.recovery).toBeNull()
      expect(again.reading).toMatchObject({
        kind: 'plan',
        strays: false,
        plan: { text: plan.text, revision: plan.revision },
      })
      const touched = [...recovery.deleted, ...[...recovery.put, ...recovery.aside].map(({ key }) => key)]
      expect(touched.every(key => Array.isArray(key) && key[1] === 'a')).toBe(true)
      const aside = new Set(recovery.aside.map(each => each.value))
      const gone = records.filter(({ key, value }) => store.get(nameOf(key))?.value !== value && value !== spent)
      expect(gone.filter(({ value }) => !aside.has(value))).toEqual([])
      expect(store.has(nameOf(logKey('a', plan.revision)))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('with a backup and every edit since, a damaged snapshot costs nothing', () => {
  const records = recordsOf({ newest: 9, snapshot: 6, keptFrom: 1, backups: [2, 4] })
  records[0] = { key: snapshotKey('a', 6), value: { text: 'cut o' } }
  expect(open(records).recovery?.plan).toMatchObject({
    revision: 9,
    snapshotRevision: 4,
    unreadable: 0,
    fromBackup: 1004,
  })
})

test('when an edit in the middle is damaged, a backup taken after it is better than the edits before', () => {
  const records = recordsOf({ newest: 9, snapshot: 0, keptFrom: 1, backups: [2, 7] })
  records[4] = { key: logKey('a', 3), value: null }
  expect(open(records).recovery?.plan).toMatchObject({ revision: 9, snapshotRevision: 7, unreadable: 0 })
})

test('a plan with neither snapshot nor backup is not made up', () => {
  const records = recordsOf({ newest: 3, snapshot: 0, keptFrom: 1, backups: [] })
  records[0] = { key: snapshotKey('a', 0), value: null }
  expect(open(records)).toMatchObject({ reading: { kind: 'damaged' }, recovery: null })
})

function isSame(a: unknown, b: unknown): boolean {
  try {
    return JSON.stringify(a) === JSON.stringify(b)
  } catch {
    return false
  }
}
