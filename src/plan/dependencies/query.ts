import { BREAK, isGeneric, readReferenceWords, readStems } from './words.ts'

/** A reference by name, ready to be compared. All words are stems. */
export interface Query {
  /** Every word as written, for a name that is the same word for word. */
  readonly whole: readonly string[]
  /** In order, with `BREAK`, without what only tells a state. */
  readonly stems: readonly string[]
  /** The words that must be found, each once: all but the generic ones, or those when there is nothing else. */
  readonly distinct: readonly string[]
  /** Found or not, these decide little. */
  readonly generic: readonly string[]
  /** What the reference is about: 'contract' of 'Data Contracts'. An English noun phrase ends in its head. */
  readonly head: string
  /** 'extend' of 'User schema extended' */
  readonly state: string | null
}

/** `null` when there is no word to compare. */
export function readQuery(text: string): Query | null {
  const { stems, state } = readReferenceWords(text)
  const words = [...new Set(stems)].filter(word => word !== BREAK)
  const plain = words.filter(word => !isGeneric(word))
  const distinct = plain.length > 0 ? plain : words
  const head = stems.findLast(word => distinct.includes(word))
  if (head === undefined) return null
  return {
    whole: readStems(text),
    stems,
    distinct,
    generic: plain.length > 0 ? words.filter(isGeneric) : [],
    head,
    state,
  }
}
