import type { Confidence, Dependencies } from '#plan/dependencies/dependencies.ts'
import type { NodeId, Plan } from '#plan/plan.ts'
import { placeGates } from '#plan/schedule/planJobs.ts'

/** What is drawn as a box. An external need has the id of the reference that names it. */
export interface MapNode {
  readonly kind: 'stream' | 'gate' | 'external'
  readonly id: NodeId
  /** `null`: at the end of the plan. */
  readonly phase: NodeId | null
}

/** One reference of the author that says `from` waits for `to`. */
export interface MapReason {
  readonly reference: NodeId
  /** 'Data Pipeline (basic flow)' */
  readonly words: string
  readonly confidence: Confidence
  readonly partial: boolean
}

/** `from` waits for `to`: one line, however many references say so. */
export interface MapEdge {
  readonly id: string
  readonly from: NodeId
  readonly to: NodeId
  readonly reasons: readonly MapReason[]
  /** Of the surest reason. */
  readonly confidence: Confidence
  /** A part of it is enough, whatever the reason. */
  readonly partial: boolean
}

export interface MapGraph {
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
  /** Gates and the streams that they gather. */
  readonly gathers: readonly { readonly gate: NodeId; readonly stream: NodeId }[]
}

const surest: readonly Confidence[] = ['certain', 'likely', 'guess', 'external']

/** Streams, gates and external needs of a plan, and who waits for whom: exactly what `resolveDependencies` found. */
export function mapGraph(plan: Plan, { links }: Dependencies): MapGraph {
  const nodes: MapNode[] = []
  const gathers: { gate: NodeId; stream: NodeId }[] = []
  const { afterPhase, atEnd } = placeGates(plan)
  for (const phase of plan.phases) {
    for (const stream of phase.streams) nodes.push({ kind: 'stream', id: stream.id, phase: phase.id })
    for (const gate of afterPhase.get(phase.id) ?? []) {
      nodes.push({ kind: 'gate', id: gate.id, phase: phase.id })
      for (const stream of phase.streams) gathers.push({ gate: gate.id, stream: stream.id })
    }
  }
  const last = plan.phases.at(-1)
  for (const gate of atEnd) {
    nodes.push({ kind: 'gate', id: gate.id, phase: null })
    for (const stream of last?.streams ?? []) gathers.push({ gate: gate.id, stream: stream.id })
  }

  const phaseOf = new Map(nodes.map(node => [node.id, node.phase]))
  const edges = new Map<string, MapEdge>()
  for (const { reference, from, to, confidence, partial } of links) {
    const words = wordsOf(plan, reference)
    for (const holder of holdersOf(plan, from)) {
      const targets = to === null ? [reference] : holdersOf(plan, to)
      if (to === null) nodes.push({ kind: 'external', id: reference, phase: phaseOf.get(holder) ?? null })
      for (const target of targets) {
        if (target === holder) continue
        const id = `${holder}-${target}`
        const known = edges.get(id)
        const reasons = [...(known?.reasons ?? []), { reference, words, confidence, partial }]
        edges.set(id, {
          id,
          from: holder,
          to: target,
          reasons,
          confidence: surest.find(each => reasons.some(reason => reason.confidence === each)) ?? confidence,
          partial: reasons.every(reason => reason.partial),
        })
      }
    }
  }
  return { nodes, edges: [...edges.values()], gathers }
}

/** The boxes that stand for a node: a task's stream, all streams of a phase. */
function holdersOf(plan: Plan, id: NodeId): readonly NodeId[] {
  for (let at: NodeId | undefined = id; at !== undefined; at = plan.parents.get(at)) {
    const node = plan.nodes.get(at)
    if (node?.kind === 'stream' || node?.kind === 'integrationPoint') return [at]
    if (node?.kind === 'phase') return node.streams.map(stream => stream.id)
  }
  return []
}

function wordsOf(plan: Plan, reference: NodeId): string {
  const node = plan.nodes.get(reference)
  if (node?.kind !== 'reference') return ''
  return node.qualifier === null ? node.text : `${node.text} (${node.qualifier})`
}

/** What a line alone does not say. */
export function labelOf({ confidence, partial, reasons }: MapEdge): string | null {
  if (confidence === 'guess') return 'guess'
  if (!partial) return null
  return /\(([^)]*)\)$/.exec(reasons[0]?.words ?? '')?.[1] ?? 'part of it'
}

/** Who waits for a box at first hand, gates included. */
export function waitingFor({ edges, gathers }: MapGraph, id: NodeId): readonly NodeId[] {
  return [
    ...edges.flatMap(({ from, to }) => (to === id ? [from] : [])),
    ...gathers.flatMap(({ gate, stream }) => (stream === id ? [gate] : [])),
  ]
}

/**
 * Everything that a box waits for, and everything that waits for it, directly or through others, with the gates that
 * gather any of it; and the lines, called by who waits and for whom.
 */
export function relatedTo(
  graph: MapGraph,
  id: NodeId,
): { readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<string> } {
  const nodes = new Set([id])
  const edges = new Set<string>()
  const gathers = graph.gathers.map(({ gate, stream }) => ({ id: `${gate}-${stream}`, from: gate, to: stream }))
  const lines = [...graph.edges, ...gathers]
  const walk = (from: 'from' | 'to', to: 'from' | 'to') => {
    const byEnd = new Map<NodeId, (typeof lines)[number][]>()
    for (const line of lines) {
      const known = byEnd.get(line[from])
      if (known) known.push(line)
      else byEnd.set(line[from], [line])
    }
    const open = [id]
    const seen = new Set(open)
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const edge of byEnd.get(at) ?? []) {
        edges.add(edge.id)
        nodes.add(edge[to])
        if (seen.has(edge[to])) continue
        seen.add(edge[to])
        open.push(edge[to])
      }
    }
  }
  walk('from', 'to')
  walk('to', 'from')
  return { nodes, edges }
}
