import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { hostileTexts } from '#plan/export/hostileTexts.fixture.ts'
import { previewPieces } from '#plan/export/previewPieces.ts'
import { RenderedMarkdown } from './RenderedMarkdown.tsx'

/** Ms of this process, not of the clock: other work on the machine does not count. */
function cpuOf(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const draw = (text: string, definitions = '') =>
  renderToStaticMarkup(createElement(RenderedMarkdown, { text, definitions, name: '0' }))

/** Ms that one piece may take. The slowest found on an idle machine took 80; ten times that is left for slower ones. */
const bound = 800

test.each(hostileTexts)('%s: 100 KB are cut at once, and no piece takes long to draw', (_, text) => {
  let preview = previewPieces('')
  expect(cpuOf(() => (preview = previewPieces(text)))).toBeLessThan(bound)
  const drawn = preview.pieces.filter(piece => !piece.plain)
  const some = drawn.filter((_, index) => index % Math.ceil(drawn.length / 8) === 0)
  for (const piece of some) expect(cpuOf(() => draw(piece.text, preview.definitions))).toBeLessThan(bound)
})

test('whatever passes the check is drawn within the bound', { timeout: 120_000 }, () => {
  const scrap = fc.constantFrom(
    ...['*', '_', '*_', '**a', '`', '``a', '[', '](', '[a]', '![a](', '[^a]', '<', '<a ', '<!--', '&amp;', '&am'],
    ...['\\', '~~a', 'www.a.b', 'http://a.b', 'a@b.c', 'a.', '|', 'x', ' ', '\n', '- ', '> ', '#', '(', ')', '\u0301'],
  )
  const prefix = fc.constantFrom('', '> ', '> > > > ', '- - - - ', '> - > - > - > ', '1. ', '| ', '# ', '    ')
  const lines = fc.constantFrom(1, 2, 10, 60, 140)
  fc.assert(
    fc.property(fc.array(scrap, { minLength: 1, maxLength: 4 }), prefix, lines, (scraps, start, count) => {
      const unit = scraps.join('')
      const marks = previewMarks(unit) + previewMarks(start) / 4
      const times = Math.max(1, Math.floor(Math.min(5800 / count / unit.length, 380 / count / Math.max(marks, 0.1))))
      const { pieces, definitions } = previewPieces(`${start}${unit.repeat(times)}\n`.repeat(count))
      for (const piece of pieces.filter(piece => !piece.plain).slice(0, 2)) {
        expect(cpuOf(() => draw(piece.text, definitions))).toBeLessThan(bound)
      }
    }),
    { numRuns: 250 },
  )
})

/** About what the check counts, so that most texts come close to its limit. */
function previewMarks(words: string): number {
  return words.match(/[*_~`[\]<|@&\\]|www\.|:\/\//g)?.length ?? 0
}

test('images are not loaded, and only links to web and mail are links', () => {
  const html = draw(
    '![plan](https://evil.example/x.png) [a](javascript:alert(1)) [b](data:text/html,x) [c](https://a.example) [d](//b.example) <script>alert(1)</script>',
  )
  expect(html).not.toMatch(/<img|<script|href="(?!https:\/\/a\.example")/)
  expect(html).toContain('Image “plan”: https://evil.example/x.png')
  expect(html).toContain('<a href="https://a.example" target="_blank" rel="noopener noreferrer">')
})
