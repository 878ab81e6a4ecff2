import { describe, expect, test } from 'vitest'
import { BlockKind } from './blocks.ts'
import { readBlocks } from './readBlocks.ts'

interface Read {
  kind: string
  /** From the block's first character to its end. */
  text: string
  content: string
  detail: number
  /** Index of the parent in the list; -1 at the top. */
  parent: number
  /** The box's three characters or fewer, or null. */
  box: string | null
}

const kindNames = new Map<number, string>(Object.entries(BlockKind).map(([name, kind]) => [kind, name]))

function read(text: string): Read[] {
  const blocks = readBlocks(text)
  return Array.from({ length: blocks.count }, (_, block) => {
    const box = blocks.box[block] ?? -1
    return {
      kind: kindNames.get(blocks.kind[block] ?? 0) ?? '',
      text: text.slice(blocks.from[block], blocks.to[block]),
      content: text.slice(blocks.content[block], blocks.contentTo[block]),
      detail: blocks.detail[block] ?? 0,
      parent: blocks.parent[block] ?? -1,
      box: box < 0 ? null : text.slice(box, text.indexOf(']', box) + 1),
    }
  })
}

const kinds = (text: string) => read(text).map(block => block.kind)
const boxes = (text: string) => read(text).flatMap(block => block.box ?? [])
const headings = (text: string) =>
  read(text).flatMap(block => (block.kind === 'heading' ? `${block.detail} ${block.content}` : []))
const items = (text: string) => read(text).flatMap(block => (block.kind === 'item' ? block.text : []))

describe('headings', () => {
  test("a heading's text leaves out its number signs and the white space around it", () => {
    expect(headings('# One\n##  Two  ##  \n### C#\n#### \\# #\n###### Six\n')).toEqual([
      '1 One',
      '2 Two',
      '3 C#',
      '4 \\#',
      '6 Six',
    ])
  })

  test('a heading without text is empty', () => {
    expect(headings('#\n## \n### ###\n')).toEqual(['1 ', '2 ', '3 '])
  })

  test('seven number signs, and a number sign without a space, are text', () => {
    expect(kinds('####### seven\n\n#no')).toEqual(['paragraph', 'paragraph'])
  })

  test('an underline makes the paragraph above it a heading', () => {
    expect(headings('Plan\n====\n\nTwo\nlines  \n  ---\n')).toEqual(['1 Plan', '2 Two\nlines'])
  })

  test('a lazy line does not underline the paragraph of a quote', () => {
    expect(kinds('> text\n---\n')).toEqual(['quote', 'paragraph', 'thematicBreak'])
    expect(headings('> text\n===\n')).toEqual([])
  })

  test('below nothing but link definitions a line is no underline', () => {
    expect(kinds('[a]: /a\n---\n')).toEqual(['definition', 'thematicBreak'])
    expect(kinds('[a]: /a\n===\n')).toEqual(['definition', 'paragraph'])
    expect(headings('[a]: /a\nText\n===\n')).toEqual(['1 Text'])
  })
})

describe('items', () => {
  test('an item knows its marker and its words', () => {
    const marks = read('- a\n* b\n+ c\n1. d\n22) e\n').filter(block => block.kind === 'item')
    expect(marks.map(item => String.fromCharCode(item.detail) + item.content)).toEqual(['-a', '*b', '+c', '.d', ')e'])
  })

  test('an item in an item has it as its parent', () => {
    const [outer, , inner, , last] = read('- outer\n  - inner\n- last\n')
    expect([outer?.parent, inner?.parent, last?.parent]).toEqual([-1, 0, -1])
  })

  test('an item ends with its last filled line, whatever stands below it', () => {
    expect(items('- a\n\n  more\n\n\n- b\n\n# Next\n')).toEqual(['- a\n\n  more', '- b'])
    expect(items('- a\n  - b\n\n    c\n\ntext')).toEqual(['- a\n  - b\n\n    c', '- b\n\n    c'])
  })

  test('a line that only goes on with a paragraph stays in its item', () => {
    expect(items('- a\nlazy\n  and more\n')).toEqual(['- a\nlazy\n  and more'])
  })

  test('a tab reaches to the next multiple of four columns', () => {
    expect(read('-\ta\n\n\tb\n').map(block => block.parent)).toEqual([-1, 0, 0])
    expect(kinds('-\t\ta\n')).toEqual(['item', 'indentedCode'])
    expect(read('- a\n\t- b\n\t\t- c\n').map(block => block.parent)).toEqual([-1, 0, 0, 2, 2, 4])
  })

  test('only a 1, and only with text, interrupts a paragraph', () => {
    expect(kinds('text\n2. no\n-\n1. yes\n')).toEqual(['heading', 'item', 'paragraph'])
    expect(kinds('text\n2. no\n*\n')).toEqual(['paragraph'])
  })

  test('an item that starts with two blank lines is empty', () => {
    expect(items('-\n  in\n-\n\n  out\n')).toEqual(['-\n  in', '-'])
  })

  test('an empty item has its content at the end of its line', () => {
    expect(read('-\n').map(({ content, text }) => [content, text])).toEqual([['', '-']])
  })

  test('three markers with nothing else are a thematic break', () => {
    expect(kinds('- - -\n* * *\n- - - a\n')).toEqual([
      'thematicBreak',
      'thematicBreak',
      ...['item', 'item', 'item', 'paragraph'],
    ])
  })
})

