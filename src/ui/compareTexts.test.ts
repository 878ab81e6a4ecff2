import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from './compareTexts.ts'

const numbers = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('')

test('a changed line is shown with three lines on each side, and how many lie between', () => {
  const { rows, added, removed } = compareTexts(numbers, numbers.replace('line 10\n', 'line ten\n'))
  expect([added, removed]).toEqual([1, 1])
  expect(rows.map(row => (row.kind === 'skipped' ? row.count : `${row.kind} ${row.text}`))).toEqual([
    6,
    'same line 7',
    'same line 8',
    'same line 9',
    'removed line 10',
    'added line ten',
    'same line 11',
    'same line 12',
    'same line 13',
    7,
  ])
})

test('texts that are the same have nothing to show', () => {
  expect(compareTexts(numbers, numbers)).toEqual({ rows: [], added: 0, removed: 0 })
})

test('two long texts with nothing in common are compared all the same', () => {
  const other = Array.from({ length: 20_000 }, (_, index) => `other ${index * 7}\n`).join('')
  const many = Array.from({ length: 20_000 }, (_, index) => `this ${index * 3}\n`).join('')
  expect(compareTexts(many, other)).toMatchObject({ added: 20_000, removed: 20_000 })
})

test('no line of either text is lost', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'b', '', '\r', '- [ ] c'), { maxLength: 30 })
    .map(lines => lines.join('\n'))
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const { rows } = compareTexts(before, after)
      const shown = rows.reduce(
        (count, row) => count + (row.kind === 'skipped' ? row.count : Number(row.kind !== 'added')),
        0,
      )
      const lines = before.split('\n').length - Number(before === '' || before.endsWith('\n'))
      if (rows.length > 0) expect(shown).toBe(lines)
    }),
  )
})
