import type { Task } from '#plan/plan.ts'

/** The tasks with their subtasks, in the order of the text. Not recursive: a file may nest as deep as it likes. */
export function flattenTasks(tasks: readonly Task[]): Task[] {
  const flat: Task[] = []
  const waiting = [...tasks].reverse()
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    flat.push(task)
    for (let index = task.children.length - 1; index >= 0; index -= 1) {
      const child = task.children[index]
      if (child !== undefined) waiting.push(child)
    }
  }
  return flat
}
