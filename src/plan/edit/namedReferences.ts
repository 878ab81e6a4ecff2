import { readReferences } from '#plan/parse/fields.ts'
import type { Plan, Reference, Span, Stream } from '#plan/plan.ts'

/** A reference whose words are a stream's name, and where that name stands in it. */
export interface NamedReference {
  readonly reference: Reference
  readonly span: Span
  /** What comes before the name: 'Stream A: '. */
  readonly lead: string
}

/** The references that plainly name a stream. None when another stream has the same name: then they may mean that. */
export function referencesNaming(plan: Plan, stream: Stream): readonly NamedReference[] {
  const name = plainWords(stream.name)
  const isShared = plan.phases.some(({ streams }) =>
    streams.some(other => other.id !== stream.id && plainWords(other.name) === name),
  )
  if (isShared || name === '') return []
  return referencesIn(plan).flatMap(reference => {
    const span = plan.spans.get(reference.id)?.text
    const lead = span ? leadBefore(reference.text, stream) : null
    if (!span || lead === null) return []
    return [{ reference, span: { from: span.from + lead.length, to: span.to }, lead }]
  })
}

/** Every reference of the plan, of streams and of tasks. */
export function referencesIn(plan: Plan): readonly Reference[] {
  const references: Reference[] = []
  for (const id of plan.nodes.keys()) {
    const node = plan.nodes.get(id)
    if (node?.kind === 'reference') references.push(node)
  }
  return references
}

/** What stands before the name when the words are 'Name', 'A: Name' or 'Stream A - Name'; `null` when they are not. */
function leadBefore(words: string, stream: Stream): string | null {
  if (plainWords(words) === plainWords(stream.name)) return ''
  const [lead, key] = /^(?:(?:work)?stream[ \t]+)?([a-z]{1,2}|\d{1,6})[ \t]*[:.)–—-][ \t]*/i.exec(words) ?? []
  if (lead === undefined || stream.key === null || key?.toLowerCase() !== stream.key.toLowerCase()) return null
  return plainWords(words.slice(lead.length)) === plainWords(stream.name) ? lead : null
}

/**
 * A name as it can stand in a list of dependencies: itself, or 'Stream A' where a comma or a closing parenthesis would
 * make it something else; `null` when it has no letter to stand for it.
 */
export function asReference(name: string, key: string | null): string | null {
  const [reference, ...others] = readReferences(name, 0, name.length)
  const isPlain = others.length === 0 && reference?.qualifier === null && reference.text.to === name.length
  if (isPlain) return name
  return key === null ? null : `Stream ${key}`
}

export function plainWords(words: string): string {
  return words.trim().replace(/\s+/g, ' ').toLowerCase()
}
