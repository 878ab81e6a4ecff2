import { expect, test } from 'vitest'
import { countWords, progressWords, sizeWords, whenWords } from './backupWords.ts'

const at = (words: string) => new Date(words).getTime()

test.each([
  ['2026-11-22T10:04', 'Today, 10:04 AM'],
  ['2026-11-21T23:59', 'Yesterday, 11:59 PM'],
  ['2026-11-20T08:00', 'Nov 20, 2026, 8:00 AM'],
])('a backup of %s is called %s', (taken, words) => {
  expect(whenWords(at(taken), at('2026-11-22T18:00')).replaceAll('\u202f', ' ')).toBe(words)
})

test('progress and length are said in words that fit the number', () => {
  expect(progressWords({ done: 0, total: 0 })).toBe('No tasks')
  expect(progressWords({ done: 1, total: 1 })).toBe('1 of 1 done')
  expect(sizeWords(10, 10)).toBe('As long as now')
  expect(sizeWords(9, 10)).toBe('1 character shorter')
  expect(sizeWords(2010, 10)).toBe('2,000 characters longer')
  expect(countWords(0, 'line')).toBe('0 lines')
})
