import { BlockKind } from '#plan/parse/blocks.ts'
import { readBlocks } from '#plan/parse/readBlocks.ts'

/**
 * Words for a plain bullet, so that they stay words: `# 1` would be a heading and `[x] y` a checkbox, and get a
 * backslash.
 */
export function escapeBlock(words: string): string {
  if (isParagraph(words)) return words
  const number = /^\d{1,9}(?=[.)])/.exec(words)?.[0] ?? ''
  return `${number}\\${words.slice(number.length)}`
}

function isParagraph(words: string): boolean {
  const { count, kind, box } = readBlocks(`- ${words}`)
  return count === 2 && kind[1] === BlockKind.paragraph && box[0] === -1
}
