import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupEvery, isBackedUp, keepBackups } from './keepBackups.ts'
import type { BackupEntry } from './planStorage.ts'

const minute = 60_000
const day = 24 * 60 * minute

function entry(at: number, changed: Partial<BackupEntry> = {}): BackupEntry {
  return { at, revision: at, reason: 'edits', size: 100, done: 0, total: 1, ...changed }
}

const anyEntry = fc.record<BackupEntry>({
  at: fc.integer({ min: 0, max: 40 * day }),
  revision: fc.nat(5000),
  reason: fc.constantFrom('edits', 'edits', 'edits', 'import', 'restore', 'delete', 'migration'),
  size: fc.nat(10_000),
  done: fc.nat(9),
  total: fc.nat(9),
})
const anyEntries = fc.array(anyEntry, { maxLength: 80 })

/** One after the other, each time with what is kept of those before. */
function takeAll(entries: readonly BackupEntry[]): readonly BackupEntry[] {
  let kept: readonly BackupEntry[] = []
  for (const next of entries) if (!isBackedUp(kept, next)) kept = [...keepBackups([...kept, next])]
  return kept
}

test('backups are never pruned to nothing, and the newest always stays', () => {
  fc.assert(
    fc.property(anyEntries, entries => {
      const kept = keepBackups(entries)
      expect(kept.size > 0).toBe(entries.length > 0)
      const newest = Math.max(...entries.map(each => each.at))
      if (entries.length > 0) expect([...kept].some(each => each.at === newest)).toBe(true)
    }),
  )
})

test('there are never more than the numbers allow', () => {
  fc.assert(
    fc.property(anyEntries, entries => {
      const kept = [...keepBackups(entries)]
      expect(kept.length).toBeLessThanOrEqual(1 + 10 + 7 + 5 + 2)
      expect(kept.filter(each => each.reason !== 'edits').length).toBeLessThanOrEqual(1 + 5 + 2)
    }),
  )
})

test('pruning again prunes nothing more', () => {
  fc.assert(
    fc.property(anyEntries, entries => {
      const kept = keepBackups(entries)
      expect(keepBackups([...kept])).toEqual(kept)
    }),
  )
})

test('the biggest plan there ever was is still there after any backups later', () => {
  fc.assert(
    fc.property(anyEntries, entries => {
      const ordered = entries.toSorted((a, b) => a.at - b.at)
      let before: readonly BackupEntry[] = []
      for (const next of ordered) {
        const after = isBackedUp(before, next) ? before : [...keepBackups([...before, next])]
        const biggest = Math.max(0, ...before.map(each => each.size))
        expect(Math.max(0, ...after.map(each => each.size))).toBeGreaterThanOrEqual(biggest)
        before = after
      }
    }),
  )
})

test('a plan that was emptied keeps its last full text through a year of edits', () => {
  const full = [entry(0, { size: 5000 }), entry(6 * minute, { size: 4000 })]
  const empty = Array.from({ length: 400 }, (_, index) => entry((index + 1) * day, { size: 10 }))
  const kept = takeAll([...full, ...empty])
  expect(kept).toEqual(expect.arrayContaining(full))
})

test('an hour of edits leaves ten backups, five minutes apart', () => {
  const kept = takeAll(Array.from({ length: 60 }, (_, index) => entry(index * minute)))
  expect(kept.map(each => each.at / minute)).toEqual([55, 50, 45, 40, 35, 30, 25, 20, 15, 10])
})

test('of each of the last seven days one backup stays', () => {
  const kept = takeAll(Array.from({ length: 14 * 24 }, (_, hour) => entry(hour * 60 * minute)))
  const days = new Set(kept.map(each => Math.floor(each.at / day)))
  expect([...days]).toEqual(expect.arrayContaining([13, 12, 11, 10, 9, 8, 7]))
})

test('a backup before a deletion is taken even right after another, and only once for the same text', () => {
  const recent = entry(0)
  expect(isBackedUp([recent], entry(minute, { revision: 9 }))).toBe(true)
  expect(isBackedUp([recent], entry(backupEvery, { revision: 9 }))).toBe(false)
  const before = entry(minute, { reason: 'delete', revision: 9 })
  expect(isBackedUp([recent], before)).toBe(false)
  expect(isBackedUp([recent, before], { ...before, at: 3 * minute })).toBe(true)
})

test('a clock that was set back stops no backups for longer than five minutes', () => {
  const later = entry(90 * day)
  expect(isBackedUp([later], entry(day))).toBe(false)
})
