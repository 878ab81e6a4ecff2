import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import type { IntegrationPoint, NodeId, Phase, Plan, Stream } from '#plan/plan.ts'
import { middle } from '#plan/schedule/streamHours.ts'

/** How far something is. Cancelled tasks and plain bullets count neither as done nor as to do. */
export interface Progress {
  readonly done: number
  readonly total: number
  /** From 0 to 1. By hours where every stream with tasks has an estimate, else by tasks. */
  readonly share: number
  readonly by: 'hours' | 'tasks'
  /** Hours of the estimates that are done and in all; `null` where one is not known. */
  readonly hours: { readonly done: number; readonly total: number } | null
}

export interface PlanProgress {
  readonly plan: Progress
  /** By phase and by stream. */
  readonly nodes: ReadonlyMap<NodeId, Progress>
  readonly passedGates: ReadonlySet<NodeId>
}

/** Rolls the ticked tasks up to streams, phases and the plan. */
export function readProgress(plan: Plan): PlanProgress {
  const nodes = new Map<NodeId, Progress>()
  const phases = plan.phases.map(phase => {
    const streams = phase.streams.map(stream => {
      const progress = progressOfStream(stream)
      nodes.set(stream.id, progress)
      return progress
    })
    const progress = sum(streams)
    nodes.set(phase.id, progress)
    return progress
  })
  const passed = plan.integrationPoints.filter(isPassed).map(({ id }) => id)
  return { plan: sum(phases), nodes, passedGates: new Set(passed) }
}

export function progressOfPhase(phase: Phase): Progress {
  return sum(phase.streams.map(progressOfStream))
}

/** A gate is passed when its own checklist is, whatever the tasks say. One without checks is not. */
export function isPassed({ checks }: IntegrationPoint): boolean {
  const boxes = flattenTasks(checks).filter(({ state }) => state !== null && state !== 'cancelled')
  return boxes.length > 0 && boxes.every(({ state }) => state === 'done')
}

/** A task's own hours weigh it; the stream's estimate is shared out by them, or evenly. */
export function progressOfStream({ tasks, estimate }: Stream): Progress {
  const boxes = flattenTasks(tasks).filter(({ state }) => state !== null && state !== 'cancelled')
  const done = boxes.filter(({ state }) => state === 'done')
  const known = boxes.flatMap(task => (task.estimate ? [middle(task.estimate)] : []))
  const isWeighed = boxes.length > 0 && known.length === boxes.length
  const all = known.reduce((total, hours) => total + hours, 0)
  const weighed = done.reduce((total, task) => total + (task.estimate ? middle(task.estimate) : 0), 0)
  const share = isWeighed && all > 0 ? weighed / all : ratio(done.length, boxes.length)
  const total = estimate ? middle(estimate) : isWeighed ? all : null
  const hours = boxes.length === 0 ? { done: 0, total: 0 } : total === null ? null : { done: total * share, total }
  return finish(done.length, boxes.length, hours)
}

function sum(parts: readonly Progress[]): Progress {
  let done = 0
  let total = 0
  let hours: { done: number; total: number } | null = { done: 0, total: 0 }
  for (const part of parts) {
    done += part.done
    total += part.total
    hours = hours && part.hours ? { done: hours.done + part.hours.done, total: hours.total + part.hours.total } : null
  }
  return finish(done, total, hours)
}

function finish(done: number, total: number, hours: Progress['hours']): Progress {
  if (hours && hours.total > 0) return { done, total, share: hours.done / hours.total, by: 'hours', hours }
  return { done, total, share: ratio(done, total), by: 'tasks', hours }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
