import { expect, test } from 'vitest'
import { readBlocks } from './readBlocks.ts'

const SIZE = 100_000

function repeat(part: string, size = SIZE): string {
  return part.repeat(Math.ceil(size / part.length)).slice(0, size)
}

function growing(mark: string): string {
  let text = ''
  for (let depth = 0; text.length < SIZE; depth++) text += `${'  '.repeat(depth)}${mark} a\n`
  return text
}

const half = SIZE / 2
const hostile: [string, string][] = [
  ['list markers on one line', `${repeat('- ')}a`],
  ['list markers that are a thematic break', repeat('- ')],
  ['list markers of two kinds on one line', `${repeat('* - ')}a`],
  ['empty items', repeat('- \n')],
  ['25,000 nested items, then 50,000 blank lines', `${repeat('- ', half)}a${repeat('\n', half)}`],
  ['25,000 nested items, then lazy lines', `${repeat('- ', half)}a\n${repeat('b\n', half)}`],
  ['25,000 nested items with nothing in them, then blank lines', `${repeat('- ', half)}${repeat('\n', half)}`],
  ['numbers nested on one line', `${repeat('1. ')}a`],
  ['numbered items', repeat('1.\n')],
  ['items nested ever deeper', growing('-')],
  ['numbers nested ever deeper', growing('1.')],
  ['quote marks on one line', repeat('>')],
  ['50,000 nested quotes, then lazy lines', `${repeat('>', half)}a\n${repeat('b\n', half)}`],
  ['50,000 nested quotes, then blank lines', `${repeat('>', half)}a${repeat('\n', half)}`],
  ['50,000 nested quotes, then empty quotes', `${repeat('>', half)}a\n${repeat('>\n', half)}`],
  ['quotes around items, then empty quotes', `${repeat('> - ', half)}a\n${repeat('>\n', half)}`],
  ['quoted lines', repeat('> a\n')],
  ['emphasis marks', repeat('*_')],
  ['opening brackets', repeat('[')],
  ['link definitions on one line', repeat('[a]: ')],
  ['link definitions on lines', repeat('[a]: b\n')],
  ['link definitions with an unclosed title', repeat('[a]: b "\n')],
  ['titles below link definitions', repeat('[a]: b\n"')],
  ['labels that do not close', repeat('[a\n')],
  ['footnotes in footnotes', repeat('[^a]: ')],
  ['footnote labels that do not close', repeat('[^a\n')],
  ['backticks', repeat('`')],
  ['fences that do not close', repeat('```` a\n')],
  ['tildes', repeat('~')],
  ['fences of tildes', repeat('~~~\n')],
  ['a table of many columns', `${repeat('|a', half)}\n${repeat('|-', half)}`],
  ['a table of many rows', `|a|b|\n|-|-|\n${repeat('|a|b|c\n')}`],
  ['delimiter rows', `a\n${repeat('|-|-\n')}`],
  ['tables one below the other', repeat('a\n|-\n')],
  ['pipes', repeat('|')],
  ['pipes on lines', repeat('|\n')],
  ['comments that do not close', repeat('<!--\n')],
  ['comments that do not close on one line', repeat('<!--')],
  ['tags that do not close', repeat('<a ')],
  ['attributes that do not close', repeat('<a b="\n')],
  ['scripts that do not close', `<script>${repeat('</')}`],
  ['tabs', repeat('\t')],
  ['items set off by tabs', `${repeat('-\t')}a`],
  ['spaces', `${repeat(' ')}a`],
  ['lone CRs', repeat('\r')],
  ['lines that end with a lone CR', repeat('a\r')],
  ['rules of underscores with text at the end', `${repeat('_ ')}a`],
  ['underlines', repeat('a\n=\n')],
  ['number signs', repeat('#')],
  ['number signs behind a heading', `# ${repeat('# ')}`],
  ['an unclosed front matter', `---\na: b\n${repeat('-- \n')}`],
]

const PATIENCE = 3000

/**
 * Milliseconds of the fastest of five runs after a first one: whatever else the machine does can only add to them. On a
 * busy machine it goes on until one run reaches the goal, for at most three seconds.
 */
function fastestRun(text: string, goal: number): number {
  const started = performance.now()
  let fastest = Number.POSITIVE_INFINITY
  for (let run = 0; run < 6 || (fastest >= goal && performance.now() - started < PATIENCE); run++) {
    const start = performance.now()
    readBlocks(text)
    if (run > 0) fastest = Math.min(fastest, performance.now() - start)
  }
  return fastest
}

test.each(hostile)('100 KB of %s take under 50 ms', { timeout: 60_000 }, (_, text) => {
  expect(fastestRun(text, 50)).toBeLessThan(50)
})

test('four times as many tasks take about four times as long', { timeout: 60_000 }, () => {
  const task = '- [ ] Define the boundaries between the services (Priority: Critical)\n'
  const section = `\n### Stream: Boundaries\n**Estimated Time:** 4-6 hours\n\n${task.repeat(10)}`
  const once = fastestRun(section.repeat(1000), 50)
  expect(once).toBeLessThan(50)
  expect(fastestRun(section.repeat(4000), once * 12)).toBeLessThan(once * 12)
})
