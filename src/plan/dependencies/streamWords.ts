import type { Stream, Task } from '#plan/plan.ts'
import { flattenTasks } from './flattenTasks.ts'
import { type Provision, readProvision } from './provision.ts'
import { BREAK, longestRead, readStems } from './words.ts'

/** Some tasks of a stream that follow each other, looked up together. */
export interface TaskBlock {
  /** Place of the first task in the stream, subtasks counted. */
  readonly first: number
  readonly tasks: readonly Task[]
  /** What each of the tasks provides. */
  readonly provisions: readonly Provision[]
  /** Each stem of the stream's name and of what the tasks provide, once. */
  readonly words: readonly string[]
}

/** Large enough that most streams are one block, small enough to search one task by one. */
const blockSize = 16

const names = new WeakMap<Stream, readonly string[]>()
const blocks = new WeakMap<Stream, readonly TaskBlock[]>()

/** The stems of the stream's name, with `BREAK`. Read once: a stream that an edit does not touch is the same object. */
export function nameStems(stream: Stream): readonly string[] {
  const present = names.get(stream)
  if (present !== undefined) return present
  const stems = readStems(stream.name.slice(0, longestRead))
  names.set(stream, stems)
  return stems
}

/** Read once for each stream object, as `nameStems`. */
export function taskBlocks(stream: Stream): readonly TaskBlock[] {
  const present = blocks.get(stream)
  if (present !== undefined) return present
  const all = flattenTasks(stream.tasks)
  const made: TaskBlock[] = []
  for (let first = 0; first < all.length; first += blockSize) {
    const tasks = all.slice(first, first + blockSize)
    const words = new Set(nameStems(stream))
    words.delete(BREAK)
    const provisions = tasks.map(readProvision)
    for (const { core, modifiers } of provisions) {
      for (const word of core) words.add(word)
      for (const word of modifiers) words.add(word)
    }
    made.push({ first, tasks, provisions, words: [...words] })
  }
  blocks.set(stream, made)
  return made
}
