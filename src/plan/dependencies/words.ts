import { stem } from './stem.ts'

/** Stands between the parts of a compound name: 'Contract & Mocking' is `contract & mock`. */
export const BREAK = '&'

/** How much of a name or task is read for its words, in UTF-16 code units. What it is about stands at its beginning. */
export const longestRead = 500

const ignored = new Set(
  'a all an and any are as at be been by each every for from has have in is its of on or our per that the this to up was were will with'.split(
    ' ',
  ),
)

/** Words that say that work is done, not on what. They count little, and a name may lack them. */
const generic = new Set(
  [
    'build',
    'component',
    'configuration',
    'creation',
    'design',
    'development',
    'framework',
    'implementation',
    'layer',
    'module',
    'service',
    'set',
    'setup',
    'stream',
    'system',
    'task',
    'work',
    'workstream',
  ].map(stem),
)

const finished = new Set(['available', 'complete', 'completed', 'completion', 'done', 'exists', 'finished', 'ready'])

export function isGeneric(word: string): boolean {
  return generic.has(word)
}

/** 'the', 'for', 'with' and such. */
export function isIgnored(word: string): boolean {
  return ignored.has(word)
}

/** The words of a name or sentence as stems, in order, with `BREAK` where a compound has its seam. */
export function readStems(text: string): string[] {
  return stemsOf(readWords(text))
}

/**
 * The words of a reference. What only tells its state is set apart: 'User schema extended' asks for the user schema,
 * and `state` keeps 'extend' to recognise the task that does it.
 */
export function readReferenceWords(text: string): { readonly stems: string[]; readonly state: string | null } {
  const words = readWords(text)
  const kept = words.filter(word => !finished.has(word))
  const last = kept.at(-1)
  const isState = last !== undefined && last.length > 5 && last.endsWith('ed') && !last.endsWith('eed')
  const rest = isState ? kept.slice(0, -1) : kept
  if (!rest.some(word => word !== BREAK)) return { stems: stemsOf(words), state: null }
  return { stems: stemsOf(rest), state: isState ? stem(last) : null }
}

/** Says that the whole of something is meant: '(complete model system)'. */
export function speaksOfCompletion(text: string): boolean {
  return readWords(text).some(word => finished.has(word) || word === 'entire' || word === 'full' || word === 'whole')
}

/**
 * Lower-case words. A point inside a word belongs to it ('node.js', '3.0'); a hyphen or slash divides ('inter-service').
 * Chinese and Japanese write no spaces: their runs become overlapping pairs of characters, as text search does.
 */
function readWords(text: string): string[] {
  return readAllWords(text).filter(word => !ignored.has(word))
}

/** As `readWords`, with the small words that say how the others hang together. */
export function readAllWords(text: string): string[] {
  const found = text.toLowerCase().match(tokens) ?? []
  const isSpaced = !unspaced.test(text)
  const words: string[] = []
  for (const token of found) {
    if (seams.has(token)) words.push(BREAK)
    else if (isSpaced || !unspaced.test(token)) words.push(token)
    else words.push(...pairs(token))
  }
  return words
}

const tokens = /[\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*|[&+,;:|()–—]/gu
const seams = new Set(['&', '+', ',', ';', ':', '|', '(', ')', '–', '—', 'and'])
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

function pairs(run: string): string[] {
  const characters = [...run]
  return characters.length < 2
    ? [run]
    : characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

function stemsOf(words: readonly string[]): string[] {
  const stems: string[] = []
  for (const word of words) {
    if (word !== BREAK) stems.push(stem(word.replace(/['’]s$/, '')))
    else if (stems.length > 0 && stems.at(-1) !== BREAK) stems.push(BREAK)
  }
  if (stems.at(-1) === BREAK) stems.pop()
  return stems
}
