import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import type { NodeId } from '#plan/plan.ts'
import type { Finding } from '#plan/review/finding.ts'
import { claimsParallel, nameOf, type PlacedStream, type ReviewContext } from '#plan/review/reviewContext.ts'

/** Two streams with one letter, or two tasks with one key: nobody can tell which is meant. */
export function findDoubles({ streams }: ReviewContext): readonly Finding[] {
  const letters = new Set<string>()
  const keys = new Set<string>()
  const at = { severity: 'problem', span: null, fix: null } as const
  return streams.flatMap(({ stream }) => {
    const found: Finding[] = []
    if (stream.key !== null && isDouble(letters, stream.key)) {
      const message = `Another stream is also called ${stream.key}. Nobody can tell which is meant.`
      found.push({ code: 'double-letter', ...at, node: stream.id, message })
    }
    for (const { id, key } of flattenTasks(stream.tasks)) {
      // A bare number may count from 1 in every stream.
      if (key === null || !isDouble(keys, /^[\d.]+$/.test(key) ? `${stream.id} ${key}` : key)) continue
      const message = `Another task is also called ${key}. Nobody can tell which is meant.`
      found.push({ code: 'double-key', ...at, node: id, message })
    }
    return found
  })
}

function isDouble(known: Set<string>, key: string): boolean {
  const isKnown = known.has(key.toUpperCase())
  known.add(key.toUpperCase())
  return isKnown
}

/** Words in brackets that somebody still has to fill in. An estimate in brackets counts as an estimate. */
export function findPlaceholders({ plan }: ReviewContext): readonly Finding[] {
  return plan.placeholders.flatMap(({ text, spans }): Finding[] => {
    if (/^\[\d/.test(text)) return []
    const message = `${text} still has to be filled in.`
    return [{ code: 'unfilled-placeholder', severity: 'note', node: null, span: spans[0] ?? null, message, fix: null }]
  })
}

const verbs =
  'add|build|configure|create|define|deploy|design|document|implement|install|integrate|migrate|publish|refactor|remove|replace|update|verify|write'
const twoJobs = new RegExp(
  `^(?:${verbs})\\b[^;]{8,160}(?<! to \\p{L}{1,20})(?:,? and (?:then )?|; )(?!verify)(?:${verbs})[ \\t]+\\p{L}`,
  'iu',
)

/** 'Create the schema and deploy the service': two things that cannot be ticked apart. */
export function findTwoJobs({ streams }: ReviewContext): readonly Finding[] {
  return streams.flatMap(({ stream }) =>
    flattenTasks(stream.tasks).flatMap((task): Finding[] => {
      if (task.children.length > 0 || !twoJobs.test(task.text)) return []
      const message = 'This task names two jobs. As two tasks they can be done and ticked apart.'
      return [{ code: 'two-jobs', severity: 'note', node: task.id, span: null, message, fix: null }]
    }),
  )
}

const fileName =
  /(?<![\w/.:])(?:[\w-]{1,60}\/){0,12}[\w-]{1,60}\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|swift|rb|php|sql|ya?ml|json|toml|css|html|proto)(?![\w/])/g

/** Two streams of one phase that may run at once both name one file. */
export function findSharedFiles(context: ReviewContext): readonly Finding[] {
  const { streams, streamLinks } = context
  const linked = new Set(streamLinks.map(({ from, to }) => `${from.stream.id} ${to.stream.id}`))
  const first = new Map<string, PlacedStream>()
  const told = new Set<string>()
  return streams.flatMap(placed => {
    const found: Finding[] = []
    for (const task of flattenTasks(placed.stream.tasks)) {
      for (const [file] of task.text.matchAll(fileName)) {
        const place = `${placed.phaseAt} ${file}`
        const other = first.get(place)
        if (!other) first.set(place, placed)
        if (!other || other === placed || !claimsParallel(context, placed.phase)) continue
        if (waits(linked, other.stream.id, placed.stream.id)) continue
        if (told.has(`${placed.stream.id} ${file}`)) continue
        told.add(`${placed.stream.id} ${file}`)
        const message = `${nameOf(other.stream)} works on ${file} too, at the same time.`
        found.push({ code: 'shared-file', severity: 'risk', node: task.id, span: null, message, fix: null })
      }
    }
    return found
  })
}

function waits(linked: ReadonlySet<string>, a: NodeId, b: NodeId): boolean {
  return linked.has(`${a} ${b}`) || linked.has(`${b} ${a}`)
}
