import { type BlockRecords, createRecords } from './blockRecords.ts'
import { CR, isSpace, LF, TAB } from './chars.ts'

/** What a line may still continue: the innermost open block, when it holds text rather than blocks. */
export type Leaf = 'none' | 'paragraph' | 'fence' | 'html' | 'indentedCode' | 'table'

/** Where the reader is. Columns count from 0 at the line's start, a tab reaching to the next multiple of 4. */
export interface ReadState {
  readonly text: string
  readonly records: BlockRecords

  /** The line being read, without its line end. */
  lineFrom: number
  lineTo: number
  /** Column up to which containers have eaten the line; it may stand inside a tab. */
  column: number
  /** First character after `column` that is no space or tab (or the line's end), and its column. */
  wordFrom: number
  wordColumn: number
  /** End of the last line that was not blank. */
  filledTo: number

  /** The open quotes and items, outermost first, and how many of them hold this line. */
  depth: number
  matched: number
  readonly container: number[]
  /** Columns a line must be indented to stay inside: 0 for a quote. */
  readonly containerIndent: number[]
  /** Which of the open containers are quotes, as indices into `container`. */
  readonly quotes: number[]

  leaf: Leaf
  leafIndex: number
  fenceCode: number
  fenceLength: number
  htmlKind: number

  /** The paragraph's last line, which may be a table's header: its word (-1 when it may not) and its start. */
  headerFrom: number
  headerLine: number
  /** End of the paragraph's line before that; -1 when there is none. */
  beforeHeaderTo: number
  /** Start and end of each line of a paragraph that starts like a link definition. */
  readonly definitionLines: number[]

  /** A thematic break of this character cannot start before this offset of the line: it has been tried. */
  noBreakCode: number
  noBreakBefore: number

  /** Next line ends, found ahead: `text.length` when there is none. */
  nextLf: number
  nextCr: number
}

export function createState(text: string): ReadState {
  return {
    text,
    records: createRecords(text.length),
    lineFrom: 0,
    lineTo: 0,
    column: 0,
    wordFrom: 0,
    wordColumn: 0,
    filledTo: 0,
    depth: 0,
    matched: 0,
    container: [],
    containerIndent: [],
    quotes: [],
    leaf: 'none',
    leafIndex: -1,
    fenceCode: 0,
    fenceLength: 0,
    htmlKind: 0,
    headerFrom: -1,
    headerLine: 0,
    beforeHeaderTo: 0,
    definitionLines: [],
    noBreakCode: 0,
    noBreakBefore: 0,
    nextLf: -1,
    nextCr: -1,
  }
}

/** Moves to the line that starts at `from`. */
export function startLine(state: ReadState, from: number): void {
  const { text } = state
  if (state.nextLf < from) state.nextLf = find(text, '\n', from)
  if (state.nextCr < from) state.nextCr = find(text, '\r', from)
  state.lineFrom = from
  state.lineTo = Math.min(state.nextLf, state.nextCr)
  state.column = 0
  state.noBreakBefore = 0
  findWord(state, from, 0)
}

function find(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from)
  return found < 0 ? text.length : found
}

/** The start of the line after this one. */
export function afterLine(state: ReadState): number {
  const { text, lineTo } = state
  return text.charCodeAt(lineTo) === CR && text.charCodeAt(lineTo + 1) === LF ? lineTo + 2 : lineTo + 1
}

/** Finds the next word from an offset and the column it stands at. */
export function findWord(state: ReadState, from: number, fromColumn: number): void {
  const { text, lineTo } = state
  let at = from
  let column = fromColumn
  while (at < lineTo) {
    const code = text.charCodeAt(at)
    if (!isSpace(code)) break
    column += code === TAB ? 4 - (column & 3) : 1
    at++
  }
  state.wordFrom = at
  state.wordColumn = column
}