describe('checkboxes', () => {
  test("GFM's boxes are boxes", () => {
    expect(boxes('- [ ] a\n* [x] b\n1. [X] c\n')).toEqual(['[ ]', '[x]', '[X]'])
  })

  test('R2: five more marks are boxes, and a tab is', () => {
    expect(boxes('- [~] a\n- [/] b\n- [-] c\n- [√] d\n- [] e\n- [\t] f\n')).toEqual([
      ...['[~]', '[/]', '[-]', '[√]', '[]', '[\t]'],
    ])
  })

  test('R2: a letter, a number, two characters and a link are not', () => {
    expect(boxes('- [P] a\n- [1] b\n- [  ] c\n- [xx] d\n- [x](e)\n- [ ]: f\n- \\[ ] g\n- **[ ] h**\n')).toEqual([])
  })

  test('R3: a star may follow the box', () => {
    expect(boxes('- [ ]* a\n- [x]*\n- [ ]** b\n- [ ]*c\n')).toEqual(['[ ]', '[x]'])
  })

  test('R4: a box needs no text after it', () => {
    expect(boxes('- [ ]\n- [x]  \n- [ ]\n  text\n- [ ]no\n')).toEqual(['[ ]', '[x]', '[ ]'])
  })

  test('R5: a box may stand below its marker, but not on two lines', () => {
    expect(boxes('-\n  [ ] a\n-\n    [x] b\n')).toEqual(['[ ]', '[x]'])
    expect(boxes('- [\n  ] a\n')).toEqual([])
  })

  test("a box counts only first in the item's first paragraph", () => {
    expect(boxes('- a [ ] b\n- a\n\n  [ ] c\n- # [ ] d\n- > [ ] e\n- [f]: /f\n\n  [ ] g\n')).toEqual([])
    expect(boxes('- [a]: /a\n  [ ] b\n')).toEqual(['[ ]'])
  })

  test('a heading and a table in an item have no box', () => {
    expect(boxes('- [ ] a\n  ---\n- [ ] | b\n  --- | ---\n')).toEqual([])
    expect(boxes('- [a]: /a\n  [ ] b\n  ===\n')).toEqual([])
  })

  test('an item in a quote can have a box', () => {
    expect(boxes('> - [ ] a\n> 1. [x] b\n')).toEqual(['[ ]', '[x]'])
  })

  test('of two boxes the first counts', () => {
    expect(read('- [x] [ ] twice').map(block => block.box)).toEqual(['[x]', null])
  })
})

