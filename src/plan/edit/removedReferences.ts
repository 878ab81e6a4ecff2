import type { Edit } from '#plan/change.ts'
import type { NodeId, Plan, Reference, Span } from '#plan/plan.ts'

/** What to delete so that these references are gone, each with one separator. The last of a stream leaves `None`. */
export function removeReferences(plan: Plan, ids: ReadonlySet<NodeId>): readonly Edit[] {
  const holders = new Set([...ids].map(id => plan.parents.get(id)).filter(id => id !== undefined))
  return [...holders].flatMap(holder => fromHolder(plan, holder, ids))
}

function fromHolder(plan: Plan, holder: NodeId, ids: ReadonlySet<NodeId>): readonly Edit[] {
  const node = plan.nodes.get(holder)
  const field = plan.spans.get(holder)?.dependencies
  if ((node?.kind !== 'stream' && node?.kind !== 'task') || !field) return []
  const { dependencies } = node
  if (dependencies.every(({ id }) => ids.has(id))) {
    return node.kind === 'stream' ? [{ ...field, insert: 'None' }] : [{ ...wholeGroup(plan.text, field), insert: '' }]
  }
  const spans = dependencies.map(reference => ({ reference, span: spanOf(plan, reference) }))
  const first = spans.findIndex(({ reference }) => !ids.has(reference.id))
  return spans.flatMap(({ reference, span }, at) => {
    if (!ids.has(reference.id)) return []
    // Before the first that stays the separator after goes along, else the one before.
    const next = spans[at + 1]?.span
    const previous = spans[at - 1]?.span
    const removed =
      at < first && next ? { from: span.from, to: next.from } : { from: previous?.to ?? span.from, to: span.to }
    return [{ ...removed, insert: '' }]
  })
}

function spanOf(plan: Plan, reference: Reference): Span {
  return plan.spans.get(reference.id)?.whole ?? { from: 0, to: 0 }
}

/** The parenthesis around a task's dependencies with the blanks before it. */
function wholeGroup(text: string, field: Span): Span {
  const open = text.lastIndexOf('(', field.from)
  let from = open
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from--
  return { from, to: text.indexOf(')', field.to) + 1 }
}
