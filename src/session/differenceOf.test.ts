import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeText, editsOf } from '#plan/change.ts'
import { differenceOf } from './differenceOf.ts'

const line = fc.constantFrom('a', 'b', '- [ ] one', '- [x] one', '', '\r', '\u{1f4a1} lamp')
const text = fc.array(line, { maxLength: 12 }).map(lines => lines.join('\n'))

test('the difference of two texts leads from one to the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(changeText(before, differenceOf(before, after))).toBe(after)
    }),
    { numRuns: 5_000 },
  )
})

test('a text does not differ from itself', () => {
  expect(differenceOf('a\nb', 'a\nb').set.empty).toBe(true)
})

test('lines that differ far from each other are edits of their own, of the characters that differ', () => {
  const before = '- [ ] one\n- [ ] two\n- [ ] three\nfour\n'
  const after = '- [x] one\n- [ ] two\n- [x] three\nfour\nfive\n'
  expect(editsOf(differenceOf(before, after))).toEqual([
    { from: 3, to: 4, insert: 'x' },
    { from: 23, to: 24, insert: 'x' },
    { from: before.length, to: before.length, insert: 'five\n' },
  ])
})

test('texts that have nothing in common differ in one stretch, soon', () => {
  const lines = (word: string) => Array.from({ length: 30_000 }, (_, at) => `${word} ${at}`).join('\n')
  const [before, after] = [lines('left'), lines('right')]
  const change = differenceOf(before, after)
  expect(changeText(before, change)).toBe(after)
  expect(editsOf(change)).toHaveLength(1)
})
