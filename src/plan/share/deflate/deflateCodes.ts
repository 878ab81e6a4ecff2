/** RFC 1951, 3.2.5. The smallest length of each length code (257 + index), and how many extra bits follow the code. */
export const lengthBases: readonly number[] = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
export const lengthExtraBits: readonly number[] = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]
/** The same for distance codes. */
export const distanceBases: readonly number[] = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]
export const distanceExtraBits: readonly number[] = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]

export const shortestCopy = 3
export const longestCopy = 258
export const farthestCopy = 32768
export const endOfBlock = 256
/** Literals, the end of a block, lengths. */
export const literalCodes = 286
export const distanceCodes = 30

const lengthIndexes = indexesOf(lengthBases, longestCopy)
const distanceIndexes = indexesOf(distanceBases, farthestCopy)

export function lengthIndexOf(length: number): number {
  return lengthIndexes[length] ?? 0
}

export function distanceIndexOf(distance: number): number {
  return distanceIndexes[distance] ?? 0
}

function indexesOf(bases: readonly number[], last: number): Uint8Array {
  const indexes = new Uint8Array(last + 1)
  for (const [index, base] of bases.entries()) indexes.fill(index, base)
  return indexes
}
