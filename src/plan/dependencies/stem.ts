/** Clippings that developers write for the full word, and that no suffix rule can join. */
const fullWords = new Map([
  ['app', 'application'],
  ['apps', 'application'],
  ['auth', 'authentication'],
  ['config', 'configuration'],
  ['db', 'database'],
  ['dev', 'development'],
  ['doc', 'documentation'],
  ['docs', 'documentation'],
  ['env', 'environment'],
  ['infra', 'infrastructure'],
  ['repo', 'repository'],
  ['spec', 'specification'],
  ['specs', 'specification'],
])

/**
 * The stem of a lower-case English word: 'mocking' and 'mock', 'contracts' and 'contract', 'created' and 'create',
 * 'validation' and 'validate' meet. After M. F. Porter, An algorithm for suffix stripping (1980), steps 1a, 1b, 4 and
 * 5a only: plan names are short noun phrases, and the full algorithm joins words they keep apart ('generic', 'generate').
 * A stem is for comparing and is not a word. Other scripts pass unchanged.
 */
export function stem(word: string): string {
  const present = known.get(word)
  if (present !== undefined) return present
  if (known.size >= mostKnown) known.clear()
  const result = strip(word)
  known.set(word, result)
  return result
}

/** The same few thousand words come back after every edit. */
const known = new Map<string, string>()
const mostKnown = 20_000

function strip(word: string): string {
  let result = fullWords.get(word) ?? word
  if (result.length < 4 || !/^[a-z]+$/.test(result)) return result
  result = withoutPlural(result)
  result = withoutParticiple(result)
  result = withoutNounEnding(result)
  return result.length > 4 && result.endsWith('e') ? result.slice(0, -1) : result
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word
  if (/(?:s|x|z|ch|sh)es$/.test(word) && !/[aeiou]ses$/.test(word)) return word.slice(0, -2)
  if (!word.endsWith('s') || /(?:ss|us|sis)$/.test(word)) return word
  return word.slice(0, -1)
}

function withoutParticiple(word: string): string {
  const ending = word.endsWith('ing') ? 3 : word.endsWith('ed') && !word.endsWith('eed') ? 2 : 0
  if (ending === 0) return word
  const rest = word.slice(0, -ending)
  if (rest.length < 3 || !/[aeiouy]/.test(rest)) return word
  return /([bdfgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest
}

function withoutNounEnding(word: string): string {
  for (const [ending, shortest] of nounEndings) {
    if (word.endsWith(ending) && word.length - ending.length >= shortest) return word.slice(0, -ending.length)
  }
  return word
}

/** Each ending with the fewest letters that must stay: 'format' is not a form, nor a 'station' a state. */
const nounEndings: readonly (readonly [string, number])[] = [
  ['ation', 5],
  ['ate', 5],
  ['at', 5],
  ['ion', 5],
  ['ment', 6],
]
