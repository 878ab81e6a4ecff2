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
  /** How many lines it has, to keep room for it before it is drawn. */
  readonly lines: number
}

export interface Preview {
  readonly pieces: readonly PreviewPiece[]
  /** Link targets that any piece may name; goes before each. */
  readonly definitions: string
}

/** Characters after which a piece ends: at the next section, or at the next block at the top. */
const enough = { atSection: 500, anywhere: 2000 }
/** What one piece may hold. With these the slowest text we know takes about 0.1 s. */
const most = { length: 6000, lines: 150, blocks: 200, depth: 8, marks: 400 }
/** Characters. More are left out: they would be read again for every piece. */
const mostDefinitions = 2000

/** Cuts a text before the headings of its sections, and where a section is long, between blocks at the top. */
export function previewPieces(text: string): Preview {
  const blocks = readBlocks(text)
  const depths = new Int32Array(blocks.count)
  const pieces: PreviewPiece[] = []
  const definitions: string[] = []
  let first = 0
  for (let block = 0; block < blocks.count; block++) {
    const parent = at(blocks.parent, block)
    if (parent >= 0) depths[block] = at(depths, parent) + 1
    else {
      if (block > 0 && endsBefore(blocks, first, block)) {
        pieces.push(pieceOf(text, blocks, depths, first, block))
        first = block
      }
      if (at(blocks.kind, block) === BlockKind.definition) {
        definitions.push(text.slice(at(blocks.from, block), at(blocks.to, block)))
      }
    }
  }
  if (text !== '') pieces.push(pieceOf(text, blocks, depths, first, blocks.count))
  const joined = definitions.join('\n')
  return { pieces, definitions: joined.length > mostDefinitions ? '' : joined }
}

/** Whether the piece that begins with block `first` ends before `block`, which stands at the top. */
function endsBefore(blocks: Blocks, first: number, block: number): boolean {
  if (at(blocks.kind, first) === BlockKind.frontMatter) return true
  const isSection = at(blocks.kind, block) === BlockKind.heading && at(blocks.detail, block) <= 2
  return at(blocks.line, block) - at(blocks.line, first) >= (isSection ? enough.atSection : enough.anywhere)
}

function pieceOf(text: string, blocks: Blocks, depths: Int32Array, first: number, end: number): PreviewPiece {
  const from = first === 0 ? 0 : at(blocks.line, first)
  const to = end < blocks.count ? at(blocks.line, end) : text.length
  const words = text.slice(from, to)
  const lines = words.split('\n').length
  const plain =
    words.length > most.length ||
    lines > most.lines ||
    end - first > most.blocks ||
    (end > first && at(blocks.kind, first) === BlockKind.frontMatter) ||
    depths.subarray(first, end).some(depth => depth > most.depth) ||
    countMarks(words) > most.marks
  return { from, text: words, plain, lines }
}

/** Characters that may begin or end something within a line; a renderer tries to pair each with the others. */
function countMarks(words: string): number {
  return words.match(/[*_~`[\]<|@&\\]|www\.|:\/\//g)?.length ?? 0
}
