import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WorkCalendar } from '#plan/settings/calendar.ts'
import { axisTicks } from './axisTicks.ts'

const days: WorkCalendar = { hoursPerDay: 6, startDate: null, workingDays: [1, 2, 3, 4, 5] }
const dates: WorkCalendar = { ...days, startDate: '2026-11-25' }
const labels = (end: number, hour: number, calendar: WorkCalendar) =>
  axisTicks(end, hour, calendar).map(({ label }) => label)

test('days, weeks and months: as fine as there is room for words', () => {
  expect(labels(17, 60, days)).toEqual([
    'Day 1',
    '+2 h',
    '+4 h',
    'Day 2',
    '+2 h',
    '+4 h',
    'Day 3',
    '+2 h',
    '+4 h',
    'Day 4',
    '+2 h',
    '+4 h',
  ])
  expect(labels(17, 20, days)).toEqual(['Day 1', 'Day 2', 'Day 3', 'Day 4'])
  expect(labels(100, 3, days)).toEqual(['Day 1', 'Day 6', 'Day 11', 'Day 16'])
  expect(labels(17, 20, dates)).toEqual(['Wed 25 Nov', 'Thu 26 Nov', 'Fri 27 Nov', 'Mon 30 Nov'])
  expect(labels(100, 3, dates)).toEqual(['Mon 30 Nov', 'Mon 7 Dec', 'Mon 14 Dec'])
  expect(labels(600, 0.2, dates)).toEqual(['Nov 2026', 'Mar 2027'])
})

test('a new week stands out among days', () => {
  expect(axisTicks(17, 20, dates).map(({ isStrong }) => isStrong)).toEqual([false, false, false, true])
})

test('no label stands in the way of the next one, and there are never too many', () => {
  const calendars = fc.record({
    hoursPerDay: fc.integer({ min: 1, max: 24 }),
    startDate: fc.constantFrom(null, '2026-11-25', '2027-12-31'),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  })
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 5_000, noNaN: true }),
      fc.double({ min: 0.01, max: 300, noNaN: true }),
      calendars,
      (end, hour, calendar) => {
        const ticks = axisTicks(end, hour, calendar)
        for (const [index, { at }] of ticks.slice(1).entries()) {
          const before = ticks[index]
          expect((at - (before?.at ?? 0)) * hour).toBeGreaterThanOrEqual(79)
        }
        expect(ticks.length).toBeLessThanOrEqual(((end + 2 * calendar.hoursPerDay) * hour) / 60 + 40)
      },
    ),
  )
})
