import { expect, test } from 'vitest'
import { formatHours, formatTiming } from './formatHours.ts'

test('hours are a range, one figure, or unknown', () => {
  expect(formatHours({ min: 4, max: 8 })).toBe('4-8 h')
  expect(formatHours({ min: 6, max: 6 })).toBe('6 h')
  expect(formatHours({ min: 0, max: 0 })).toBe('0 h')
  expect(formatHours(null)).toBe('unknown')
})

test('a timing says what the file says and no more', () => {
  expect(formatTiming('parallel', { from: 1, to: 2 })).toBe('Parallel, day 1-2')
  expect(formatTiming(null, { from: 3, to: 3 })).toBe('Day 3')
  expect(formatTiming('sequential', null)).toBe('Sequential')
  expect(formatTiming(null, null)).toBeNull()
})
