import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import type { Task } from '#plan/plan.ts'
import { type Finding, findingAt } from '#plan/review/finding.ts'
import { nameOf, type PlacedStream, type ReviewContext } from '#plan/review/reviewContext.ts'
import { splitTask } from '#plan/review/splitTask.ts'
import { readTwoJobs } from '#plan/review/twoJobs.ts'

/** Words in brackets that somebody still has to fill in. An estimate in brackets counts as an estimate. */
export function findPlaceholders({ plan }: ReviewContext): readonly Finding[] {
  return plan.placeholders.flatMap(({ text, spans }): Finding[] => {
    if (/^\[\d/.test(text)) return []
    const message = `${text} still has to be filled in${spans.length > 1 ? `, in ${spans.length} places` : ''}.`
    return [findingAt('unfilled-placeholder', null, message, { span: spans[0] ?? null, of: text })]
  })
}

/** 'Create the schema and deploy the service': two things that cannot be ticked apart. */
export function findTwoJobs({ streams }: ReviewContext): readonly Finding[] {
  return streams.flatMap(({ stream }) =>
    flattenTasks(stream.tasks).flatMap((task): Finding[] => {
      const jobs = task.children.length > 0 ? null : readTwoJobs(task.text)
      if (jobs === null) return []
      const message = 'This task names two jobs. As two tasks they can be done and ticked apart.'
      return [findingAt('two-jobs', task.id, message, { fix: splitTask(task, jobs) })]
    }),
  )
}

/** A path with an ending, a well-known ending, or one of the files that have none. */
const fileName = new RegExp(
  [
    '(?<![\\w/.:@-])(?:\\.{1,2}/)*(?:',
    '(?:\\.?[\\w-]{1,60}/){1,12}\\.?[\\w-]{1,60}(?:\\.[\\w-]{1,30}){0,2}\\.[a-z]\\w{0,9}',
    '|\\.?[\\w-]{1,60}(?:\\.[\\w-]{1,30}){0,2}\\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|swift|rb|php|cs|cpp|hpp|c|h|sh|sql|prisma|tf|gradle|xml|md|ya?ml|json|toml|ini|env|css|scss|html|vue|svelte|graphql|proto)',
    '|(?:[\\w-]{1,60}/){0,12}(?:Makefile|Dockerfile|Jenkinsfile|Gemfile|\\.env)',
    ')(?![\\w/])',
  ].join(''),
  'g',
)

/** Two streams of one phase that may run at once both name one file. */
export function findSharedFiles({ streams, streamLinks, parallelPhases }: ReviewContext): readonly Finding[] {
  const linked = new Set(streamLinks.map(({ from, to }) => `${from.stream.id} ${to.stream.id}`))
  const first = new Map<string, { readonly placed: PlacedStream; readonly task: Task }>()
  const told = new Set<string>()
  return streams.flatMap(placed => {
    const { stream, phase, phaseAt } = placed
    if (!parallelPhases.has(phase)) return []
    return flattenTasks(stream.tasks).flatMap(task =>
      filesOf(task).flatMap((file): Finding[] => {
        const place = `${phaseAt} ${file}`
        const other = first.get(place)
        if (!other) first.set(place, { placed, task })
        if (!other || other.placed === placed) return []
        const one = other.placed.stream
        if (linked.has(`${one.id} ${stream.id}`) || linked.has(`${stream.id} ${one.id}`)) return []
        if (told.has(`${stream.id} ${file}`)) return []
        told.add(`${stream.id} ${file}`)
        const message = `${nameOf(one)} works on ${file} too, at the same time. Their changes may collide.`
        return [findingAt('shared-file', task.id, message, { others: [other.task.id], of: file })]
      }),
    )
  })
}

const known = new WeakMap<Task, readonly string[]>()

/** Read once for each task object: a task that an edit does not touch is the same object. */
function filesOf(task: Task): readonly string[] {
  const present = known.get(task)
  if (present !== undefined) return present
  const files = (task.text.match(fileName) ?? []).map(file => file.replace(/^(?:\.\/)+/, ''))
  known.set(task, files)
  return files
}
