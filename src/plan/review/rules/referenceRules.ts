import type { DependencyLink } from '#plan/dependencies/dependencies.ts'
import { findCycleWith } from '#plan/dependencies/findCycleWith.ts'
import { readLabels } from '#plan/dependencies/labels.ts'
import { nameStems } from '#plan/dependencies/streamWords.ts'
import { asReference, plainWords } from '#plan/edit/namedReferences.ts'
import { removeDependency } from '#plan/edit/removeDependency.ts'
import { replaceDependency } from '#plan/edit/replaceDependency.ts'
import type { Reference } from '#plan/plan.ts'
import { type Finding, type Fix, findingAt } from '#plan/review/finding.ts'
import { nameOf, type PlacedStream, type ReviewContext } from '#plan/review/reviewContext.ts'

/** Words for a dependency that are read as a guess, or that name nothing of this plan. */
export function findUnsure(context: ReviewContext): readonly Finding[] {
  const { plan, dependencies, streamById } = context
  const named = new Set(dependencies.links.filter(isSure).map(({ from, to }) => `${from} ${to}`))
  const linksOf = countOf(dependencies.links.map(({ reference }) => String(reference)))
  const written = nameWriter(context, linksOf)
  return dependencies.links.flatMap((link): Finding[] => {
    const reference = plan.nodes.get(link.reference)
    if (reference?.kind !== 'reference') return []
    if (link.to === null) {
      const message = `Nothing in this plan is called “${reference.text}”. If it comes from outside, somebody has to bring it.`
      return [findingAt('external-dependency', link.reference, message)]
    }
    if (link.confidence !== 'guess') return []
    const details = { others: [link.to], of: link.to }
    const meant = plan.nodes.get(link.to)
    if (meant?.kind === 'task') {
      const message = `“${reference.text}” probably means the task “${meant.key ?? meant.text}”, but does not say so.`
      return [findingAt('guessed-dependency', link.reference, message, details)]
    }
    const target = streamById.get(link.to)
    if (target === undefined) return []
    if (named.has(`${link.from} ${link.to}`)) {
      const message = `“${reference.text}” probably means ${nameOf(target.stream)}, which is named here already.`
      const isAlone = linksOf.get(String(link.reference)) === 1
      const fix: Fix | null = isAlone
        ? { label: `Remove “${reference.text}”`, edit: current => removeDependency(current, link.reference) }
        : null
      return [findingAt('guessed-dependency', link.reference, message, { ...details, fix })]
    }
    const message = `“${reference.text}” probably means ${nameOf(target.stream)}, but no stream has that name.`
    return [
      findingAt('guessed-dependency', link.reference, message, { ...details, fix: written(link, reference, target) }),
    ]
  })
}

function isSure({ confidence }: DependencyLink): boolean {
  return confidence === 'certain' || confidence === 'likely'
}

/** Writes a stream's own name where that names it and nothing else, else its letter. */
function nameWriter(context: ReviewContext, linksOf: ReadonlyMap<string, number>) {
  const { plan, dependencies, streams, streamById } = context
  const names = countOf(streams.map(({ stream }) => nameStems(stream).join(' ')))
  const keys = countOf(streams.flatMap(({ stream }) => stream.key?.toUpperCase() ?? []))
  return (link: DependencyLink, reference: Reference, { stream, phaseAt }: PlacedStream): Fix | null => {
    const holder = streamById.get(link.from)
    if (!holder || phaseAt > holder.phaseAt || linksOf.get(String(link.reference)) !== 1) return null
    const byLetter = stream.key !== null && keys.get(stream.key.toUpperCase()) === 1 ? `Stream ${stream.key}` : null
    const stems = nameStems(stream)
    const isPlain = stems.length > 0 && names.get(stems.join(' ')) === 1 && isName(stream.name)
    const name = isPlain ? asReference(stream.name, stream.key) : byLetter
    const words = name !== null && name !== stream.name ? byLetter : name
    const isThere = holder.stream.dependencies.some(
      ({ text }) => words !== null && plainWords(text) === plainWords(words),
    )
    if (!words || isThere) return null
    // The edit refuses what closes a circle; a guess may stand in one already.
    if (dependencies.cycles.length > 0 && findCycleWith(plan, dependencies, link.from, stream.id)) return null
    const text = reference.qualifier ? `${words} (${reference.qualifier})` : words
    return { label: `Write “${text}”`, edit: current => replaceDependency(current, link.reference, text) }
  }
}

/** Words that read as a name wherever they stand: no label, no list, no word for 'nothing'. */
function isName(name: string): boolean {
  return (
    /^\p{L}[\p{L}\p{N} &'/-]{2,99}$/u.test(name) &&
    !/^(?:none|nothing|n\/a|no)\b/i.test(name) &&
    !/\b(?:and|or)\b|\s$/i.test(name) &&
    readLabels(name, () => false) === null
  )
}

function countOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
