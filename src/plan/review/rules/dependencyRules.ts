import { asReference } from '#plan/edit/namedReferences.ts'
import { removeDependency } from '#plan/edit/removeDependency.ts'
import { replaceDependency } from '#plan/edit/replaceDependency.ts'
import type { Finding } from '#plan/review/finding.ts'
import { claimsParallel, nameOf, type ReviewContext } from '#plan/review/reviewContext.ts'

/** A stream of a phase that promises parallel work waits for another stream of that phase. */
export function findSamePhase(context: ReviewContext): readonly Finding[] {
  return context.streamLinks.flatMap(({ link, from, to }): Finding[] => {
    if (from.phase !== to.phase || !claimsParallel(context, from.phase)) return []
    const some = link.partial ? ' for a part of' : ' for'
    return [
      {
        code: 'same-phase-dependency',
        severity: 'risk',
        node: link.reference,
        span: null,
        message: `${nameOf(from.stream)} waits${some} ${nameOf(to.stream)}, though their phase is called parallel. The two cannot start together.`,
        fix: null,
      },
    ]
  })
}

/** Nodes that wait for each other: none of them can ever start. */
export function findCircles({ plan, dependencies }: ReviewContext): readonly Finding[] {
  return dependencies.cycles.flatMap((cycle): Finding[] => {
    const names = cycle.map(id => {
      const node = plan.nodes.get(id)
      if (node?.kind === 'stream') return nameOf(node)
      return node?.kind === 'task' ? `“${node.key ?? node.text}”` : 'a phase'
    })
    const [first] = cycle
    if (first === undefined) return []
    const next = cycle[1] ?? first
    const closing = dependencies.links.find(link => link.from === first && link.to === next)
    const way = names.length === 1 ? 'itself' : [...names.slice(1), names[0]].join(', which waits for ')
    return [
      {
        code: 'dependency-cycle',
        severity: 'problem',
        node: first,
        span: null,
        message: `${names[0]} waits for ${way}. None of this can start.`,
        fix:
          closing === undefined
            ? null
            : {
                label: `Remove what ${names[0]} waits for here`,
                edit: current => removeDependency(current, closing.reference),
              },
      },
    ]
  })
}

/** A stream waits for work of a later phase. */
export function findLaterPhase({ streamLinks }: ReviewContext): readonly Finding[] {
  return streamLinks.flatMap(({ link, from, to }): Finding[] => {
    if (to.phaseAt <= from.phaseAt || link.confidence === 'guess') return []
    return [
      {
        code: 'later-phase-dependency',
        severity: 'problem',
        node: link.reference,
        span: null,
        message: `${nameOf(from.stream)} waits for ${nameOf(to.stream)}, which comes in a later phase.`,
        fix: null,
      },
    ]
  })
}

/** Words for a dependency that are read as a guess, or that name nothing of this plan. */
export function findUnsure({ plan, dependencies, streamById }: ReviewContext): readonly Finding[] {
  const sure = dependencies.links.filter(({ confidence }) => confidence === 'certain' || confidence === 'likely')
  const named = new Set(sure.map(({ from, to }) => `${from} ${to}`))
  return dependencies.links.flatMap((link): Finding[] => {
    const reference = plan.nodes.get(link.reference)
    if (reference?.kind !== 'reference') return []
    const at = { severity: 'note', node: link.reference, span: null } as const
    if (link.confidence === 'external') {
      const message = `Nothing in this plan is called “${reference.text}”. If it comes from elsewhere, somebody has to bring it.`
      return [{ code: 'external-dependency', ...at, message, fix: null }]
    }
    const target = link.to === null ? undefined : streamById.get(link.to)?.stream
    if (link.confidence !== 'guess' || target === undefined) return []
    if (named.has(`${link.from} ${link.to}`)) {
      const message = `“${reference.text}” probably means ${nameOf(target)}, which is named here already.`
      const fix = {
        label: `Remove “${reference.text}”`,
        edit: (current: typeof plan) => removeDependency(current, link.reference),
      }
      return [{ code: 'guessed-dependency', ...at, message, fix }]
    }
    const words = asReference(target.name, target.key)
    const message = `“${reference.text}” probably means ${nameOf(target)}. No stream has that name.`
    const written = words && reference.qualifier ? `${words} (${reference.qualifier})` : words
    const fix = written && {
      label: `Write “${written}”`,
      edit: (current: typeof plan) => replaceDependency(current, link.reference, written),
    }
    return [{ code: 'guessed-dependency', ...at, message, fix: fix || null }]
  })
}
