import { expect, test } from 'vitest'
import { timeAgo } from './timeAgo.ts'

const second = 1000
const hour = 3600 * second
const day = 24 * hour

test.each([
  [0, 'just now'],
  [59 * second, 'just now'],
  [-5 * hour, 'just now'],
  [60 * second, '1 minute ago'],
  [59 * 60 * second, '59 minutes ago'],
  [2.9 * hour, '2 hours ago'],
  [day, 'yesterday'],
  [3 * day, '3 days ago'],
  [7 * day, 'last week'],
  [34 * day, '4 weeks ago'],
  [70 * day, '2 months ago'],
  [800 * day, '2 years ago'],
])('%d ms ago reads "%s"', (passed, words) => {
  const now = Date.UTC(2025, 10, 22)
  expect(timeAgo(now - passed, now)).toBe(words)
})
