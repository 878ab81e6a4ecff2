import type { Model } from './model.ts'

/**
 * Whether two models say the same, not looking at ids. Shared objects are not entered, so that the cost follows what
 * an edit touched. Words are compared without the blanks around their lines: moving an item re-indents its notes.
 */
export function sameModel(meant: Model, read: Model): boolean {
  return (
    sameWords(meant.title, read.title) &&
    sameWords(meant.overview, read.overview) &&
    sameValue(meant.phases, read.phases) &&
    sameValue(meant.integrationPoints, read.integrationPoints) &&
    sameValue(meant.execution, read.execution) &&
    sameValue(meant.criteria, read.criteria)
  )
}

export function sameValue(meant: unknown, read: unknown): boolean {
  if (meant === read) return true
  if (typeof meant === 'string' && typeof read === 'string') return sameWords(meant, read)
  if (typeof meant !== 'object' || typeof read !== 'object' || meant === null || read === null) return false
  if (Array.isArray(meant)) {
    return Array.isArray(read) && meant.length === read.length && meant.every((value, at) => sameValue(value, read[at]))
  }
  const values = read as Record<string, unknown>
  return Object.entries(meant).every(([key, value]) => key === 'id' || sameValue(value, values[key]))
}

function sameWords(meant: string | null, read: string | null): boolean {
  if (meant === read) return true
  if (meant === null || read === null) return false
  return linesOf(meant) === linesOf(read)
}

function linesOf(words: string): string {
  return words.replace(/[ \t]*(?:\r\n|\r|\n)[ \t]*/g, '\n')
}
