import { provides, readProvision } from '#plan/dependencies/provision.ts'
import { stem } from '#plan/dependencies/stem.ts'
import { nameStems } from '#plan/dependencies/streamWords.ts'
import { BREAK, isIgnored, longestRead, readAllWords } from '#plan/dependencies/words.ts'
import type { Stream, Task } from '#plan/plan.ts'

/** Something that a stream or task brings about: 'mobile app', 'contract test'. */
export interface Thing {
  /** Stems. The last one is the head: a 'contract testing framework' is a framework and no test. */
  readonly words: readonly string[]
  /** How the task goes about it: 'define' only describes the thing, 'implement' makes it. */
  readonly effort: 'makes' | 'describes' | 'looks'
}

/** At the end of a name these say that there is work, not on what: 'Backend Implementation' brings the backend. */
const activities = stems('build building creation design development implementation setup work workstream stream task')
const describing = stems('agree define describe design document draft outline plan propose specify sketch')
const looking = stems('assess audit check confirm ensure evaluate investigate research review test validate verify')

const named = new WeakMap<Stream, readonly Thing[]>()
const made = new WeakMap<Task, readonly Thing[]>()

/** What the stream is called after: 'Client SDKs & Documentation' brings both. Read once for each stream object. */
export function thingsOfName(stream: Stream): readonly Thing[] {
  const present = named.get(stream)
  if (present !== undefined) return present
  const things = partsOf(nameStems(stream)).map((part): Thing => ({ words: withoutActivity(part), effort: 'makes' }))
  named.set(stream, things)
  return things
}

/** What the task leaves behind: all that stands before 'for', 'with', 'following'. Read once for each task object. */
export function thingsOfTask(task: Task): readonly Thing[] {
  const present = made.get(task)
  if (present !== undefined) return present
  const provision = readProvision(task)
  const { verb, core } = provision
  const effort = describing.has(verb)
    ? 'describes'
    : looking.has(verb) && !provides(provision, null)
      ? 'looks'
      : 'makes'
  const things = coreParts(task.text, core.length).map((words): Thing => ({ words, effort }))
  made.set(task, things)
  return things
}

export function withoutActivity(words: readonly string[]): readonly string[] {
  let end = words.length
  while (end > 1 && activities.has(words[end - 1] ?? '')) end -= 1
  return words.slice(0, end)
}

/** The first `count` words after the verb, divided where the sentence is. */
function coreParts(text: string, count: number): readonly (readonly string[])[] {
  const parts: string[][] = [[]]
  let left = count
  let isVerb = true
  for (const word of readAllWords(text.slice(0, longestRead))) {
    if (left === 0) break
    if (word === BREAK) parts.push([])
    else if (isVerb) isVerb = false
    else if (!isIgnored(word)) {
      parts.at(-1)?.push(stem(word))
      left -= 1
    }
  }
  return parts.filter(part => part.length > 0)
}

export function partsOf(words: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]]
  for (const word of words) {
    if (word === BREAK) parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts.filter(part => part.length > 0)
}

export function stems(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(stem))
}
