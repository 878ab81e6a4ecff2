import { quickCode } from './blockCode.ts'
import { countTokens, type Tokens } from './tokens.ts'

/** The tokens `[from, to)` share a code. */
export interface Block {
  readonly from: number
  readonly to: number
}

interface Sized extends Block {
  readonly bits: number
}

const smallest = 1024

/** Cuts into small blocks and joins neighbours, the most rewarding first, while one code for both is cheaper than two. */
export function splitBlocks(tokens: Tokens): readonly Block[] {
  const count = tokens.lengths.length
  const sized = (from: number, to: number): Sized => ({ from, to, bits: quickCode(countTokens(tokens, from, to)).bits })
  const blocks: Sized[] = []
  for (let from = 0; from === 0 || from < count; from += smallest)
    blocks.push(sized(from, Math.min(from + smallest, count)))
  const joined = blocks.slice(1).map((block, at) => sized(blocks[at]?.from ?? 0, block.to))
  const saved = (at: number) => (blocks[at]?.bits ?? 0) + (blocks[at + 1]?.bits ?? 0) - (joined[at]?.bits ?? 0)
  while (joined.length > 0) {
    const best = joined.reduce((one, _, at) => (saved(at) > saved(one) ? at : one), 0)
    const block = joined[best]
    if (!block || saved(best) <= 0) break
    blocks.splice(best, 2, block)
    joined.splice(best, 1)
    const before = blocks[best - 1]
    const after = blocks[best + 1]
    if (before) joined[best - 1] = sized(before.from, block.to)
    if (after) joined[best] = sized(block.from, after.to)
  }
  return blocks
}
