import { expect, test } from 'vitest'
import type { Schedule } from '#plan/schedule/schedulePlan.ts'
import type { WorkCalendar } from '#plan/settings/calendar.ts'
import {
  enoughWords,
  finishWords,
  hoursWords,
  listed,
  proofWords,
  rangeParts,
  savedWords,
  shareWords,
  spanWords,
} from './timelineWords.ts'

const days: WorkCalendar = { hoursPerDay: 6, startDate: null, workingDays: [1, 2, 3, 4, 5] }
const dates: WorkCalendar = { ...days, startDate: '2026-11-24' }

const schedule = (makespan: number, lowerBound: number): Schedule => ({
  jobs: [],
  makespan,
  lowerBound,
  criticalPath: [],
  hoursPerTask: 1,
  ignored: [],
})

test('hours are said as people plan them, and what is there is never 0', () => {
  expect([29.8333, 7, 0.04, 0, 99.96, 323.6].map(hoursWords)).toEqual([
    '29.8 h',
    '7 h',
    'under 0.1 h',
    '0 h',
    '100 h',
    '324 h',
  ])
})

test('the finish is said in hours, days and a date', () => {
  expect(finishWords(38, dates)).toBe('Finish in 38 h of work: 7 working days, Wed 2 Dec')
  expect(finishWords(38, days)).toBe('Finish in 38 h of work: day 7')
  expect(finishWords(6, dates)).toBe('Finish in 6 h of work: 1 working day, Tue 24 Nov')
})

test('how long a stream takes is said without saying a day twice', () => {
  expect(spanWords(0, 6, days)).toBe('day 1')
  expect(spanWords(5, 13, days)).toBe('day 1 to 3')
  expect(spanWords(6, 19, dates)).toBe('Wed 25 Nov to Fri 27 Nov')
  // A gate at the end of a day is passed on it, but what takes no time never ends before it starts.
  expect(spanWords(6, 6, days)).toBe('day 2')
})

test('what is proven is never said too well', () => {
  expect(proofWords(schedule(38, 38))).toBe('Proven shortest with these workers')
  expect(proofWords(schedule(0, 0))).toBe('Proven shortest with these workers')
  expect(proofWords(schedule(103.21, 100))).toBe('At most 3.3 % above the best possible with these workers')
  expect(proofWords(schedule(110, 100))).toBe('At most 10 % above the best possible with these workers')
})

test('ranges are said by their days', () => {
  const samples = { finish: { p50: 6, p80: 6.1, p90: 12.1 }, finishOf: new Map(), critical: new Map(), count: 10 }
  expect(rangeParts(samples, days).map(({ percent, by }) => `${percent} % by ${by}`)).toEqual([
    '50 % by day 1',
    '80 % by day 2',
    '90 % by day 3',
  ])
})

test('the time that gates cost is said either way', () => {
  expect(savedWords(46, 38)).toBe('8 h sooner')
  expect(savedWords(38, 38.01)).toBe('no sooner')
  expect(savedWords(38, 39)).toBe('1 h later')
})

test('where more hands stop helping is said, and where nobody looked it is not', () => {
  const curve = (enough: number, count: number) => ({
    enough,
    points: Array.from({ length: count }, (_, at) => ({ workers: at + 1, makespan: 100 - Math.min(at, enough - 1) })),
  })
  expect(enoughWords(curve(5, 5))).toBe('More than 5 workers do not finish sooner')
  expect(enoughWords(curve(1, 1))).toBe('More than 1 worker does not finish sooner')
  expect(enoughWords(curve(24, 24))).toBe('Each worker up to 24 helps')
})

test('only always is 100 %, and only never is 0 %', () => {
  expect([0, 0.0001, 0.826, 0.9999, 1].map(shareWords)).toEqual(['0 %', '1 %', '83 %', '99 %', '100 %'])
})

test('long lists say how many more there are', () => {
  expect(listed(['A'])).toBe('A')
  expect(listed(['A', 'B', 'C'])).toBe('A, B and C')
  expect(listed(['A', 'B', 'C', 'D', 'E'], 3)).toBe('A, B and 3 more')
})
