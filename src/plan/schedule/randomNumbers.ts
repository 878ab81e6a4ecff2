/**
 * Numbers in [0, 1) that look random and are the same for the same seed on every machine (sfc32 of PractRand, seeded as
 * its author says: twelve rounds thrown away).
 */
export function createRandom(seed: number): () => number {
  let a = 0
  let b = seed | 0
  let c = (seed / 0x100000000) | 0
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 0x100000000
  }
  for (let round = 0; round < 12; round++) next()
  return next
}
