import { modelOf, withStream, withTask } from '#plan/edit/model.ts'
import { referencesIn } from '#plan/edit/namedReferences.ts'
import { refuseMissing } from '#plan/edit/refusals.ts'
import { settle } from '#plan/edit/settle.ts'
import type { Outcome } from '#plan/outcome.ts'
import type { NodeId, Plan } from '#plan/plan.ts'

type Rewriter = (
  id: NodeId,
  key: string,
  taken: readonly string[],
) => { readonly key: string; readonly edit: (plan: Plan) => Outcome } | null

/** Gives a stream or task the next free letter or key; `null` where a dependency names the old or the new one. */
export function keyRewriter(plan: Plan): Rewriter {
  const references = referencesIn(plan)
  const named = new Set(references.flatMap(({ text, qualifier }) => tokensOf(`${text} ${qualifier ?? ''}`)))
  const hasRange = references.some(({ text }) => range.test(text))
  const known = new Map<string, string | null>()
  return (id, key, taken) => {
    const free = known.get(key) ?? (hasRange || named.has(key.toUpperCase()) ? null : nextFree(key, taken))
    known.set(key, free)
    if (free === null || named.has(free.toUpperCase())) return null
    return { key: free, edit: current => rewriteKey(current, id, free) }
  }
}

/** 'Streams A-C', 'T012 to T015': what lies between is meant too. */
const range =
  /(?:^|[^\p{L}])(?:\p{L}|[\p{L}_.-]{0,20}\d{1,6})\s?(?:-|–|—|\.{2,3}|to|through)\s?(?:\p{L}|[\p{L}_.-]{0,20}\d{1,6})(?![\p{L}])/u

function tokensOf(text: string): readonly string[] {
  return text.toUpperCase().match(/[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/gu) ?? []
}

/** After the highest there is: H after G, T013 after T012. Bare numbers stand in an order, others count their own way. */
function nextFree(key: string, taken: readonly string[]): string | null {
  if (/^[A-Z]$/i.test(key)) {
    const letters = taken.filter(other => /^[A-Z]$/i.test(other)).map(other => other.toUpperCase().charCodeAt(0))
    const next = letters.reduce((most, letter) => Math.max(most, letter), 0) + 1
    if (next > 'Z'.charCodeAt(0)) return null
    const letter = String.fromCharCode(next)
    return key === key.toUpperCase() ? letter : letter.toLowerCase()
  }
  const [, prefix, digits] = /^([A-Z]{1,20}[-_]?)(\d{1,6})$/i.exec(key) ?? []
  if (prefix === undefined || digits === undefined) return null
  const start = prefix.toUpperCase()
  const numbers = taken.flatMap(other => {
    const number = other.slice(prefix.length)
    return other.toUpperCase().startsWith(start) && /^\d{1,6}$/.test(number) ? [Number(number)] : []
  })
  const next = numbers.reduce((most, number) => Math.max(most, number), 0) + 1
  return `${prefix}${String(next).padStart(digits.length, '0')}`
}

function rewriteKey(plan: Plan, id: NodeId, key: string): Outcome {
  const node = plan.nodes.get(id)
  const span = plan.spans.get(id)?.key
  if (node?.kind === 'stream' && span) {
    const meant = withStream(plan, modelOf(plan), id, before => ({ ...before, key }))
    return settle('Change letter', plan, [[{ ...span, insert: key }]], meant)
  }
  if (node?.kind !== 'task' || !span) return refuseMissing('task')
  const meant = withTask(plan, modelOf(plan), id, before => ({ ...before, key }))
  return settle('Change key', plan, [[{ ...span, insert: key }]], meant)
}
