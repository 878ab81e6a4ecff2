import { addBlock } from './blockRecords.ts'
import { BlockKind } from './blocks.ts'
import { GREATER } from './chars.ts'
import { findWord, type ReadState } from './readState.ts'

/** More columns than a line can have: an item that began with two blank lines takes no further line. */
const NEVER = 0x3fffffff

/** Eats the marks of the open containers that the line continues, and counts them in `matched`. */
export function matchContainers(state: ReadState): void {
  state.matched = countMatching(state)
}

function countMatching(state: ReadState): number {
  const { text, depth } = state
  let quotesMatched = 0
  let matched = 0
  while (matched < depth) {
    if (state.wordFrom === state.lineTo) {
      // A blank rest continues every item, and no quote.
      return state.quotes[quotesMatched] ?? depth
    }
    const indent = state.containerIndent[matched] as number
    if (indent > 0) {
      if (state.wordColumn - state.column < indent) break
      state.column += indent
    } else {
      if (state.wordColumn - state.column > 3 || text.charCodeAt(state.wordFrom) !== GREATER) break
      eatQuoteMark(state)
      quotesMatched++
    }
    matched++
  }
  return matched
}

export function eatQuoteMark(state: ReadState): void {
  const after = state.wordFrom + 1
  const column = state.wordColumn + 1
  findWord(state, after, column)
  state.column = state.wordColumn > column ? column + 1 : column
}

/** The innermost open container's block index; -1 at the top. */
export function innermost(state: ReadState): number {
  return state.depth === 0 ? -1 : (state.container[state.depth - 1] as number)
}

/** An item that holds nothing yet and meets a blank line cannot take text any more. */
export function endEmptyItem(state: ReadState): void {
  const top = innermost(state)
  if (top < 0 || top !== state.records.count - 1 || (state.records.kind[top] as number) !== BlockKind.item) return
  state.containerIndent[state.depth - 1] = NEVER
}

/** Closes the open containers from `depth` on; the caller has closed the leaf. */
export function closeContainers(state: ReadState, depth: number): void {
  const { to, contentTo } = state.records
  while (state.depth > depth) {
    const index = innermost(state)
    state.depth--
    if ((state.containerIndent[state.depth] as number) === 0) state.quotes.pop()
    state.container.pop()
    state.containerIndent.pop()
    const end = Math.max(to[index] as number, state.filledTo)
    to[index] = end
    contentTo[index] = end
    const parent = innermost(state)
    if (parent >= 0 && (to[parent] as number) < end) to[parent] = end
  }
}

/** Opens a container; its content starts at the word, which is already the one behind its mark. */
export function pushContainer(state: ReadState, kind: BlockKind, from: number, indent: number, detail: number): void {
  const { records, lineFrom, lineTo, wordFrom } = state
  const index = addBlock(records, kind, innermost(state), lineFrom, from, lineTo)
  records.content[index] = wordFrom
  records.detail[index] = detail
  if (indent === 0) state.quotes.push(state.depth)
  state.container.push(index)
  state.containerIndent.push(indent)
  state.depth++
  state.matched = state.depth
}
