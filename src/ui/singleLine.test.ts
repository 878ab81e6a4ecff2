import { expect, test } from 'vitest'
import { joinLines, singleLine } from './singleLine.ts'

test.each([
  ['one\ntwo', 'one two'],
  ['one\r\ntwo', 'one two'],
  ['one  \n\n   two', 'one two'],
  ['one\u2028two\u2029three', 'one two three'],
  ['\tone\ttwo\n', 'one two'],
  ['  \n ', ''],
])('%j becomes the single line %j', (text, line) => {
  expect(singleLine(text)).toBe(line)
})

test('blanks a person typed inside the text are kept', () => {
  expect(singleLine('a  b\u00a0c')).toBe('a  b\u00a0c')
})

test('a pasted piece keeps the blanks that part it from its neighbours', () => {
  expect(joinLines(' one\n two ')).toBe(' one two ')
})
