import { farthestCopy, longestCopy, shortestCopy } from './deflateCodes.ts'

/** The copies that could start at each place: ever longer ones, each from as near as that length can be had. */
export interface Matches {
  /** Where the copies of the place `from + index` begin in the two lists; one more than there are places. */
  readonly first: Uint32Array
  readonly lengths: readonly number[]
  readonly distances: readonly number[]
}

/** How many earlier places with the same three bytes are looked at. */
const tries = 256

/** Gives, for `[from, to)` of `bytes`, the copies there. Ask for the pieces in their order; `bytes` may start with a dictionary. */
export function matchFinder(bytes: Uint8Array): (from: number, to: number) => Matches {
  const heads = new Int32Array(1 << 16).fill(-1)
  const earlier = new Int32Array(bytes.length)
  let known = 0

  function learn(at: number): void {
    const hash = hashAt(bytes, at)
    earlier[at] = heads[hash] ?? -1
    heads[hash] = at
  }

  return (from, to) => {
    for (; known < from; known++) learn(known)
    const first = new Uint32Array(to - from + 1)
    const lengths: number[] = []
    const distances: number[] = []
    for (let at = from; at < to; at++) {
      first[at - from] = lengths.length
      const longest = Math.min(longestCopy, to - at)
      let best = shortestCopy - 1
      let candidate = heads[hashAt(bytes, at)] ?? -1
      for (let left = tries; left > 0 && candidate >= 0 && at - candidate <= farthestCopy && best < longest; left--) {
        const length = commonLength(bytes, candidate, at, best, longest)
        if (length > best) {
          best = length
          lengths.push(length)
          distances.push(at - candidate)
        }
        candidate = earlier[candidate] ?? -1
      }
      learn(at)
    }
    known = to
    first[to - from] = lengths.length
    return { first, lengths, distances }
  }
}

/** How many bytes agree, or 0 when it cannot be more than `best`. */
function commonLength(bytes: Uint8Array, one: number, other: number, best: number, longest: number): number {
  if (bytes[one + best] !== bytes[other + best]) return 0
  let length = 0
  while (length < longest && bytes[one + length] === bytes[other + length]) length++
  return length
}

function hashAt(bytes: Uint8Array, at: number): number {
  const three = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)
  return Math.imul(three, 0x9e3779b1) >>> 16
}
