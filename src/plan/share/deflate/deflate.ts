import { bitWriter } from './bitWriter.ts'
import { chooseTokens } from './chooseTokens.ts'
import { farthestCopy } from './deflateCodes.ts'
import { matchFinder } from './findMatches.ts'
import { splitBlocks } from './splitBlocks.ts'
import { writeBlock } from './writeBlock.ts'

/** Longer texts are worked on in pieces, so that what is remembered about a piece stays small. */
const pieceSize = 128 * 1024

/**
 * Raw deflate (RFC 1951) with a preset dictionary, of which the last 32 KiB count. Any inflater can read it. Ours
 * because links have to be short: it takes its time to find the cheapest way to write a text (about 3 % less than
 * zlib's level 9, and 10 % less than fflate's, on plans).
 */
export function deflate(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const known = dictionary.subarray(-farthestCopy)
  const all = new Uint8Array(known.length + bytes.length)
  all.set(known)
  all.set(bytes, known.length)
  const findMatches = matchFinder(all)
  const writer = bitWriter()
  for (let from = known.length; from === known.length || from < all.length; from += pieceSize) {
    const to = Math.min(from + pieceSize, all.length)
    const tokens = chooseTokens(all.subarray(from, to), findMatches(from, to))
    const blocks = splitBlocks(tokens)
    for (const [at, block] of blocks.entries()) {
      writeBlock(writer, tokens, block, to === all.length && at === blocks.length - 1)
    }
  }
  return writer.bytes()
}
