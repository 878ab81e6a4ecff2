import { codeLengths } from './codeLengths.ts'
import { distanceExtraBits, endOfBlock, lengthExtraBits } from './deflateCodes.ts'
import type { Frequencies } from './tokens.ts'

/** How a block writes its tokens. `header` is `null` for the code that RFC 1951 fixes. */
export interface BlockCode {
  readonly literals: Uint8Array
  readonly distances: Uint8Array
  readonly header: Header | null
  /** The size of the whole block. */
  readonly bits: number
}

/** The code lengths of a block as RFC 1951, 3.2.7 writes them. */
export interface Header {
  readonly literalCount: number
  readonly distanceCount: number
  readonly runs: readonly Run[]
  /** The code that writes the runs, and how many of its lengths are written. */
  readonly lengths: Uint8Array
  readonly lengthCount: number
}

/** A code length, or a code for repeating one, with its extra bits. */
export interface Run {
  readonly symbol: number
  readonly extra: number
  readonly extraBits: number
}

/** The order in which a header writes the lengths of its own code. */
export const headerOrder: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

const fixedLiterals = Uint8Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8))
const fixedDistances = new Uint8Array(30).fill(5)

/** Short codes cost some bits in the tokens and save more in the header of a small block. */
const literalLimits = [15, 9, 8, 7, 6]
const distanceLimits = [15, 5, 4, 3]

/** The code with 15 bits at most, or the fixed one: a good estimate of a block's size. */
export function quickCode(frequencies: Frequencies): BlockCode {
  return cheapest([fixedCode(frequencies), ownCode(frequencies, 15, 15)])
}

export function bestCode(frequencies: Frequencies): BlockCode {
  const codes = [fixedCode(frequencies)]
  for (const literalLimit of literalLimits.filter(limit => used(frequencies.literals) <= 2 ** limit)) {
    for (const distanceLimit of distanceLimits.filter(limit => used(frequencies.distances) <= 2 ** limit)) {
      codes.push(ownCode(frequencies, literalLimit, distanceLimit))
    }
  }
  return cheapest(codes)
}

function cheapest(codes: readonly BlockCode[]): BlockCode {
  return codes.reduce((one, other) => (other.bits < one.bits ? other : one))
}

function used(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)
}

function fixedCode(frequencies: Frequencies): BlockCode {
  const bits = 3 + tokenBits(frequencies, fixedLiterals, fixedDistances)
  return { literals: fixedLiterals, distances: fixedDistances, header: null, bits }
}

function ownCode(frequencies: Frequencies, literalLimit: number, distanceLimit: number): BlockCode {
  const literals = codeLengths(frequencies.literals, literalLimit)
  const distances = codeLengths(frequencies.distances, distanceLimit)
  const header = headerOf(literals, distances)
  const bits = 3 + headerBits(header) + tokenBits(frequencies, literals, distances)
  return { literals, distances, header, bits }
}

function headerOf(literals: Uint8Array, distances: Uint8Array): Header {
  const literalCount = Math.max(endOfBlock + 1, countToLast(literals))
  const distanceCount = Math.max(1, countToLast(distances))
  const runs = runsOf([...literals.subarray(0, literalCount), ...distances.subarray(0, distanceCount)])
  const counts = new Uint32Array(headerOrder.length)
  for (const { symbol } of runs) counts[symbol] = (counts[symbol] ?? 0) + 1
  const lengths = codeLengths(counts, 7)
  const lengthCount = Math.max(4, countToLast(Uint8Array.from(headerOrder, symbol => lengths[symbol] ?? 0)))
  return { literalCount, distanceCount, runs, lengths, lengthCount }
}

function countToLast(lengths: Uint8Array): number {
  return lengths.findLastIndex(length => length > 0) + 1
}

/** 16 repeats the length before it 3 to 6 times; 17 writes 3 to 10 zeros, 18 writes 11 to 138. */
function runsOf(lengths: readonly number[]): readonly Run[] {
  const runs: Run[] = []
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] ?? 0
    let end = at + 1
    while (lengths[end] === length) end++
    if (length > 0) runs.push({ symbol: length, extra: 0, extraBits: 0 })
    let left = end - at - (length > 0 ? 1 : 0)
    while (left >= 3) {
      const most = length > 0 ? 6 : left > 10 ? 138 : 10
      const size = Math.min(left, most)
      if (length > 0) runs.push({ symbol: 16, extra: size - 3, extraBits: 2 })
      else if (most === 10) runs.push({ symbol: 17, extra: size - 3, extraBits: 3 })
      else runs.push({ symbol: 18, extra: size - 11, extraBits: 7 })
      left -= size
    }
    for (; left > 0; left--) runs.push({ symbol: length, extra: 0, extraBits: 0 })
    at = end
  }
  return runs
}

function headerBits({ runs, lengths, lengthCount }: Header): number {
  return runs.reduce((sum, { symbol, extraBits }) => sum + (lengths[symbol] ?? 0) + extraBits, 14 + 3 * lengthCount)
}

function tokenBits({ literals, distances }: Frequencies, literalBits: Uint8Array, distanceBits: Uint8Array): number {
  let bits = 0
  for (const [at, count] of literals.entries()) {
    bits += count * ((literalBits[at] ?? 0) + (lengthExtraBits[at - endOfBlock - 1] ?? 0))
  }
  for (const [at, count] of distances.entries()) {
    bits += count * ((distanceBits[at] ?? 0) + (distanceExtraBits[at] ?? 0))
  }
  return bits
}
