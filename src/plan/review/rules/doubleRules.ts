import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import type { NodeId, Task } from '#plan/plan.ts'
import { type Finding, type Fix, findingAt } from '#plan/review/finding.ts'
import { keyRewriter } from '#plan/review/keyRewriter.ts'
import type { ReviewContext } from '#plan/review/reviewContext.ts'

/** Two streams with one letter: nobody can tell which is meant. Where every phase begins with A, only within a phase. */
export function findDoubleLetters(context: ReviewContext): readonly Finding[] {
  const lettered = context.streams.flatMap(({ stream, phaseAt }) =>
    stream.key === null ? [] : [{ id: stream.id, key: stream.key, phaseAt }],
  )
  const isAnew = beginsAnew(lettered)
  const doubles = findDoubles(lettered, ({ key, phaseAt }) => (isAnew ? `${phaseAt} ${key}` : key))
  if (doubles.length === 0) return []
  const rewrite = keyRewriter(context.plan)
  const letters = lettered.map(({ key }) => key)
  return doubles.map(({ id, key, first }) => {
    const message = `Two streams are called ${key}. What waits for Stream ${key} could mean either.`
    return findingAt('double-letter', id, message, { others: [first], fix: rewriteFix(rewrite(id, key, letters)) })
  })
}

/** Two tasks with one key. A bare number may count from 1 in every stream. */
export function findDoubleKeys(context: ReviewContext): readonly Finding[] {
  const keyed = context.streams.flatMap(({ stream }) =>
    flattenTasks(stream.tasks).flatMap(({ id, key }: Task) => (key === null ? [] : [{ id, key, stream: stream.id }])),
  )
  const doubles = findDoubles(keyed, ({ key, stream }) => (/^[\d.]+$/.test(key) ? `${stream} ${key}` : key))
  if (doubles.length === 0) return []
  const rewrite = keyRewriter(context.plan)
  const keys = keyed.map(({ key }) => key)
  return doubles.map(({ id, key, first }) => {
    const message = `Two tasks are called ${key}. What waits for ${key} could mean either.`
    return findingAt('double-key', id, message, { others: [first], fix: rewriteFix(rewrite(id, key, keys)) })
  })
}

interface Keyed {
  readonly id: NodeId
  readonly key: string
}

function findDoubles<Node extends Keyed>(nodes: readonly Node[], nameOf: (node: Node) => string) {
  const firsts = new Map<string, NodeId>()
  return nodes.flatMap(node => {
    const name = nameOf(node).toUpperCase()
    const first = firsts.get(name)
    if (first === undefined) firsts.set(name, node.id)
    return first === undefined ? [] : [{ id: node.id, key: node.key, first }]
  })
}

/** The phases count their streams anew: at least two letters come back, or every one of three phases begins with one. */
function beginsAnew(lettered: readonly (Keyed & { readonly phaseAt: number })[]): boolean {
  const byPhase = new Map<number, string[]>()
  for (const { key, phaseAt } of lettered) byPhase.set(phaseAt, [...(byPhase.get(phaseAt) ?? []), key.toUpperCase()])
  const [first, ...later] = [...byPhase.values()]
  if (first === undefined || later.length === 0) return false
  const seen = new Set(first)
  const repeated = new Set(later.flat().filter(key => seen.has(key)))
  return repeated.size >= 2 || (later.length >= 2 && later.every(keys => keys[0] === first[0]))
}

function rewriteFix(rewritten: { readonly key: string; readonly edit: Fix['edit'] } | null): Fix | null {
  return rewritten && { label: `Rename to ${rewritten.key}`, edit: rewritten.edit }
}
