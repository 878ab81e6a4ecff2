import type { NodeId, Plan } from '#plan/plan.ts'
import type { Schedule } from '#plan/schedule/schedulePlan.ts'
import { streamTitle } from '#session/strands.ts'
import { type MapGraph, waitingFor } from './mapGraph.ts'

/** What the schedule says of a stream or gate. */
export interface NodeFacts {
  readonly isCritical: boolean
  /** Working hours it may slip. */
  readonly slack: number
  /** `null` for a gate, which takes none. */
  readonly hours: number | null
  readonly isAssumed: boolean
}

/** Hours; sums of hours are off by less. */
const leastSlack = 1e-6

export function factsOf(schedule: Schedule | null): ReadonlyMap<NodeId, NodeFacts> {
  const path = new Set(schedule?.criticalPath)
  return new Map(
    schedule?.jobs.map(({ node, kind, slack, start, finish, isAssumed }) => [
      node,
      {
        isCritical: path.has(node) || slack <= leastSlack,
        slack,
        hours: kind === 'gate' ? null : finish - start,
        isAssumed,
      },
    ]),
  )
}

/** '6 h, critical' or 'assumed 9 h, may slip 4 h' */
export function factWords({ hours, isAssumed, isCritical, slack }: NodeFacts): string {
  const slip = isCritical ? 'critical' : `may slip ${hourWords(slack)}`
  return hours === null ? slip : `${isAssumed ? 'assumed ' : ''}${hourWords(hours)}, ${slip}`
}

/** '7.5 h' */
export function hourWords(hours: number): string {
  return `${Number(hours.toFixed(1))} h`
}

/** How a box is called: 'A: API Contract', 'Gate: Contract Validation', '“a licence from Acme”'. */
export function boxTitle(plan: Plan, id: NodeId): string {
  const node = plan.nodes.get(id)
  switch (node?.kind) {
    case 'stream':
      return streamTitle(node)
    case 'integrationPoint':
      return node.name || 'Integration point'
    case 'reference':
      return `“${node.text}”`
    default:
      return ''
  }
}

/** What each stream waits for and blocks, for those who do not see the lines: 'Waits for A and B, blocks D.' */
export function linkWords(plan: Plan, graph: MapGraph): ReadonlyMap<NodeId, string> {
  const short = (id: NodeId) => {
    const node = plan.nodes.get(id)
    return node?.kind === 'stream' ? (node.key ?? node.name) : boxTitle(plan, id)
  }
  const listed = (ids: readonly NodeId[]) => (ids.length === 0 ? 'nothing' : list.format([...new Set(ids.map(short))]))
  return new Map(
    graph.nodes.flatMap(({ id, kind }) => {
      if (kind !== 'stream') return []
      const waits = graph.edges.flatMap(({ from, to }) => (from === id ? [to] : []))
      return [[id, `Waits for ${listed(waits)}, blocks ${listed(waitingFor(graph, id))}.`]]
    }),
  )
}

const list = new Intl.ListFormat('en')
