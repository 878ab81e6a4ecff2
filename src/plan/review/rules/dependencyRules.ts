import { setMode } from '#plan/edit/setMode.ts'
import type { NodeId, Phase } from '#plan/plan.ts'
import { type Finding, type Fix, findingAt } from '#plan/review/finding.ts'
import { nameOf, type ReviewContext, type StreamLink } from '#plan/review/reviewContext.ts'

/** A stream of a phase that promises parallel work waits for another stream of that phase. */
export function findSamePhase(context: ReviewContext): readonly Finding[] {
  const inside = context.streamLinks.filter(
    ({ from, to }) => from.phase === to.phase && context.parallelPhases.has(from.phase),
  )
  const chains = new Map(
    [...new Set(inside.map(({ from }) => from.phase))].map(phase => [phase, isChain(phase, inside)]),
  )
  return byPair(inside).map(links => {
    const [{ link, from, to }] = links
    const isWhole = links.some(other => other.link.from === from.stream.id)
    const waits = `${isWhole ? nameOf(from.stream) : `A task of ${nameOf(from.stream)}`} waits for ${link.partial ? 'a part of ' : ''}${nameOf(to.stream)}`
    const message = `${waits}, but their phase promises parallel work. ${isWhole ? 'The two cannot start together.' : 'It may stand still until then.'}`
    const fix: Fix | null = chains.get(from.phase)
      ? { label: 'Call the phase sequential', edit: plan => setMode(plan, from.phase.id, 'sequential') }
      : null
    return findingAt('same-phase-dependency', link.reference, message, pairDetails(links, fix))
  })
}

/** Every stream but the first waits for all of the one above it: the phase is a sequence whatever its heading says. */
function isChain({ mode, name, number, streams }: Phase, inside: readonly StreamLink[]): boolean {
  if (mode !== 'parallel' || number === null || /\bparallel\b/i.test(name)) return false
  const sure = new Set(
    inside.flatMap(({ link }) => (link.partial || link.confidence === 'guess' ? [] : [`${link.from} ${link.to}`])),
  )
  return streams.every((stream, at) => at === 0 || sure.has(`${stream.id} ${streams[at - 1]?.id}`))
}

/** A stream waits for work of a later phase, or for all of it. */
export function findLaterPhase({ streamLinks, phaseLinks }: ReviewContext): readonly Finding[] {
  const late = streamLinks.filter(({ link, from, to }) => to.phaseAt > from.phaseAt && link.confidence !== 'guess')
  const waiting = new Set<string>()
  const forPhases = phaseLinks.flatMap(({ link, from, phase, phaseAt }): Finding[] => {
    const about = `${from.stream.id} ${phase.id}`
    if (phaseAt <= from.phaseAt || waiting.has(about)) return []
    waiting.add(about)
    const name = phase.number === null ? `“${phase.name}”` : `Phase ${phase.number}`
    const message = `${nameOf(from.stream)} waits for ${name}, which comes later. One of them is in the wrong place.`
    return [findingAt('later-phase-dependency', link.reference, message, { others: [from.stream.id, phase.id], about })]
  })
  const forStreams = byPair(late).map(links => {
    const [{ link, from, to }] = links
    const message = `${nameOf(from.stream)} waits for ${nameOf(to.stream)}, which comes in a later phase. One of them is in the wrong place.`
    return findingAt('later-phase-dependency', link.reference, message, pairDetails(links, null))
  })
  return [...forStreams, ...forPhases]
}

/** However many tasks of a stream wait for another stream, that is one thing to tell. */
function byPair(links: readonly StreamLink[]): readonly (readonly [StreamLink, ...StreamLink[]])[] {
  const pairs = new Map<string, [StreamLink, ...StreamLink[]]>()
  for (const link of links) {
    const pair = `${link.from.stream.id} ${link.to.stream.id}`
    const known = pairs.get(pair)
    if (known) known.push(link)
    else pairs.set(pair, [link])
  }
  return [...pairs.values()]
}

function pairDetails([first, ...more]: readonly [StreamLink, ...StreamLink[]], fix: Fix | null) {
  const others: readonly NodeId[] = [
    first.from.stream.id,
    first.to.stream.id,
    ...more.map(({ link }) => link.reference).filter(id => id !== first.link.reference),
  ]
  return { others, about: `${first.from.stream.id} ${first.to.stream.id}`, fix }
}
