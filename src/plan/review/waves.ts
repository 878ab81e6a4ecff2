import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import type { NodeId, Plan, Stream } from '#plan/plan.ts'
import { isPassed } from '#plan/progress/progress.ts'
import { readContext } from './reviewContext.ts'

/** Where a stream stands: it can start now or has started, it waits, or it is done. */
export interface StreamReadiness {
  readonly stream: NodeId
  readonly state: 'ready' | 'waiting' | 'done'
  /** What it waits for; empty unless it waits. */
  readonly waitsFor: readonly Wait[]
}

export interface Wait {
  /** The stream, gate, task or phase that is not done; `null` for something from outside. */
  readonly node: NodeId | null
  readonly kind: 'stream' | 'gate' | 'task' | 'phase' | 'external'
  /** A part of it is enough, and somebody has to say when. */
  readonly partial: boolean
  readonly words: string
}

/** What can start now, given the ticked tasks and passed gates, and for everything else why it waits. */
export function readWaves(plan: Plan): readonly StreamReadiness[] {
  const { dependencies, streams, streamById } = readContext(plan)
  const done = new Set(streams.filter(({ stream }) => isDone(stream)).map(({ stream }) => stream.id))
  const own = new Map<NodeId, Wait[]>()
  for (const link of dependencies.links) {
    if (!streamById.has(link.from)) continue
    const waits = own.get(link.from) ?? []
    const wait = waitOf(plan, link.to, link.partial, link.reference, done)
    if (wait && !waits.some(({ node, words }) => node === wait.node && words === wait.words)) waits.push(wait)
    own.set(link.from, waits)
  }
  return streams.map(({ stream, phaseAt }) => {
    if (done.has(stream.id)) return { stream: stream.id, state: 'done', waitsFor: [] }
    const gates = plan.integrationPoints.flatMap((point): Wait[] => {
      const { after } = point
      if (after === null || after === 'final' || isPassed(point)) return []
      const at = plan.phases.findIndex(({ number }) => number === after.phase)
      if (at < 0 || at >= phaseAt) return []
      return [{ node: point.id, kind: 'gate', partial: false, words: `${point.name} is not passed` }]
    })
    const waitsFor = [...(own.get(stream.id) ?? []), ...gates]
    return { stream: stream.id, state: waitsFor.length > 0 ? 'waiting' : 'ready', waitsFor }
  })
}

function waitOf(
  plan: Plan,
  to: NodeId | null,
  partial: boolean,
  reference: NodeId,
  done: ReadonlySet<NodeId>,
): Wait | null {
  const node = to === null ? undefined : plan.nodes.get(to)
  switch (node?.kind) {
    case 'stream':
      if (done.has(node.id)) return null
      return { node: node.id, kind: 'stream', partial, words: `${node.key ?? node.name} is not done` }
    case 'task':
      if (isFinished(node.state)) return null
      return { node: node.id, kind: 'task', partial, words: `“${node.text}” is not done` }
    case 'integrationPoint':
      if (isPassed(node)) return null
      return { node: node.id, kind: 'gate', partial, words: `${node.name} is not passed` }
    case 'phase':
      if (node.streams.every(({ id }) => done.has(id))) return null
      return { node: node.id, kind: 'phase', partial, words: `${node.name} is not done` }
    default: {
      const words = plan.nodes.get(reference)
      if (words?.kind !== 'reference') return null
      return { node: null, kind: 'external', partial, words: `“${words.text}” comes from outside this plan` }
    }
  }
}

function isDone({ tasks }: Stream): boolean {
  const boxes = flattenTasks(tasks).filter(({ state }) => state !== null)
  return boxes.length > 0 && boxes.every(({ state }) => isFinished(state))
}

function isFinished(state: string | null): boolean {
  return state === 'done' || state === 'cancelled'
}
