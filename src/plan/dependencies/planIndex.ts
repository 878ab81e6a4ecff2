import type { NodeId, Phase, Plan, Reference, Stream, Task } from '#plan/plan.ts'
import { flattenTasks } from './flattenTasks.ts'

/** A reference with the place it is read from: that decides what it can mean. */
export interface PlacedReference {
  readonly reference: Reference
  /** The stream or task that holds the reference. */
  readonly from: NodeId
  /** Index of its phase; past the last phase for integration points and success criteria. */
  readonly phase: number
  /** Index of its stream in `PlanIndex.streams`; -1 outside streams. */
  readonly stream: number
  /** Place of the task in its stream, subtasks counted; -1 when a stream holds the reference. */
  readonly task: number
}

export interface PlacedStream {
  readonly stream: Stream
  readonly phase: number
}

/** Something a label can point at. */
export interface Located {
  readonly id: NodeId
  readonly phase: number
  /** -1 outside streams. */
  readonly stream: number
}

type KeyTable = ReadonlyMap<string, readonly Located[]>

/** What references can name, in the order of the text. Keys are written as `normalizeKey` writes them. */
export interface PlanIndex {
  readonly phases: readonly Phase[]
  readonly streams: readonly PlacedStream[]
  readonly references: readonly PlacedReference[]
  readonly keys: {
    readonly stream: KeyTable
    readonly task: KeyTable
    readonly phase: KeyTable
    readonly integrationPoint: KeyTable
  }
}

export function indexPlan(plan: Plan): PlanIndex {
  const streams: PlacedStream[] = []
  const references: PlacedReference[] = []
  const keys = {
    stream: new Map<string, Located[]>(),
    task: new Map<string, Located[]>(),
    phase: new Map<string, Located[]>(),
    integrationPoint: new Map<string, Located[]>(),
  }
  const addTasks = (tasks: readonly Task[], phase: number, stream: number) => {
    for (const [place, task] of flattenTasks(tasks).entries()) {
      add(keys.task, task.key, { id: task.id, phase, stream })
      for (const reference of task.dependencies)
        references.push({ reference, from: task.id, phase, stream, task: place })
    }
  }
  for (const [phase, { id, number, streams: phaseStreams }] of plan.phases.entries()) {
    add(keys.phase, number, { id, phase, stream: -1 })
    for (const stream of phaseStreams) {
      const place = streams.push({ stream, phase }) - 1
      add(keys.stream, stream.key, { id: stream.id, phase, stream: place })
      for (const reference of stream.dependencies)
        references.push({ reference, from: stream.id, phase, stream: place, task: -1 })
      addTasks(stream.tasks, phase, place)
    }
  }
  const end = plan.phases.length
  for (const { id, number, checks } of plan.integrationPoints) {
    add(keys.integrationPoint, number, { id, phase: end, stream: -1 })
    addTasks(checks, end, -1)
  }
  addTasks(plan.criteria, end, -1)
  return { phases: plan.phases, streams, references, keys }
}

/** 't012' and 'T12' are one key, as are '1.02' and '1.2'. */
export function normalizeKey(key: string): string {
  return key.toUpperCase().replace(/(^|\D)0+(?=\d)/g, '$1')
}

function add(table: Map<string, Located[]>, key: string | null, located: Located): void {
  if (key === null) return
  const normal = normalizeKey(key)
  const present = table.get(normal)
  if (present === undefined) table.set(normal, [located])
  else present.push(located)
}
