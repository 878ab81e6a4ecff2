import type { Edit } from '#plan/change.ts'

/** A stretch of what an edit inserts. */
export type Stretch = readonly [from: number, to: number]

/**
 * The edits of one change with what it takes away apart from lines that it moves to the same place, and which of them
 * write such lines: lines that are nowhere else.
 */
export function partMoves(edits: readonly Edit[]): { readonly edits: readonly Edit[]; readonly arrivals: Set<Edit> } {
  const taken = edits.reduce((sum, { from, to }) => sum + to - from, 0)
  const arrivals = new Set<Edit>()
  const parted = edits.flatMap(edit => {
    const length = linesOf(edit.insert).reduce((sum, { words }) => sum + words.length, 0)
    const isArrival = length > 0 && length <= taken && edit.insert.includes('\n')
    if (!isArrival) return [edit]
    const arrival = { ...edit, to: edit.from }
    arrivals.add(arrival)
    return edit.from === edit.to ? [arrival] : [arrival, { ...edit, insert: '' }]
  })
  return { edits: parted, arrivals }
}

interface Side {
  readonly edits: readonly Edit[]
  readonly arrivals: ReadonlySet<Edit>
}

/** What the other side writes of the lines that both took away and both write somewhere. */
export function writtenTwice(mine: Side, other: Side): ReadonlyMap<Edit, readonly Stretch[]> {
  let left = 0
  for (const a of mine.edits) {
    for (const b of other.edits) left += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
  }
  const here = [...mine.arrivals].flatMap(edit => linesOf(edit.insert).map(({ words }) => words))
  const found = new Map<Edit, readonly Stretch[]>()
  for (const edit of other.arrivals) {
    const stretches: Stretch[] = []
    for (const { words, stretch } of linesOf(edit.insert)) {
      const at = here.indexOf(words)
      if (at < 0 || words.length > left) continue
      left -= words.length
      here.splice(at, 1)
      stretches.push(stretch)
    }
    if (stretches.length > 0) found.set(edit, stretches)
  }
  return found
}

/** Each line without what a move may change: how far it is indented, and the marker of the list. */
function linesOf(text: string): readonly { readonly words: string; readonly stretch: Stretch }[] {
  let from = 0
  return text
    .split(/(?<=\n)/)
    .map(line => {
      const stretch: Stretch = [from, from + line.length]
      from += line.length
      return { words: line.trim().replace(/^(?:[-*+]|\d+[.)])\s+/, ''), stretch }
    })
    .filter(({ words }) => words !== '')
}
