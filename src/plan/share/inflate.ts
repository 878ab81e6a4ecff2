import { type FlateError, FlateErrorCode, Inflate } from 'fflate'

export type Inflated =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `cut`: the bytes end before the text does. */
  | { readonly ok: false; readonly reason: 'cut' | 'broken' | 'too-big' }

/** One slice gives at most about 1 MiB, so this much can come out before the limit is looked at. */
const sliceSize = 1024

/**
 * Raw deflate from a stranger: read slice by slice, and given up as soon as more than `limit` bytes came out. Bytes
 * behind the last block are not looked at.
 */
export function inflate(deflated: Uint8Array, dictionary: Uint8Array, limit: number): Inflated {
  const pieces: Uint8Array[] = []
  let size = 0
  const stream = new Inflate({ dictionary }, piece => {
    pieces.push(piece)
    size += piece.length
  })
  if (deflated.length === 0) return { ok: false, reason: 'cut' }
  try {
    for (let from = 0; from < deflated.length; from += sliceSize) {
      const to = from + sliceSize
      stream.push(deflated.subarray(from, to), to >= deflated.length)
      if (size > limit) return { ok: false, reason: 'too-big' }
    }
  } catch (error) {
    return { ok: false, reason: (error as FlateError).code === FlateErrorCode.UnexpectedEOF ? 'cut' : 'broken' }
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return { ok: true, bytes }
}
