import { distanceCodes, distanceIndexOf, endOfBlock, lengthIndexOf, literalCodes } from './deflateCodes.ts'

/** A text as bytes and copies: a byte has length 1 and its value; a copy has its length and its distance. */
export interface Tokens {
  readonly lengths: Uint16Array
  readonly values: Uint16Array
}

/** How often a block uses each code. */
export interface Frequencies {
  readonly literals: Uint32Array
  readonly distances: Uint32Array
}

/** Counts the tokens `[from, to)` and the end of the block. */
export function countTokens(tokens: Tokens, from = 0, to = tokens.lengths.length): Frequencies {
  const literals = new Uint32Array(literalCodes)
  const distances = new Uint32Array(distanceCodes)
  for (let at = from; at < to; at++) {
    const length = tokens.lengths[at] ?? 0
    const value = tokens.values[at] ?? 0
    if (length === 1) add(literals, value)
    else {
      add(literals, endOfBlock + 1 + lengthIndexOf(length))
      add(distances, distanceIndexOf(value))
    }
  }
  add(literals, endOfBlock)
  return { literals, distances }
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}