describe('what is no task', () => {
  test.each([
    ['a fence', '```\n- [ ] a\n```\n'],
    ['a fence of tildes', '~~~ js\n- [ ] a\n~~\n- [ ] b\n~~~\n'],
    ['a fence that does not close', '```\n- [ ] a\n\n- [ ] b\n'],
    ['a longer fence around a shorter one', '````\n```\n- [ ] a\n```\n- [ ] b\n````\n'],
    ['a fence in an item', '- text\n  ```\n  - [ ] a\n\n  - [ ] b\n  ```\n'],
    ['a fence in a quote', '> ```\n> - [ ] a\n> ```\n'],
    ['indented code', '    - [ ] a\n\n    - [ ] b\n'],
    ['indented code in an item', '- text\n\n      - [ ] a\n'],
    ['a comment', '<!-- x\n- [ ] a\n\n- [ ] b\n-->\n'],
    ['a comment that does not close', '<!--\n- [ ] a\n\n# b\n- [ ] c\n'],
    ['a comment in an item', '- text\n  <!--\n  - [ ] a\n  -->\n'],
    ['an HTML block', '<details>\n- [ ] a\n</details>\n'],
    ['an HTML block of a lone tag', '<my-tag a="b" c>\n- [ ] a\n'],
    ['an HTML block of the longest name', '<blockquote\n- [ ] a\n'],
    ['a script', '<script>\n\n- [ ] a\n</script>\n'],
    ['a processing instruction', '<?php\n\n- [ ] a\n?>\n'],
    ['a declaration', '<!DOCTYPE\n- [ ] a\n>\n'],
    ['CDATA', '<![CDATA[\n\n- [ ] a\n]]>\n'],
    ['front matter', '---\nsteps:\n  - [ ] a\n---\n'],
    ['a table', '| a |\n|---|\n| - [ ] b |\n'],
    ['text', 'text\n    - [ ] a\n'],
  ])('a checkbox inside %s is not a task', (_, text) => {
    expect(boxes(text)).toEqual([])
  })

  test.each([
    ['a fence', '```\na\n```\n- [ ] b'],
    ['a fence, when its item ends first', '- a\n  ```\n- [ ] b'],
    ['a fence, when its quote ends first', '> ```\n- [ ] b'],
    ['a comment on one line', '<!-- a -->\n- [ ] b'],
    ['the shortest comment', '<!-->\n- [ ] b'],
    ['preformatted HTML on one line', '<pre></pre>\n- [ ] b'],
    ['CDATA on one line', '<![CDATA[]]>\n- [ ] b'],
    ['an HTML block and a blank line', '<div>\n\n- [ ] b'],
    ['a tag in the middle of text', 'a\n<br>\n- [ ] b'],
    ['a table', '| a |\n|---|\n- [ ] b'],
    ['a line that only looks like a fence', '``` a ` b\n- [ ] b'],
    ['a line that only looks like a tag', '<a b=>\n- [ ] b'],
  ])('a checkbox after %s is a task', (_, text) => {
    expect(boxes(text)).toEqual(['[ ]'])
  })
})

describe('fences', () => {
  test("a fence's content is the lines between its fences", () => {
    const [fence] = read('```sh\nnpm ci\n\nnpm test\n```\n')
    expect([fence?.content, fence?.detail]).toEqual(['npm ci\n\nnpm test\n', '`'.charCodeAt(0)])
  })

  test('a fence that does not close ends with its last filled line', () => {
    expect(read('~~~\na\n\n\n').map(({ content, text }) => [content, text])).toEqual([['a', '~~~\na']])
    expect(read('~~~').map(({ content, text }) => [content, text])).toEqual([['', '~~~']])
    expect(items('- ```\n  a\n\n\nb')).toEqual(['- ```\n  a'])
  })

  test('a closing fence is as long as the opening one, of its kind and alone', () => {
    expect(read('````\n```\n~~~~\n```` x\n    ````\n`````  \nout')[0]?.content).toBe('```\n~~~~\n```` x\n    ````\n')
  })
})

describe('tables, quotes and definitions', () => {
  test('a table needs a delimiter row with as many cells as the header', () => {
    expect(kinds('| a | b |\n|---|:-:|\n| c |\nd\n\n| a |\n|---|---|\n')).toEqual(['table', 'paragraph'])
    expect(kinds('a \\| b\n:--\n')).toEqual(['table'])
  })

  test("a paragraph's last line can head a table", () => {
    expect(read('text\na | b\n:- | -\n').map(block => block.text)).toEqual(['text', 'a | b\n:- | -'])
  })

  test('a delimiter row that starts like an item is an item', () => {
    expect(kinds('a | b\n- | -\n')).toEqual(['paragraph', 'item', 'paragraph'])
  })

  test('a quote ends where a line starts something else', () => {
    expect(read('> a\nb\n# c\n').map(block => block.text)).toEqual(['> a\nb', 'a\nb', '# c'])
  })

  test("a quote's empty last line belongs to it", () => {
    expect(read('> a\n>\nb').map(block => block.text)).toEqual(['> a\n>', 'a', 'b'])
  })

  test('a footnote holds blocks as a quote does', () => {
    expect(kinds('[^a]: # b\n    - c\n\nd')).toEqual(['quote', 'heading', 'item', 'paragraph', 'paragraph'])
  })

  test('R6: each footnote around a line asks for four columns', () => {
    expect(read('[^a]: [^b]: c\n\n    d\n').map(block => block.parent)).toEqual([-1, 0, 1, 0])
  })

  test('a paragraph of link definitions only is no paragraph', () => {
    expect(kinds('[a]: /a\n[b]:\n</b c> "title\ngoes on"\n')).toEqual(['definition'])
    expect(read('[a]: /a\n[b] c\n').map(block => block.text)).toEqual(['[a]: /a', '[b] c'])
    expect(kinds('[a]: /a b\n')).toEqual(['paragraph'])
    expect(read('> [a]:\n> /a\n> b\n').map(block => block.text)).toEqual(['> [a]:\n> /a\n> b', '[a]:\n> /a', 'b'])
  })

  test('R7: the first "]]>" ends CDATA', () => {
    expect(headings('<![CDATA[ a[b[0]]]>\n# c\n')).toEqual(['1 c'])
  })
})

