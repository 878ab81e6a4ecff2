/**
 * A record with a checksum of everything else in it: a disk that flips a bit, or a write that was cut off, is noticed.
 * `version` and `sum` mean the same in every version of the schema, so that damage is never taken for a newer version.
 */
export function seal<Value extends object>(record: Value): Value & { readonly sum: number } {
  return { ...record, sum: sumOf(record) }
}

export function isSealed(value: unknown): value is { readonly version: number } {
  if (typeof value !== 'object' || value === null) return false
  const { version, sum } = value as { version?: unknown; sum?: unknown }
  return Number.isInteger(version) && sum === sumOf(value)
}

function sumOf(record: object): number {
  const { text, sum, ...rest } = record as { text?: unknown; sum?: unknown }
  try {
    const sumOfRest = sumAfter(2166136261, JSON.stringify(rest))
    return typeof text === 'string' ? sumAfter(sumOfRest, text) : sumOfRest
  } catch {
    // Nothing that we write: a circle, or a number of a kind that JSON does not have.
    return Number.NaN
  }
}

/** FNV-1a, 32 bits, over the UTF-16 units: one changed unit always gives another sum, at about 1 ms per megabyte. */
function sumAfter(before: number, text: string): number {
  let sum = before
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 16777619)
  return sum >>> 0
}
