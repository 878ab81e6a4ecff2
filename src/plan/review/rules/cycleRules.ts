import type { Cycle, DependencyLink } from '#plan/dependencies/dependencies.ts'
import { findCycles } from '#plan/dependencies/findCycles.ts'
import { removeDependency } from '#plan/edit/removeDependency.ts'
import type { NodeId } from '#plan/plan.ts'
import { type Finding, type Fix, findingAt } from '#plan/review/finding.ts'
import { nameOf, type ReviewContext } from '#plan/review/reviewContext.ts'
import { isWatched } from './streamRules.ts'

/** Each fix costs a look at the whole graph; a plan with more circles than this needs more than a click. */
const mostFixes = 10
/** A longer circle is told by its first names. */
const mostNames = 6

/** Nodes that wait for each other: none of them can ever start. */
export function findCircles(context: ReviewContext): readonly Finding[] {
  const { cycles } = context.dependencies
  return cycles.flatMap((cycle, at): Finding[] => {
    const [first] = cycle
    if (first === undefined) return []
    const names = cycle.map(id => nameOfNode(context, id))
    const fix = at < mostFixes ? openCircle(context, cycle) : null
    return [findingAt('dependency-cycle', first, inWords(names), { others: cycle.slice(1), fix })]
  })
}

function inWords(names: readonly string[]): string {
  const [first = '', ...rest] = names
  if (rest.length === 0) return `${first} waits for itself. It can never start.`
  const told =
    rest.length < mostNames
      ? [...rest, first]
      : [...rest.slice(0, mostNames - 1), `${names.length - mostNames} more and then ${first}`]
  const end = rest.length === 1 ? 'Neither can ever start.' : 'None of them can ever start.'
  return `${first} waits for ${told.join(', which waits for ')}. ${end}`
}

/**
 * Takes away the one dependency that says the least: a guess, else one on a later phase, else the first. Only where no
 * circle is left among these nodes, and where what was waited for does not fall out of sight.
 */
function openCircle(context: ReviewContext, cycle: Cycle): Fix | null {
  const { plan, dependencies, streamLinks, streamById } = context
  const closing = cycle.flatMap((id, at) => {
    const next = cycle[(at + 1) % cycle.length]
    return dependencies.links.find(link => link.from === id && link.to === next) ?? []
  })
  const phaseOf = (id: NodeId | null) => (id === null ? undefined : streamById.get(id)?.phaseAt)
  const isLater = ({ from, to }: DependencyLink) => (phaseOf(to) ?? 0) > (phaseOf(from) ?? Number.POSITIVE_INFINITY)
  const link = closing.find(({ confidence }) => confidence === 'guess') ?? closing.find(isLater) ?? closing[0]
  const reference = link && plan.nodes.get(link.reference)
  if (!link || reference?.kind !== 'reference') return null
  const left = dependencies.links.filter(other => other.reference !== link.reference)
  if (left.length !== dependencies.links.length - 1) return null
  const firsts = new Set(dependencies.cycles.map(([first]) => first))
  const cyclesLeft = findCycles(left, plan.parents)
  if (
    cyclesLeft.length !== dependencies.cycles.length - 1 ||
    !cyclesLeft.every(([first]) => firsts.has(first as NodeId))
  )
    return null
  const target = link.to === null ? undefined : streamById.get(link.to)
  const isStillAwaited = streamLinks.some(
    other => other.to === target && other.link !== link && other.from.stream.tasks.length > 0,
  )
  if (target && !isStillAwaited && !isWatched(context, target)) return null
  return {
    label: `Remove “${reference.text}” from ${nameOfNode(context, link.from)}`,
    edit: current => removeDependency(current, link.reference),
  }
}

function nameOfNode({ plan }: ReviewContext, id: NodeId): string {
  const node = plan.nodes.get(id)
  switch (node?.kind) {
    case 'stream':
      return nameOf(node)
    case 'task':
      return node.key ?? `“${node.text}”`
    case 'phase':
      return node.number === null ? `“${node.name}”` : `Phase ${node.number}`
    default:
      return 'a gate'
  }
}
