import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import type { NodeId, Plan, Stream, Task } from '#plan/plan.ts'
import { isPassed } from '#plan/progress/progress.ts'
import { nameOf, readContext } from './reviewContext.ts'

/** Where a stream stands: it can start now or has started, it waits, or it is done. */
export interface StreamReadiness {
  readonly stream: NodeId
  readonly state: 'ready' | 'waiting' | 'done'
  /** A task of it is done or being done, whether it should have waited or not. */
  readonly started: boolean
  /** What it waits for; empty unless it waits. */
  readonly waitsFor: readonly Wait[]
  /**
   * What has to come from outside of the plan. It holds nobody up here, because nothing in the plan could ever say that
   * it has come: whoever starts the stream has to look. Empty when it is done.
   */
  readonly needs: readonly Need[]
}

export interface Need {
  readonly reference: NodeId
  /** 'needs “Acme licence”, which is outside of this plan' */
  readonly words: string
}

export interface Wait {
  /** The stream, gate, task or phase that is not done. */
  readonly node: NodeId
  readonly kind: 'stream' | 'gate' | 'task' | 'phase'
  /** A part of it is enough, and somebody has to say when. */
  readonly partial: boolean
  readonly words: string
}

/** What can start now, given the ticked tasks and passed gates, and for everything else why it waits. */
export function readWaves(plan: Plan): readonly StreamReadiness[] {
  const context = readContext(plan)
  const { dependencies, streams, streamById } = context
  const done = new Set(streams.filter(({ stream }) => isDone(stream)).map(({ stream }) => stream.id))
  const waits = new Map<NodeId, Wait[]>()
  const needs = new Map<NodeId, Need[]>()
  for (const { from, to, partial, reference } of dependencies.links) {
    if (!streamById.has(from)) continue
    const wait = to === null ? null : waitOf(plan, to, partial, done)
    if (wait && !waits.get(from)?.some(({ node }) => node === wait.node)) addTo(waits, from, wait)
    const words = plan.nodes.get(reference)
    if (to === null && words?.kind === 'reference')
      addTo(needs, from, { reference, words: `needs “${words.text}”, which is outside of this plan` })
  }
  const closed = plan.integrationPoints.flatMap((point): (Wait & { readonly phaseAt: number })[] => {
    const { after } = point
    if (after === null || after === 'final' || isPassed(point)) return []
    const phaseAt = context.phaseByNumber.get(after.phase)
    if (phaseAt === undefined) return []
    const lack = hasBox(point.checks) ? 'is not passed' : 'has no checks to pass'
    return [{ node: point.id, kind: 'gate', partial: false, words: `${point.name} ${lack}`, phaseAt }]
  })
  return streams.map(({ stream, phaseAt }) => {
    const started = flattenTasks(stream.tasks).some(({ state }) => state === 'active' || state === 'done')
    if (done.has(stream.id)) return { stream: stream.id, state: 'done', started, waitsFor: [], needs: [] }
    const own = waits.get(stream.id) ?? []
    const gates = closed
      .filter(gate => gate.phaseAt < phaseAt && !own.some(({ node }) => node === gate.node))
      .map(({ phaseAt: _, ...wait }): Wait => wait)
    const waitsFor = [...own, ...gates]
    const state = waitsFor.length > 0 ? 'waiting' : 'ready'
    return { stream: stream.id, state, started, waitsFor, needs: needs.get(stream.id) ?? [] }
  })
}

function addTo<Value>(lists: Map<NodeId, Value[]>, id: NodeId, value: Value): void {
  const known = lists.get(id)
  if (known) known.push(value)
  else lists.set(id, [value])
}

function waitOf(plan: Plan, to: NodeId, partial: boolean, done: ReadonlySet<NodeId>): Wait | null {
  const node = plan.nodes.get(to)
  switch (node?.kind) {
    case 'stream':
      if (done.has(node.id)) return null
      return { node: node.id, kind: 'stream', partial, words: `${nameOf(node)} is not done` }
    case 'task':
      if (isFinished(node.state)) return null
      return { node: node.id, kind: 'task', partial, words: `“${node.text}” is not done` }
    case 'integrationPoint':
      if (isPassed(node)) return null
      return { node: node.id, kind: 'gate', partial, words: `${node.name} is not passed` }
    case 'phase':
      if (node.streams.every(({ id }) => done.has(id))) return null
      return { node: node.id, kind: 'phase', partial, words: `${node.name} is not done` }
    default:
      return null
  }
}

function hasBox(checks: readonly Task[]): boolean {
  return flattenTasks(checks).some(({ state }) => state !== null && state !== 'cancelled')
}

function isDone({ tasks }: Stream): boolean {
  const boxes = flattenTasks(tasks).filter(({ state }) => state !== null)
  return boxes.length > 0 && boxes.every(({ state }) => isFinished(state))
}

function isFinished(state: string | null): boolean {
  return state === 'done' || state === 'cancelled'
}
