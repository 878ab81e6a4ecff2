import type { Problem } from '#plan/plan.ts'
import { fromBase64Url, isBase64Url, toBase64Url } from './base64url.ts'
import { crc32 } from './checksum.ts'
import { deflate } from './deflate/deflate.ts'
import { closestDictionary, type Dictionary, dictionaries } from './dictionaries.ts'
import { inflate } from './inflate.ts'
import { linkProblems } from './linkProblems.ts'
import { utf8 } from './utf8.ts'

export type DecodedLink =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Problem }

/** Bytes of UTF-8. A link with more is refused, so none is made. */
export const linkTextLimit = 2 * 1024 * 1024

/** Characters. More than any text within the limit needs. */
const payloadLimit = 3 * 1024 * 1024

const version = '1'
/** The low 24 bits of the text's CRC-32. */
const checksumBytes = 3

export function fitsInLink(text: string): boolean {
  return utf8.encode(text).length <= linkTextLimit
}

/**
 * The whole text as characters that a URL fragment carries unchanged; docs/format-link.md says how. A lone surrogate
 * becomes U+FFFD. Throws a RangeError for a text that `fitsInLink` refuses.
 */
export async function encodeLink(text: string): Promise<string> {
  const bytes = utf8.encode(text)
  if (bytes.length > linkTextLimit) {
    throw new RangeError(`A link holds ${linkTextLimit} bytes of text at most, not ${bytes.length}`)
  }
  const { letter, bytes: known } = closestDictionary(text)
  const deflated = deflate(bytes, known)
  const body = new Uint8Array(checksumBytes + deflated.length)
  body.set(checksumOf(bytes))
  body.set(deflated, checksumBytes)
  return version + letter + toBase64Url(body)
}

/**
 * The text of a link, or why there is none: `link-cut`, `link-broken`, `link-too-big`, `link-newer-version`. Never
 * throws, and never gives another text than the one the link was made from.
 */
export async function decodeLink(payload: string): Promise<DecodedLink> {
  if (payload.length > payloadLimit) return refused(linkProblems.tooBig)
  if (!isBase64Url(payload)) return refused(linkProblems.broken)
  if (payload.length < 2) return refused(linkProblems.cut)
  const dictionary = dictionaries.find(({ letter }) => payload.startsWith(version + letter))
  if (!dictionary) return refused(linkProblems.newerVersion)
  return readBody(fromBase64Url(payload.slice(2)), dictionary)
}

function readBody(body: Uint8Array, dictionary: Dictionary): DecodedLink {
  if (body.length <= checksumBytes) return refused(linkProblems.cut)
  const inflated = inflate(body.subarray(checksumBytes), dictionary.bytes, linkTextLimit)
  if (!inflated.ok) {
    const { cut, broken, tooBig } = linkProblems
    return refused({ cut, broken, 'too-big': tooBig }[inflated.reason])
  }
  const text = utf8.decode(inflated.bytes)
  const isWhole = checksumOf(inflated.bytes).every((byte, at) => byte === body[at])
  return text !== null && isWhole ? { ok: true, text } : refused(linkProblems.broken)
}

function checksumOf(bytes: Uint8Array): Uint8Array {
  const crc = crc32(bytes)
  return Uint8Array.of(crc >>> 16, crc >>> 8, crc)
}

function refused(problem: Problem): DecodedLink {
  return { ok: false, problem }
}
