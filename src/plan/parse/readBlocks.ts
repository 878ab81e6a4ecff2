import { addBlock } from './blockRecords.ts'
import { BlockKind, type Blocks } from './blocks.ts'
import { closeLeaf, closeUnmatched } from './closing.ts'
import { openNextContainer } from './containerStarts.ts'
import { closeContainers, endEmptyItem, matchContainers } from './containers.ts'
import { frontMatterEnd } from './frontMatter.ts'
import { continueFence, continueHtml, readLeaf } from './leaves.ts'
import { nextLine } from './lines.ts'
import { afterLine, createState, type ReadState, startLine } from './readState.ts'

const BYTE_ORDER_MARK = 0xfeff

/**
 * The block structure of a Markdown text: CommonMark 0.31 with GFM's tables, task boxes and footnotes, and front matter.
 * Any text is accepted, in time proportional to its length. Where it differs from GFM is said in `docs/format.md`.
 */
export function readBlocks(text: string): Blocks {
  const state = createState(text)
  let from = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
  const frontMatterTo = frontMatterEnd(text, from)
  if (frontMatterTo >= 0) {
    addBlock(state.records, BlockKind.frontMatter, -1, from, from, frontMatterTo)
    from = nextLine(text, frontMatterTo)
  }
  while (from < text.length) {
    startLine(state, from)
    readLine(state)
    from = afterLine(state)
  }
  closeLeaf(state)
  closeContainers(state, 0)
  return state.records
}

function readLine(state: ReadState): void {
  matchContainers(state)
  if (state.wordFrom === state.lineTo) {
    readBlankLine(state)
    return
  }
  const isInside = state.matched === state.depth
  if (isInside && state.leaf === 'fence') continueFence(state)
  else if (isInside && state.leaf === 'html') continueHtml(state)
  else {
    openContainers(state)
    if (state.wordFrom < state.lineTo) readLeaf(state)
  }
  state.filledTo = state.lineTo
}

function openContainers(state: ReadState): void {
  const isInterrupting = state.matched === state.depth && (state.leaf === 'paragraph' || state.leaf === 'indentedCode')
  while (state.wordColumn - state.column < 4 && state.wordFrom < state.lineTo) {
    if (!openNextContainer(state, isInterrupting)) return
  }
}

function readBlankLine(state: ReadState): void {
  const { records } = state
  for (let index = 0; index < state.quotes.length; index++) {
    const place = state.quotes[index] as number
    if (place >= state.matched) break
    records.to[state.container[place] as number] = state.lineTo
  }
  if (state.matched < state.depth) closeUnmatched(state)
  else if (!takesBlankLines(state)) closeLeaf(state)
  endEmptyItem(state)
}

/** A blank line after which the block goes on; it is part of the block only if the block does go on. */
function takesBlankLines({ leaf, htmlKind }: ReadState): boolean {
  return leaf === 'fence' || leaf === 'indentedCode' || (leaf === 'html' && htmlKind < 6)
}
