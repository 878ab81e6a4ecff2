import type { Edit } from '#plan/change.ts'

/** The lines that an edit writes at a place of their own because the same change took them away elsewhere. */
export function arrivalsOf(edits: readonly Edit[]): ReadonlySet<Edit> {
  const longest = Math.max(0, ...edits.map(lengthTaken))
  return new Set(edits.filter(edit => edit.from === edit.to && isMovable(edit, longest)))
}

function isMovable({ insert }: Edit, longest: number): boolean {
  const words = wordsOf(insert).join('').length
  return words > 0 && words <= longest && insert.includes('\n')
}

/**
 * Which of two arrivals has to go, because both sides moved the same lines: what lies within the larger block, else
 * theirs; `null` when they are different lines.
 */
export function secondOf(
  my: Edit,
  their: Edit,
  mine: readonly Edit[],
  other: readonly Edit[],
): 'ours' | 'theirs' | null {
  const [here, there] = [wordsOf(my.insert), wordsOf(their.insert)]
  const lost = contains(here, there) ? 'theirs' : contains(there, here) ? 'ours' : null
  if (lost === null) return null
  const length = (lost === 'ours' ? here : there).join('').length
  return mine.some(a => other.some(b => overlap(a, b) >= length)) ? lost : null
}

/** The lines without what a move may change: how far they are indented, and the marker of the list. */
function wordsOf(lines: string): readonly string[] {
  return lines
    .split('\n')
    .map(line => line.trim().replace(/^(?:[-*+]|\d+[.)])\s+/, ''))
    .filter(line => line !== '')
}

function contains(block: readonly string[], part: readonly string[]): boolean {
  return block.some((_, at) => part.every((line, index) => line === block[at + index]))
}

function lengthTaken({ from, to }: Edit): number {
  return to - from
}

function overlap(a: Edit, b: Edit): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from)
}
