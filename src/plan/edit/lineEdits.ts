import type { Edit } from '#plan/change.ts'
import type { Span } from '#plan/plan.ts'
import { linesOf } from './lineBreaks.ts'

/**
 * Edits that make the lines of `span` these lines, leaving those alone that stand in both. The span begins where a line
 * does and ends before the line break of its last line; breaks written anew are `end`.
 */
export function lineEdits(text: string, span: Span, lines: readonly string[], end: string): readonly Edit[] {
  let at = span.from
  const old = linesOf(text.slice(span.from, span.to)).map(line => {
    const from = at
    at += line.words.length + line.end.length
    return { words: line.words, from, to: from + line.words.length, next: at }
  })
  const edits: Edit[] = []
  let oldAt = 0
  let newAt = 0
  const replace = (oldTo: number, newTo: number) => {
    const insert = lines.slice(newAt, newTo).join(end)
    const first = old[oldAt]
    const last = old[oldTo - 1]
    const before = old[oldAt - 1]
    if (oldAt < oldTo && newAt < newTo) edits.push({ from: first?.from ?? span.from, to: last?.to ?? span.to, insert })
    else if (oldAt < oldTo) {
      const isLast = oldTo === old.length
      const from = isLast && before ? before.to : (first?.from ?? span.from)
      edits.push({ from, to: isLast ? span.to : (last?.next ?? span.to), insert })
    } else if (newAt < newTo) {
      edits.push(
        before
          ? { from: before.to, to: before.to, insert: end + insert }
          : { from: span.from, to: span.from, insert: insert + end },
      )
    }
  }
  for (const [inOld, inNew] of commonLines(
    old.map(({ words }) => words),
    lines,
  )) {
    replace(inOld, inNew)
    oldAt = inOld + 1
    newAt = inNew + 1
  }
  replace(old.length, lines.length)
  return edits
}

/** A longest common subsequence, as pairs of places. The tables of commands are short; time goes with their product. */
function commonLines(
  old: readonly string[],
  lines: readonly string[],
): readonly (readonly [inOld: number, inNew: number])[] {
  const width = lines.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = lines.length - 1; j >= 0; j--) {
      const below = lengths[(i + 1) * width + j] ?? 0
      const right = lengths[i * width + j + 1] ?? 0
      const same = old[i] === lines[j] ? 1 + (lengths[(i + 1) * width + j + 1] ?? 0) : 0
      lengths[i * width + j] = Math.max(below, right, same)
    }
  }
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < old.length && j < lines.length) {
    const here = lengths[i * width + j] ?? 0
    if (old[i] === lines[j] && here === 1 + (lengths[(i + 1) * width + j + 1] ?? 0)) pairs.push([i++, j++])
    else if (here === lengths[(i + 1) * width + j]) i++
    else j++
  }
  return pairs
}
