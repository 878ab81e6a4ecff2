import { useRef } from 'react'
import type { Confidence, Dependencies, DependencyLink } from '#plan/dependencies/dependencies.ts'
import type { NodeId, Plan, PlanNode } from '#plan/plan.ts'
import { dependenciesOf, usePlan } from '#session/SessionContext.tsx'
import { strandLetter, strandOrders } from '#session/strands.ts'

/** One thing a stream waits for, as it is shown. */
export interface Wait {
  /** Different for every wait of a stream. */
  readonly key: string
  readonly reference: NodeId
  readonly confidence: Confidence
  /** A part of it is enough to start. */
  readonly partial: boolean
  /** The strand that it is or stands in; `null` for a phase, a gate, and what is not in the plan. */
  readonly strand: { readonly letter: string; readonly order: number } | null
  /** 'API Contract Design', 'Phase 1', 'the task “Mock the API”'; `null` when it is not in the plan. */
  readonly target: string | null
}

export const confidenceWords: Record<Confidence, string> = {
  certain: 'certain',
  likely: 'likely',
  guess: 'a guess',
  external: 'not in this plan',
}

/** Renders again only when something about these waits changes, not with every edit of the plan. */
export function useStreamWaits(id: NodeId): readonly Wait[] {
  const last = useRef<readonly Wait[]>([])
  return usePlan(plan => {
    const waits = streamWaits(plan, dependenciesOf(plan), id)
    if (!sameWaits(last.current, waits)) last.current = waits
    return last.current
  })
}

export function streamWaits(plan: Plan, dependencies: Dependencies, id: NodeId): readonly Wait[] {
  return (linksByHolder(dependencies).get(id) ?? []).map(({ reference, to, confidence, partial }) => {
    const node = to === null ? undefined : plan.nodes.get(to)
    const target = node ? targetWords(node) : null
    return { key: `${reference}:${to}`, reference, confidence, partial, strand: strandOf(plan, node), target }
  })
}

const known = new WeakMap<Dependencies, ReadonlyMap<NodeId, readonly DependencyLink[]>>()

function linksByHolder(dependencies: Dependencies): ReadonlyMap<NodeId, readonly DependencyLink[]> {
  const before = known.get(dependencies)
  if (before) return before
  const links = new Map<NodeId, DependencyLink[]>()
  for (const link of dependencies.links) {
    const list = links.get(link.from)
    if (list) list.push(link)
    else links.set(link.from, [link])
  }
  known.set(dependencies, links)
  return links
}

function strandOf(plan: Plan, node: PlanNode | undefined): Wait['strand'] {
  let at = node
  while (at && at.kind !== 'stream') {
    const parent = plan.parents.get(at.id)
    at = parent === undefined ? undefined : plan.nodes.get(parent)
  }
  return at ? { letter: strandLetter(at), order: strandOrders(plan.phases).get(at.id) ?? 0 } : null
}

function targetWords(node: PlanNode): string {
  switch (node.kind) {
    case 'stream':
      return node.name || 'Tasks'
    case 'phase':
      return node.number === null ? node.name : `Phase ${node.number}`
    case 'integrationPoint':
      return node.name
    case 'task':
      return `the task “${node.text}”`
    default:
      return ''
  }
}

const surest: readonly Confidence[] = ['certain', 'likely', 'guess', 'external']

/** Everything that is waited for once: of several waits for one strand the surest, and part of it only if all are. */
export function mergeWaits(waits: readonly Wait[]): readonly Wait[] {
  const merged = new Map<string, Wait>()
  for (const wait of waits) {
    const key = wait.strand ? `strand ${wait.strand.order}` : wait.key
    const other = merged.get(key)
    if (!other) merged.set(key, wait)
    else {
      const isSurer = surest.indexOf(wait.confidence) < surest.indexOf(other.confidence)
      merged.set(key, { ...(isSurer ? wait : other), partial: wait.partial && other.partial })
    }
  }
  return [...merged.values()]
}

/** 'part of A: API Contract Design, likely'; `words` are the author's. */
export function waitWords({ target, strand, partial, confidence }: Wait, words: string): string {
  if (target === null) return `“${words}”, ${confidenceWords.external}`
  const name = strand ? `${strand.letter}: ${target}` : target
  return `“${words}” is ${partial ? 'part of ' : ''}${name}, ${confidenceWords[confidence]}`
}

function sameWaits(a: readonly Wait[], b: readonly Wait[]): boolean {
  return a.length === b.length && a.every((wait, index) => sameWait(wait, b[index]))
}

function sameWait(a: Wait, b: Wait | undefined): boolean {
  return (
    a.key === b?.key &&
    a.confidence === b.confidence &&
    a.partial === b.partial &&
    a.target === b.target &&
    a.strand?.letter === b.strand?.letter &&
    a.strand?.order === b.strand?.order
  )
}