describe('front matter and line ends', () => {
  test('R1: front matter is closed by "---" or "..." and starts with a key', () => {
    expect(read('---\na: b\n---\n# c').map(({ kind, text }) => [kind, text])).toEqual([
      ['frontMatter', '---\na: b\n---'],
      ['heading', '# c'],
    ])
    expect(kinds('---\n\na: b\n...\n# c')).toEqual(['frontMatter', 'heading'])
    expect(read('---\r\na: b\r\n---\r\n# c').map(({ text }) => text)).toEqual(['---\r\na: b\r\n---', '# c'])
    expect(kinds('---\ra: b\r---\r\r    c')).toEqual(['frontMatter', 'indentedCode'])
  })

  test.each([
    ['does not close', '---\na: b\n# c\n'],
    ['does not start the text', '\n---\na: b\n---\n'],
    ['starts with a heading', '---\n# Plan: a\n---\n'],
    ['starts with a task', '---\n- [ ] a: b\n---\n'],
    ['has no line', '---\n---\n'],
    ['opens with other marks', '-a-\na: b\n---\n'],
    ['opens with four dashes', '----\na: b\n---\n'],
  ])('R1: it is no front matter if it %s', (_, text) => {
    expect(kinds(text)).not.toContain('frontMatter')
  })

  test('a line ends at \\n, \\r\\n and a lone \\r', () => {
    const text = '# a\r\n- [ ] b\r- [x] c\n\r\n```\rd\r```\r# e'
    expect(kinds(text)).toEqual(['heading', 'item', 'paragraph', 'item', 'paragraph', 'fence', 'heading'])
    expect(read(text).at(-2)?.content).toBe('d\r')
  })

  test('a byte order mark is no text', () => {
    expect(headings('\uFEFF# a')).toEqual(['1 a'])
    expect(kinds('\uFEFF---\na: b\n---')).toEqual(['frontMatter'])
  })

  test('a text of nothing, or of blank lines, has no blocks', () => {
    expect(kinds('')).toEqual([])
    expect(kinds(' \n\t\r\n\r')).toEqual([])
  })

  test('a paragraph may hold a NUL', () => {
    expect(kinds('[a]: \0\n')).toEqual(['definition'])
    expect(kinds('\0')).toEqual(['paragraph'])
  })
})

/** Found by generated texts: corners in which the first version and the GFM reader differed. */
describe('corners', () => {
  test('indented code that a lazy line starts ends with that line', () => {
    expect(kinds('>\n    a\n    b\n')).toEqual(['quote', 'indentedCode', 'indentedCode'])
    expect(kinds('>\n    a\n2) b\n')).toEqual(['quote', 'indentedCode', 'item', 'paragraph'])
  })

  test('a number other than 1 does not interrupt indented code', () => {
    expect(kinds('    a\n2) b\n')).toEqual(['indentedCode', 'paragraph'])
  })

  test('a lone tag on a lazy line ends the paragraph, and the next line can leave the quote', () => {
    expect(kinds('> a\n<b c="">\n    d\n')).toEqual(['quote', 'paragraph', 'html', 'indentedCode'])
    expect(kinds('1. a\n<b>\n+\n')).toEqual(['item', 'paragraph', 'html', 'item'])
  })

  test('a lone tag that becomes the header of a table below text is HTML', () => {
    expect(kinds('a\n<b>\n|-\n')).toEqual(['paragraph', 'html'])
  })

  test('a lazy line right below a table is not the header of another', () => {
    expect(kinds('* a\n  -:\n-||\n-|-\n\tb')).toEqual(['item', 'table', 'paragraph'])
  })

  test('a marker behind a marker that interrupts a paragraph follows the same rules', () => {
    expect(kinds('a\n- 2. b\n')).toEqual(['paragraph', 'item', 'paragraph'])
  })

  test('a box in a paragraph below an empty item in an item belongs to neither', () => {
    expect(boxes('+ 1)\n  [x] a\n')).toEqual([])
  })
})
