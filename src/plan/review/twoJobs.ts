export interface TwoJobs {
  /** 'Create the schema' */
  readonly first: string
  /** 'deploy the service', as written. */
  readonly second: string
}

/** What a task begins with that tells somebody to do something. */
const verbs = [
  'add|configure|create|define|delete|enable|extract|fix|generate|implement|integrate|migrate|prepare|provision',
  'publish|refactor|remove|rename|replace|rewrite|set up|shut down|train|upgrade|wire|write',
].join('|')
/** Only at the start of a task, where nothing else can be meant. */
const alsoFirst =
  'analy[sz]e|audit|choose|clean|collect|draft|evaluate|export|find|import|interview|investigate|list|load|make|map|merge|move|order|plan|research|review|select|send|split|start|store|switch|verify'
/** Verbs that in the middle of a sentence may be things as well: 'layout and design tokens'. */
const alsoNouns = 'build|deploy|design|document|draw|install|measure|monitor|port|release|render|run|test|update'
/** What stands before a thing that a verb is about. */
const determiners = 'the|an?|all|any|each|every|both|its|our|their|this|these|those|new|existing'
/** What stands after such a word when it is a verb. */
const afterVerb = `${determiners}|to|on|in|from|for|into|documentation|docs|tests`
const twoJobs = new RegExp(
  [
    `^((?:${verbs}|${alsoNouns}|${alsoFirst})[ \\t]+(?!and\\b)[^;]{3,160}?)(?<! to \\p{L}{1,20})`,
    '(?:,? and (?:then )?|,? then |,? plus |,? as well as | & |; )',
    `((?:(?:${verbs})[ \\t]+(?!and\\b|or\\b)|(?:${alsoNouns})[ \\t]+(?=(?:${afterVerb})\\b))\\p{L}.*)$`,
  ].join(''),
  'isu',
)
/** A second job that only looks at the first. */
const looksBack = /^(?:test|run|measure|monitor)[ \t]+(?:it|them|that|this|these|those)\b/i

const clearVerb = new RegExp(`^\\p{L}+(?:[ \\t]+(?:up|down))?[ \\t]+(?:${determiners})\\b`, 'iu')

/** 'search and replace', 'read and write permissions': one word before a verb may be a pair with it. */
function isPair(first: string, second: string): boolean {
  const object = first
    .replace(/^set up\b/i, 'set')
    .trim()
    .split(/\s+/)
    .slice(1)
  return object.length === 1 && !clearVerb.test(second)
}

const known = new Map<string, TwoJobs | null>()
const mostKnown = 20_000

/** Reads two verbs with an object each; `null` for anything else. The second is never 'verify', which belongs to the first. */
export function readTwoJobs(text: string): TwoJobs | null {
  const present = known.get(text)
  if (present !== undefined) return present
  if (known.size >= mostKnown) known.clear()
  const [, first, second] = twoJobs.exec(text) ?? []
  const isNone = first === undefined || second === undefined || looksBack.test(second) || isPair(first, second)
  const jobs = isNone ? null : { first, second }
  known.set(text, jobs)
  return jobs
}
