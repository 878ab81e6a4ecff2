import { Inflate } from 'fflate'
import { limits } from './backupLimits.ts'
import { crc32After } from './crc32.ts'
import type { ZipEntry } from './zipDirectory.ts'

export type InflatedEntry =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** For a person, behind the file's name. */
  | { readonly ok: false; readonly reason: string }

/** One slice gives at most about 1 MiB, so this much can come out before anything is looked at. */
const sliceSize = 1024
const checkedAtOnce = 256 * 1024

/** Stops after each slice, so that the caller can look after the screen. Nothing beyond the size it tells is kept. */
export function* inflateEntry(entry: ZipEntry): Generator<void, InflatedEntry> {
  const { packed, size } = entry
  if (entry.isEncrypted) return refused('It is locked with a password.')
  if (size > limits.entry) return refused('It is larger than 64 MB.')
  if (size > limits.ratio.free && size > packed.length * limits.ratio.times) {
    return refused('It would unpack to more than a hundred times its size.')
  }
  if (entry.method === 0) return yield* checked(entry, packed)
  if (entry.method !== 8) return refused('It is packed in a way that Braid does not know.')
  const bytes = new Uint8Array(size)
  let got = 0
  const stream = new Inflate(piece => {
    if (got + piece.length <= size) bytes.set(piece, got)
    got += piece.length
  })
  try {
    for (let from = 0; from < packed.length && got <= size; from += sliceSize) {
      const to = from + sliceSize
      stream.push(packed.subarray(from, to), to >= packed.length)
      yield
    }
  } catch {
    return refused(damaged)
  }
  return got === size ? yield* checked(entry, bytes) : refused(damaged)
}

const damaged = 'It is damaged.'

function* checked({ crc, size }: ZipEntry, bytes: Uint8Array): Generator<void, InflatedEntry> {
  let found = 0
  for (let from = 0; from < bytes.length; from += checkedAtOnce) {
    found = crc32After(found, bytes.subarray(from, from + checkedAtOnce))
    yield
  }
  return bytes.length === size && found === crc ? { ok: true, bytes } : refused(damaged)
}

function refused(reason: string): InflatedEntry {
  return { ok: false, reason }
}
