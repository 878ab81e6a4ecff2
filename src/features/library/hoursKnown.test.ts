import { expect, test } from 'vitest'
import { hoursKnown } from './hoursKnown.ts'

test.each([
  [{ min: 11, max: 19, streamsKnown: 3, streamsTotal: 6 }, '11-19 h in 3 of 6 streams'],
  [{ min: 11, max: 19, streamsKnown: 6, streamsTotal: 6 }, '11-19 h'],
  [{ min: 8, max: 8, streamsKnown: 1, streamsTotal: 2 }, '8 h in 1 of 2 streams'],
  [{ min: 0, max: 0, streamsKnown: 0, streamsTotal: 4 }, 'hours unknown'],
])('%j reads "%s"', (hours, words) => {
  expect(hoursKnown(hours)).toBe(words)
})
