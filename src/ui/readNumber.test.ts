import { expect, test } from 'vitest'
import { readNumber, stepped, within } from './readNumber.ts'

test.each([
  ['8', 8],
  [' 1.5 ', 1.5],
  ['1,5', 1.5],
  ['.5', 0.5],
  ['2.', 2],
  ['-3', -3],
  ['\u22123', -3],
])('%j is the number %d', (text, number) => {
  expect(readNumber(text)).toBe(number)
})

test('an empty text is no number yet', () => {
  expect(readNumber('  ')).toBeUndefined()
})

test.each(['abc', '1e3', '1 000', '1,000.5', '0x10', '-', '.', 'Infinity'])('%j is refused', text => {
  expect(readNumber(text)).toBeNull()
})

test('a number is kept between its limits', () => {
  expect(within(-1, 0)).toBe(0)
  expect(within(99, 0, 12)).toBe(12)
  expect(within(5)).toBe(5)
})

test('steps leave no dust', () => {
  expect(stepped(0.1, 0.2)).toBe(0.3)
  expect(stepped(0.3, -0.1)).toBe(0.2)
})
