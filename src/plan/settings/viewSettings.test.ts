import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  settingsFromLines,
  settingsFromWord,
  settingsToLines,
  settingsToWord,
  usualSettings,
  type ViewSettings,
} from './viewSettings.ts'

const settings: fc.Arbitrary<ViewSettings> = fc.record({
  workers: fc.integer({ min: 1, max: 99 }),
  hoursPerDay: fc.integer({ min: 4, max: 96 }).map(quarters => quarters / 4),
  gating: fc.constantFrom('phases', 'streams'),
  partialShare: fc.integer({ min: 0, max: 100 }).map(percent => percent / 100),
  hoursPerTask: fc.option(fc.integer({ min: 1, max: 3996 }).map(quarters => quarters / 4)),
  startDate: fc.option(
    fc
      .date({ min: new Date('2000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10)),
  ),
  workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
})

test('settings come back from links and from front matter as they were', () => {
  fc.assert(
    fc.property(settings, one => {
      expect(settingsFromWord(settingsToWord(one))).toEqual(one)
      expect(settingsToWord(one)).toMatch(/^[A-Za-z0-9._-]*$/)
      expect(settingsFromLines(settingsToLines(one)) ?? usualSettings).toEqual(one)
    }),
  )
})

test('the usual settings need no words', () => {
  expect(settingsToWord(usualSettings)).toBe('')
  expect(settingsToLines(usualSettings)).toEqual([])
})

test('only what differs is written', () => {
  const some = { ...usualSettings, workers: 6, startDate: '2026-11-23' }
  expect(settingsToWord(some)).toBe('w6_s2026-11-23')
  expect(settingsToLines(some)).toEqual(['braid-workers: 6', 'braid-start: 2026-11-23'])
})

test.each([
  'w0',
  'w100',
  'w4.5',
  'w-1',
  'w1e9',
  'h0',
  'h25',
  'p101',
  't0',
  's2026-02-30',
  's2026-13-01',
  's0000-01-01',
  'd',
  'd0',
  'd8',
  'd11',
  'd21',
  'gnever',
  '__proto__',
  'constructor',
  'w',
  '',
  `w${'9'.repeat(1000)}`,
  undefined,
  null,
  4,
  { w: 4 },
])('what makes no sense is as usual: %j', word => {
  expect(settingsFromWord(word)).toEqual(usualSettings)
})

test('one field that makes no sense leaves the others', () => {
  expect(settingsFromWord('w0_h8_x3')).toEqual({ ...usualSettings, hoursPerDay: 8 })
})

test('anything at all gives settings', () => {
  fc.assert(
    fc.property(fc.string(), word => {
      const read = settingsFromWord(word)
      expect(settingsFromWord(settingsToWord(read))).toEqual(read)
    }),
  )
})

test('front matter of others is none of ours', () => {
  expect(settingsFromLines(['title: x', 'braidworkers: 4', 'braid-workers: many', 'braid-unknown: 1'])).toBeNull()
  expect(settingsFromLines(['title: x', "braid-workers: '7'"])).toEqual({ ...usualSettings, workers: 7 })
})
