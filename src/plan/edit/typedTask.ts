import { readReferences } from '#plan/parse/fields.ts'
import { joinLines, readTaskText } from '#plan/parse/taskText.ts'
import type { Hours, Priority } from '#plan/plan.ts'

/** What a person's line says when it is read as a task, as a line of the file would be. */
export interface TypedTask {
  /** The key with its mark and the blank after it, as typed; empty without a key. */
  readonly keyWords: string
  /** `[P]` and the blank after it, as typed. */
  readonly parallelWords: string
  readonly text: string
  /** The closing fields as typed, each with the blank before it. */
  readonly fields: readonly TypedField[]
  readonly key: string | null
  readonly priority: Priority | null
  readonly estimate: Hours | null
  readonly dependencies: readonly { readonly text: string; readonly qualifier: string | null }[] | null
}

export interface TypedField {
  readonly kind: 'priority' | 'estimate' | 'dependencies'
  readonly words: string
}

export function readTypedTask(line: string): TypedTask {
  const read = { ...readTaskText(line, 0, line.length) }
  const lead = line.slice(0, read.textFrom)
  const parallelAt = read.parallel ? lead.search(/[[(]P[\])]/) : lead.length
  const hasDependencies = read.dependenciesFrom >= 0
  return {
    keyWords: lead.slice(0, parallelAt),
    parallelWords: lead.slice(parallelAt),
    text: joinLines(line, read.textFrom, read.textTo),
    fields: fieldsOf(line, read.textTo, read),
    key: read.keyFrom < 0 ? null : line.slice(read.keyFrom, read.keyTo),
    priority: read.priority,
    estimate: read.estimate,
    dependencies: hasDependencies ? referencesIn(line, read.dependenciesFrom, read.dependenciesTo) : null,
  }
}

function fieldsOf(
  line: string,
  from: number,
  read: { priorityFrom: number; estimateFrom: number; dependenciesFrom: number },
): readonly TypedField[] {
  const starts = [
    { kind: 'priority' as const, at: read.priorityFrom },
    { kind: 'estimate' as const, at: read.estimateFrom },
    { kind: 'dependencies' as const, at: read.dependenciesFrom },
  ]
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  let start = from
  return starts.map(({ kind }, index) => {
    const next = starts[index + 1]
    const open = next ? line.lastIndexOf('(', next.at) : line.length
    const end = next ? line.slice(0, open).trimEnd().length : line.length
    const words = line.slice(start, end)
    start = end
    return { kind, words }
  })
}

function referencesIn(line: string, from: number, to: number) {
  return readReferences(line, from, to).map(({ text, qualifier }) => ({
    text: line.slice(text.from, text.to),
    qualifier: qualifier && line.slice(qualifier.from, qualifier.to).trim(),
  }))
}
