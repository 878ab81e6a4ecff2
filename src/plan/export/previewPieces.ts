import { at } from '#plan/parse/blockRecords.ts'
import { BlockKind, type Blocks } from '#plan/parse/blocks.ts'
import { readBlocks } from '#plan/parse/readBlocks.ts'

/** A part of a Markdown text that can be drawn by itself. All pieces together are the text. */
export interface PreviewPiece {
  /** Offset in the text; names the piece. */
  readonly from: number
  readonly text: string
  /** Too deep or too dense for a Markdown renderer, which takes seconds for some texts of 5 KB: show the words as they are. */
  readonly plain: boolean
}

export interface Preview {
  readonly pieces: readonly PreviewPiece[]
  /** Link targets that any piece may name; goes before each. */
  readonly definitions: string
}

/** Characters after which a piece ends: at the next section, or at the next block at the top. */
const enough = { atSection: 500, anywhere: 2000 }
/** What one piece may hold. With these the slowest text we know takes about 0.1 s. */
const most: Load = { length: 6000, lines: 150, blocks: 200, depth: 8, marks: 400 }
/** Characters. More are left out: they would be read again for every piece. */
const mostDefinitions = 2000

/** How much work a text is for a renderer. */
interface Load {
  readonly length: number
  readonly lines: number
  readonly blocks: number
  /** Lists and quotes inside each other. */
  readonly depth: number
  readonly marks: number
}

/** A block at the top with all that is in it, up to the next one. */
interface TopBlock {
  readonly text: string
  readonly load: Load
  readonly isSection: boolean
  readonly isFrontMatter: boolean
}

/** Cuts a text before the headings of its sections, where a section is long between its blocks, and around what is too much. */
export function previewPieces(text: string): Preview {
  const blocks = readBlocks(text)
  const pieces: PreviewPiece[] = []
  let from = 0
  let words = ''
  let load = nothing
  const endPiece = (plain: boolean) => {
    if (words !== '') pieces.push({ from, text: words, plain })
    from += words.length
    words = ''
    load = nothing
  }
  for (const block of topBlocks(text, blocks)) {
    const together = sumOf(load, block.load)
    const isLong = words.length >= (block.isSection ? enough.atSection : enough.anywhere)
    if (isLong || isTooMuch(together)) endPiece(false)
    const isPlain = block.isFrontMatter || isTooMuch(block.load)
    if (isPlain) endPiece(false)
    words += block.text
    load = sumOf(load, block.load)
    if (isPlain) endPiece(true)
  }
  endPiece(false)
  return { pieces, definitions: definitionsOf(text, blocks) }
}

const nothing: Load = { length: 0, lines: 0, blocks: 0, depth: 0, marks: 0 }

function sumOf(one: Load, other: Load): Load {
  return {
    length: one.length + other.length,
    lines: one.lines + other.lines,
    blocks: one.blocks + other.blocks,
    depth: Math.max(one.depth, other.depth),
    marks: one.marks + other.marks,
  }
}

function isTooMuch(load: Load): boolean {
  return (
    load.length > most.length ||
    load.lines > most.lines ||
    load.blocks > most.blocks ||
    load.depth > most.depth ||
    load.marks > most.marks
  )
}

/** The first one takes along what stands before it, so that together they are the text. */
function* topBlocks(text: string, blocks: Blocks): Generator<TopBlock> {
  const depths = new Int32Array(blocks.count)
  let first = 0
  for (let block = 0; block <= blocks.count; block++) {
    const parent = block < blocks.count ? at(blocks.parent, block) : -1
    if (parent >= 0) depths[block] = at(depths, parent) + 1
    else if (block > 0 || blocks.count === 0) {
      const from = first === 0 ? 0 : at(blocks.line, first)
      const to = block < blocks.count ? at(blocks.line, block) : text.length
      yield topBlock(text.slice(from, to), blocks, depths.subarray(first, block), first)
      first = block
    }
  }
}

function topBlock(text: string, blocks: Blocks, depths: Int32Array, first: number): TopBlock {
  const kind = first < blocks.count ? at(blocks.kind, first) : BlockKind.paragraph
  return {
    text,
    load: {
      length: text.length,
      lines: text.split('\n').length - 1,
      blocks: depths.length,
      depth: depths.reduce((deepest, depth) => Math.max(deepest, depth), 0),
      marks: countMarks(text),
    },
    isSection: kind === BlockKind.heading && at(blocks.detail, first) <= 2,
    isFrontMatter: kind === BlockKind.frontMatter,
  }
}

/** Characters that may begin or end something within a line; a renderer tries to pair each with the others. */
function countMarks(words: string): number {
  return words.match(/[*_~`[\]<|@&\\]|www\.|:\/\//g)?.length ?? 0
}

function definitionsOf(text: string, blocks: Blocks): string {
  const definitions: string[] = []
  for (let block = 0; block < blocks.count; block++) {
    if (at(blocks.kind, block) !== BlockKind.definition || at(blocks.parent, block) >= 0) continue
    definitions.push(text.slice(at(blocks.from, block), at(blocks.to, block)))
  }
  const joined = definitions.join('\n')
  return joined.length > mostDefinitions ? '' : joined
}
