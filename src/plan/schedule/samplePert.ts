import { naturalLog } from './naturalLog.ts'

/**
 * A duration from the PERT-beta distribution (Malcolm et al. 1959): between `min` and `max`, most likely `mode`, with the
 * mean (min + 4 mode + max) / 6. A beta variate is a ratio of two gamma variates (Marsaglia & Tsang 2000).
 */
export function samplePert(min: number, mode: number, max: number, random: () => number): number {
  const width = max - min
  if (!(width > 0)) return min
  const left = sampleGamma(1 + (4 * (mode - min)) / width, random)
  const right = sampleGamma(1 + (4 * (max - mode)) / width, random)
  return min + (width * left) / (left + right)
}

/** Of shape 1 or more, and scale 1. */
function sampleGamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = sampleNormal(random)
    const root = 1 + c * x
    // Not `** 3`, which engines round as they like.
    const v = root * root * root
    if (v <= 0) continue
    const u = 1 - random()
    if (naturalLog(u) < 0.5 * x * x + d - d * v + d * naturalLog(v)) return d * v
  }
}

/** Marsaglia's polar method: no sine or cosine, which engines are free to round as they like. */
function sampleNormal(random: () => number): number {
  for (;;) {
    const x = 2 * random() - 1
    const y = 2 * random() - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * naturalLog(square)) / square)
  }
}
