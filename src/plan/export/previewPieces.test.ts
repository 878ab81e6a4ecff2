import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examplePlan } from '#plan/templates/examplePlan.ts'
import { previewPieces } from './previewPieces.ts'

test('a plan is cut before its sections, and no character is lost', () => {
  const { pieces } = previewPieces(examplePlan)
  expect(pieces.map(piece => piece.text).join('')).toBe(examplePlan)
  expect(pieces.map(piece => piece.text.split('\n')[0])).toContain('## Phase 3: Launch (Sequential - Day 7-8)')
  expect(pieces.filter(piece => piece.plain)).toEqual([])
})

test('all pieces together are the text, whatever the text', () => {
  const scrap = fc.constantFrom(
    '# A\n',
    '---\n',
    '- [ ] b\n',
    '  - c\n',
    '> ',
    '```\n',
    '\n',
    'words ',
    '|a|b|\n',
    '[r]: x\n',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string()), { maxLength: 400 }), scraps => {
      const text = scraps.join('')
      expect(
        previewPieces(text)
          .pieces.map(piece => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('a stream of a thousand tasks is cut between its tasks', () => {
  const text = `## Work\n\n${Array.from({ length: 1000 }, (_, at) => `- [ ] Task number ${at} of many\n`).join('')}`
  const { pieces } = previewPieces(text)
  expect(pieces.map(piece => piece.text).join('')).toBe(text)
  expect(pieces.length).toBeGreaterThan(10)
  expect(pieces.filter(piece => piece.plain || piece.text.length > 4000)).toEqual([])
})

test.each([
  ['nesting', `${'- '.repeat(2500)}a`],
  ['a long table', `a|\n-|\n${'b\n'.repeat(1500)}`],
  ['quotes', '> '.repeat(2500)],
  ['emphasis', '*_'.repeat(2500)],
  ['brackets', '['.repeat(5000)],
  ['backticks', '`a '.repeat(1600)],
  ['a wide table', `|${'a|'.repeat(800)}\n|${'-|'.repeat(800)}\n`],
  ['one endless line', 'word '.repeat(10_000)],
  ['front matter', '---\ntitle: A\n---\n'],
])('%s is shown as plain words', (_name, text) => {
  expect(previewPieces(text).pieces.every(piece => piece.plain)).toBe(true)
})

test('what is too much stands alone, and the words around it are drawn', () => {
  const hostile = `${'- '.repeat(2500)}a\n`
  const { pieces } = previewPieces(`# Before\n\n${hostile}\nAfter.\n`)
  expect(pieces.map(piece => [piece.text.trim(), piece.plain])).toEqual([
    ['# Before', false],
    [hostile.trim(), true],
    ['After.', false],
  ])
})

test('link targets are known to every piece', () => {
  const { pieces, definitions } = previewPieces(
    `# A\n\n${'[spec] '.repeat(99)}\n\n# B\n\n[spec]: https://example.org\n`,
  )
  expect(pieces).toHaveLength(2)
  expect(definitions).toBe('[spec]: https://example.org')
})

test('an empty text has no pieces', () => {
  expect(previewPieces('')).toEqual({ pieces: [], definitions: '' })
})
