import type { Task } from '#plan/plan.ts'
import { stem } from './stem.ts'
import { BREAK, isIgnored, longestRead, readAllWords } from './words.ts'

/** What a task leaves behind, as stems. 'Set up API mocking service for ML development' provides a mocking service. */
export interface Provision {
  /** The first word: 'set' of 'Set up'. Only some verbs provide; see `provides`. */
  readonly verb: string
  /** What the verb makes: 'api', 'mock', 'servic'. */
  readonly core: readonly string[]
  /** What follows 'for', 'with', 'of': it says more about the thing and is not the thing. */
  readonly modifiers: readonly string[]
}

/** After these stand things that the task takes from elsewhere: 'Implement endpoints following OpenAPI spec'. */
const taking = new Set([
  ...[
    'against',
    'based',
    'by',
    'calling',
    'consume',
    'consumes',
    'consuming',
    'covering',
    'covers',
    'follow',
    'following',
  ],
  ...['from', 'match', 'matching', 'matches', 'per', 'using', 'uses', 'validating', 'versus', 'via', 'vs'],
])
const qualifying = new Set(['across', 'between', 'for', 'in', 'into', 'of', 'on', 'over', 'to', 'with', 'within'])
const providing = new Set(
  [
    ...[
      'add',
      'bootstrap',
      'build',
      'configure',
      'create',
      'define',
      'deploy',
      'design',
      'develop',
      'draft',
      'enable',
      'establish',
    ],
    ...[
      'expose',
      'generate',
      'implement',
      'initialise',
      'initialize',
      'install',
      'introduce',
      'launch',
      'make',
      'prepare',
    ],
    ...['produce', 'provide', 'provision', 'publish', 'scaffold', 'set', 'setup', 'specify', 'write'],
  ].map(stem),
)

const known = new WeakMap<Task, Provision>()

/** Read once for each task object: a task that an edit does not touch is the same object. */
export function readProvision(task: Task): Provision {
  const present = known.get(task)
  if (present !== undefined) return present
  const provision = read(task.text)
  known.set(task, provision)
  return provision
}

/** `state` is what the reference says was done: 'User schema extended' is provided by 'Extend the user schema'. */
export function provides({ verb }: Provision, state: string | null): boolean {
  return providing.has(verb) || (state !== null && verb === state)
}

function read(text: string): Provision {
  const core: string[] = []
  const modifiers: string[] = []
  let verb: string | null = null
  let into = core
  for (const word of readAllWords(text.slice(0, longestRead))) {
    if (word === BREAK) continue
    if (verb === null) verb = stem(word)
    else if (taking.has(word)) break
    else if (qualifying.has(word)) into = modifiers
    else if (!isIgnored(word)) into.push(stem(word))
  }
  return { verb: verb ?? '', core, modifiers }
}
