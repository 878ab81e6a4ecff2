import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { type CalendarDay, dateOf, dayOfEnd, dayOfStart, daysFor, dayWords, type WorkCalendar } from './calendar.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const calendars: fc.Arbitrary<WorkCalendar> = fc.record({
  hoursPerDay: fc.integer({ min: 4, max: 96 }).map(quarters => quarters / 4),
  startDate: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10)),
  workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
})
const hours = fc.integer({ min: 0, max: 80_000 }).map(quarters => quarters / 4)
const week: WorkCalendar = { hoursPerDay: 6, startDate: '2026-11-23', workingDays: [1, 2, 3, 4, 5] }

const written = (date: CalendarDay | null) =>
  date && [date.year, String(date.month).padStart(2, '0'), String(date.day).padStart(2, '0')].join('-')

/** Walks through the calendar day by day. */
function walk({ startDate, workingDays }: WorkCalendar, workingDay: number): string {
  const date = new Date(`${startDate}T12:00:00Z`)
  for (let left = workingDay; ; date.setUTCDate(date.getUTCDate() + 1)) {
    if (!workingDays.includes(date.getUTCDay() || 7)) continue
    if (left-- === 0) return date.toISOString().slice(0, 10)
  }
}

test('the first working day is the start date, weekends are skipped', () => {
  expect([0, 4, 5, 9, 10].map(day => dayWords(day, week))).toEqual([
    'Mon 23 Nov',
    'Fri 27 Nov',
    'Mon 30 Nov',
    'Fri 4 Dec',
    'Mon 7 Dec',
  ])
})

test('a start on a day off is the next working day', () => {
  expect(dayWords(0, { ...week, startDate: '2026-11-28' })).toBe('Mon 30 Nov')
  expect(dayWords(1, { ...week, startDate: '2026-11-28', workingDays: [3] })).toBe('Wed 9 Dec')
})

test('another year is named, and leap days count', () => {
  expect(dayWords(30, week)).toBe('Mon 4 Jan 2027')
  expect(dayWords(1, { ...week, startDate: '2028-02-28' })).toBe('Tue 29 Feb')
})

test('without a start date days are counted', () => {
  expect(dayWords(6, { ...week, startDate: null })).toBe('day 7')
  expect(dateOf(0, { ...week, startDate: null })).toBeNull()
})

test('work that fills a day ends on it, and what follows begins the next', () => {
  expect([0, 5.99, 6, 6.01, 12].map(at => dayOfStart(at, 6))).toEqual([0, 0, 1, 1, 2])
  expect([0, 5.99, 6, 6.01, 12].map(at => dayOfEnd(at, 6))).toEqual([0, 0, 0, 1, 1])
  expect([0, 5.99, 6, 6.01, 12].map(at => daysFor(at, 6))).toEqual([0, 1, 1, 2, 2])
  // A third of an hour three times is an hour, whatever binary fractions make of it.
  expect(dayOfEnd(0.1 + 0.2, 0.3)).toBe(0)
  expect(dayOfStart(0.3 * 3, 0.9)).toBe(1)
})

test('every day is a working day, and one by one they are those of a calendar on the wall', () => {
  fc.assert(
    fc.property(calendars, fc.integer({ min: 0, max: 1_000 }), (calendar, workingDay) => {
      const date = dateOf(workingDay, calendar)
      expect(calendar.workingDays).toContain(date?.weekday)
      expect(written(date)).toBe(walk(calendar, workingDay))
    }),
  )
})

test('more hours never end earlier, and no work is over before it begins', () => {
  fc.assert(
    fc.property(calendars, hours, hours, ({ hoursPerDay }, one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one]
      expect(dayOfEnd(more, hoursPerDay)).toBeGreaterThanOrEqual(dayOfEnd(less, hoursPerDay))
      if (more > less) expect(dayOfEnd(more, hoursPerDay)).toBeGreaterThanOrEqual(dayOfStart(less, hoursPerDay))
      expect(daysFor(more, hoursPerDay) * hoursPerDay).toBeGreaterThanOrEqual(more - 1e-3)
      expect((daysFor(more, hoursPerDay) - 1) * hoursPerDay).toBeLessThan(more + 1e-3)
    }),
  )
})

test('the machine stands in any time zone: the dates are the same', () => {
  const days = fc.integer({ min: 0, max: 400 })
  fc.assert(
    fc.property(calendars, days, (calendar, workingDay) => {
      const all = ['Pacific/Kiritimati', 'America/Sao_Paulo', 'Pacific/Pago_Pago', 'Europe/Dublin', 'UTC'].map(name => {
        process.env.TZ = name
        return dayWords(workingDay, calendar)
      })
      expect(new Set(all).size).toBe(1)
    }),
    { numRuns: 50 },
  )
})
