import { diffLines } from 'diff'

export interface ComparedLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Lines that are the same and far from any change. */
export interface SkippedLines {
  readonly kind: 'skipped'
  readonly count: number
}

export interface Comparison {
  readonly rows: readonly (ComparedLine | SkippedLines)[]
  readonly added: number
  readonly removed: number
}

/** Lines shown before and after a change. */
const context = 3
/** Ms. Texts that have little in common take the square of their length; those are shown as one block each. */
const timeout = 800

/** What has to be added to one text and removed from it to give the other, line by line. */
export function compareTexts(before: string, after: string): Comparison {
  const parts = diffLines(before, after, { timeout }) ?? [
    { value: before, removed: true },
    { value: after, added: true },
  ]
  const lines = parts.flatMap(({ value, added = false, removed = false }) => {
    const kind = added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const)
    return linesOf(value).map(text => ({ kind, text }))
  })
  return {
    rows: withoutTheSame(lines),
    added: lines.filter(line => line.kind === 'added').length,
    removed: lines.filter(line => line.kind === 'removed').length,
  }
}

function linesOf(text: string): readonly string[] {
  if (text === '') return []
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
}

function withoutTheSame(lines: readonly ComparedLine[]): Comparison['rows'] {
  const isNear = new Uint8Array(lines.length)
  for (const [at, line] of lines.entries()) {
    if (line.kind !== 'same') isNear.fill(1, Math.max(0, at - context), at + context + 1)
  }
  const rows: (ComparedLine | SkippedLines)[] = []
  let skipped = 0
  for (const [at, line] of lines.entries()) {
    if (isNear[at] === 0) {
      skipped++
      continue
    }
    if (skipped > 0) rows.push({ kind: 'skipped', count: skipped })
    skipped = 0
    rows.push(line)
  }
  if (skipped > 0 && rows.length > 0) rows.push({ kind: 'skipped', count: skipped })
  return rows
}
