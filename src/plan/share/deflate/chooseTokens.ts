import { quickCode } from './blockCode.ts'
import {
  distanceCodes,
  distanceExtraBits,
  distanceIndexOf,
  endOfBlock,
  lengthExtraBits,
  lengthIndexOf,
  literalCodes,
  longestCopy,
  shortestCopy,
} from './deflateCodes.ts'
import type { Matches } from './findMatches.ts'
import { countTokens, type Frequencies, type Tokens } from './tokens.ts'

/** Bits of each code, in fractions, without its extra bits. */
interface Costs {
  readonly literals: Float64Array
  readonly distances: Float64Array
}

const passes = 6
/** A copy this long is taken whole; to look at all its shorter forms would take long where everything repeats. */
const longEnough = 96
/** Bits that the header of a block spends on a code that is used at all. */
const codeInHeader = 4

/**
 * The cheapest way to write `bytes` with `matches`, which are for these bytes: a shortest path, with costs learned from
 * the path before (as zopfli does). What is best depends on the code, and the code on what is chosen, so where it
 * settles depends on the start: one favours copies, the other, for text that hardly repeats, single bytes.
 */
export function chooseTokens(bytes: Uint8Array, matches: Matches): Tokens {
  const literals = allLiterals(bytes)
  const starts = [new Float64Array(literalCodes).fill(6.5), costsOf(countTokens(literals)).literals]
  const candidates = [literals, ...starts.flatMap(start => settle(bytes, matches, firstCosts(start)))]
  return candidates
    .map(tokens => ({ tokens, bits: quickCode(countTokens(tokens)).bits }))
    .reduce((one, other) => (other.bits < one.bits ? other : one)).tokens
}

/** The path of each pass. */
function settle(bytes: Uint8Array, matches: Matches, start: Costs): readonly Tokens[] {
  const paths: Tokens[] = []
  let costs = start
  while (paths.length < passes) {
    const tokens = cheapestPath(bytes, matches, costs)
    const learned = costsOf(countTokens(tokens))
    costs = paths.length === 0 ? learned : mean(costs, learned)
    paths.push(tokens)
  }
  return paths
}

/** Before anything is known of the copies. */
function firstCosts(literals: Float64Array): Costs {
  return { literals: literals.fill(4, endOfBlock), distances: new Float64Array(distanceCodes).fill(4) }
}

function costsOf({ literals, distances }: Frequencies): Costs {
  return { literals: entropyOf(literals), distances: entropyOf(distances) }
}

function mean(one: Costs, other: Costs): Costs {
  const between = (first: Float64Array, second: Float64Array) => first.map((cost, at) => (cost + (second[at] ?? 0)) / 2)
  return { literals: between(one.literals, other.literals), distances: between(one.distances, other.distances) }
}

function entropyOf(counts: Uint32Array): Float64Array {
  const total = Math.log2(counts.reduce((sum, count) => sum + count, 1))
  return Float64Array.from(counts, count =>
    count === 0 ? total + 1 + codeInHeader : total - Math.log2(count) + (count < 3 ? codeInHeader / count : 0),
  )
}

function cheapestPath(bytes: Uint8Array, matches: Matches, costs: Costs): Tokens {
  const size = bytes.length
  const total = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
  const lengths = new Uint16Array(size + 1)
  const distances = new Uint16Array(size + 1)
  const lengthCosts = Float64Array.from({ length: longestCopy + 1 }, (_, length) => {
    const index = lengthIndexOf(length)
    return (costs.literals[endOfBlock + 1 + index] ?? 0) + (lengthExtraBits[index] ?? 0)
  })
  const distanceCosts = costs.distances.map((cost, index) => cost + (distanceExtraBits[index] ?? 0))
  total[0] = 0
  for (let at = 0; at < size; at++) {
    const here = total[at] ?? 0
    const literal = here + (costs.literals[bytes[at] ?? 0] ?? 0)
    if (literal < (total[at + 1] ?? 0)) {
      total[at + 1] = literal
      lengths[at + 1] = 1
    }
    let length = shortestCopy
    for (let match = matches.first[at] ?? 0; match < (matches.first[at + 1] ?? 0); match++) {
      const longest = matches.lengths[match] ?? 0
      const distance = matches.distances[match] ?? 0
      const start = here + (distanceCosts[distanceIndexOf(distance)] ?? 0)
      if (longest >= longEnough) length = longest
      for (; length <= longest; length++) {
        const cost = start + (lengthCosts[length] ?? 0)
        if (cost >= (total[at + length] ?? 0)) continue
        total[at + length] = cost
        lengths[at + length] = length
        distances[at + length] = distance
      }
    }
  }
  return walkBack(bytes, lengths, distances)
}

function allLiterals(bytes: Uint8Array): Tokens {
  return { lengths: new Uint16Array(bytes.length).fill(1), values: Uint16Array.from(bytes) }
}

function walkBack(bytes: Uint8Array, lengths: Uint16Array, distances: Uint16Array): Tokens {
  let count = 0
  for (let at = bytes.length; at > 0; at -= lengths[at] ?? 1) count++
  const tokens = { lengths: new Uint16Array(count), values: new Uint16Array(count) }
  for (let at = bytes.length; at > 0; at -= lengths[at] ?? 1) {
    count--
    const length = lengths[at] ?? 1
    tokens.lengths[count] = length
    tokens.values[count] = length === 1 ? (bytes[at - 1] ?? 0) : (distances[at] ?? 0)
  }
  return tokens
}
