import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import { deleteStream } from '#plan/edit/deleteStream.ts'
import { hoursText } from '#plan/edit/hoursText.ts'
import { sectionLines } from '#plan/edit/sectionLines.ts'
import { setEstimate } from '#plan/edit/setEstimate.ts'
import { turnEstimate } from '#plan/edit/turnEstimate.ts'
import type { Hours, NodeId, Plan, Stream, Task } from '#plan/plan.ts'
import { type Finding, type Fix, findingAt } from '#plan/review/finding.ts'
import { gateAt, lastWorkedPhase, nameOf, type PlacedStream, type ReviewContext } from '#plan/review/reviewContext.ts'
import { assumedHoursPerTask, hoursOfStream } from '#plan/schedule/streamHours.ts'

/** In a plan that estimates at all, a stream that does not; it is planned with an assumption. */
export function findMissingEstimates({ plan, streams }: ReviewContext): readonly Finding[] {
  if (!streams.some(({ stream }) => stream.estimate !== null)) return []
  const perTask = assumedHoursPerTask(plan)
  return streams.flatMap(({ stream }): Finding[] => {
    if (stream.estimate || stream.implicit || stream.tasks.length === 0) return []
    const { hours, isAssumed } = hoursOfStream(stream, perTask)
    if (!isAssumed) return []
    const rounded = Math.max(1, Math.round(hours.max))
    const estimate = { min: rounded, max: rounded }
    const message = `${missingWords(plan, stream)} It is planned with an assumed ${rounded} h.`
    const fix = estimateFix(stream, estimate)
    return [findingAt('missing-estimate', stream.id, message, { fix })]
  })
}

/** So much of an estimate that is none is shown. */
const mostWords = 40

function missingWords({ spans, text }: Plan, stream: Stream): string {
  const value = spans.get(stream.id)?.estimateValue
  const words = value ? text.slice(value.from, value.to) : ''
  if (words === '') return `${nameOf(stream)} has no estimate.`
  const shown = words.length > mostWords ? `${words.slice(0, mostWords).trimEnd()}...` : words
  return `${nameOf(stream)} is estimated at “${shown}”, which gives no figure with hours, days or weeks.`
}

/** An estimate of a stream or a task whose lower figure is the higher one. */
export function findInvertedEstimates({ streams }: ReviewContext): readonly Finding[] {
  return streams.flatMap(({ stream }): readonly Finding[] => {
    const { estimate } = stream
    const inTasks = flattenTasks(stream.tasks).flatMap(invertedTask)
    if (!estimate || estimate.min <= estimate.max) return inTasks
    const turned = { min: estimate.max, max: estimate.min }
    const message = `${nameOf(stream)} is estimated at ${estimate.min}-${estimate.max} h. The lower figure stands last.`
    const fix = estimateFix(stream, turned)
    return [findingAt('inverted-estimate', stream.id, message, { fix }), ...inTasks]
  })
}

function invertedTask({ id, estimate }: Task): readonly Finding[] {
  if (!estimate || estimate.min <= estimate.max) return []
  const message = `This task is estimated at ${estimate.min}-${estimate.max} h. The lower figure stands last.`
  const fix: Fix = { label: 'Swap the figures', edit: plan => turnEstimate(plan, id) }
  return [findingAt('inverted-estimate', id, message, { fix })]
}

function estimateFix(stream: Stream, hours: Hours): Fix | null {
  const words = hoursText(hours)
  return words === null ? null : { label: `Set to ${words}`, edit: plan => setEstimate(plan, stream.id, hours) }
}

/** A stream without a task. A heading without a letter may be nothing but words. */
export function findEmptyStreams({
  plan,
  dependencies,
  streams,
  commands,
  parallelPhases,
}: ReviewContext): readonly Finding[] {
  const awaited = new Set(dependencies.links.map(({ to }) => to))
  const startsAll = new Set(
    commands.map(({ number, steps }) => `${number} ${steps.reduce((sum, { prompts }) => sum + prompts.length, 0)}`),
  )
  const letters = new Map<string, number>()
  for (const { key } of streams.map(({ stream }) => stream)) {
    if (key !== null) letters.set(key, (letters.get(key) ?? 0) + 1)
  }
  return streams.flatMap(({ stream, phase }): Finding[] => {
    if (stream.key === null || stream.tasks.length > 0) return []
    if (!isBare(plan, stream.id)) {
      return [
        findingAt('empty-stream', stream.id, `${nameOf(stream)} has no task to tick. Nobody can see how far it is.`),
      ]
    }
    const isStarted = parallelPhases.has(phase) && startsAll.has(`${phase.number} ${phase.streams.length}`)
    // A letter that comes back may be what shows that the phases count anew.
    const isOnly = letters.get(stream.key) === 1
    const isLoose = isOnly && !awaited.has(stream.id) && phase.streams.length > 1 && !isStarted
    const fix: Fix | null = isLoose
      ? { label: `Delete ${nameOf(stream)}`, edit: current => deleteStream(current, stream.id, 'keep') }
      : null
    return [
      findingAt('empty-stream', stream.id, `${nameOf(stream)} has no tasks. Nobody knows what to do in it.`, { fix }),
    ]
  })
}

/** Only a heading and fields: nobody's words are lost with it. */
function isBare(plan: Plan, id: NodeId): boolean {
  const spans = plan.spans.get(id)
  const lines = sectionLines(plan, id)
  if (!spans || !lines) return false
  const fields = [spans.dependencies?.from, spans.estimateValue?.from]
  let at = lines.from
  return plan.text
    .slice(lines.from, lines.to)
    .split('\n')
    .every((line, index) => {
      const from = at
      at += line.length + 1
      const isField = fields.some(field => field !== undefined && field >= from && field < at)
      return index === 0 || isField || /^\s*$|^\s*-{3,}\s*$|^[*_\s]*tasks[*_:\s]*$/i.test(line)
    })
}

/** Nothing later uses a stream and no gate stands after it: nobody would notice if it were left out. */
export function findUnusedStreams(context: ReviewContext): readonly Finding[] {
  const { streams } = context
  const links = context.streamLinks.filter(({ from }) => from.stream.tasks.length > 0)
  if (links.length === 0) return []
  const awaited = new Set(links.map(({ to }) => to.stream.id))
  return streams.flatMap((placed): Finding[] => {
    const { stream } = placed
    if (stream.key === null || stream.tasks.length === 0 || awaited.has(stream.id)) return []
    if (isWatched(context, placed)) return []
    const message = `No stream waits for ${nameOf(stream)} and no gate comes after it. Without a gate nothing shows whether it is done.`
    return [findingAt('unused-stream', stream.id, message)]
  })
}

const lastGates = new WeakMap<ReviewContext, number>()

/** A gate comes after the stream; in a plan without gates the end of its last phase is the end of the plan. */
export function isWatched(context: ReviewContext, { phaseAt }: PlacedStream): boolean {
  const gates = context.plan.integrationPoints
  const last = lastGates.get(context) ?? gates.reduce((most, point) => Math.max(most, gateAt(context, point)), -1)
  lastGates.set(context, last)
  return phaseAt <= last || (gates.length === 0 && phaseAt === lastWorkedPhase(context))
}

/** One stream that at least four, and more than half of all that could, wait for. Streams without tasks do not count. */
export function findBottlenecks({ streams, streamLinks }: ReviewContext): readonly Finding[] {
  const waiting = new Map<PlacedStream, Set<PlacedStream>>()
  for (const { from, to } of streamLinks) {
    if (from.stream.tasks.length === 0) continue
    const known = waiting.get(to)
    if (known) known.add(from)
    else waiting.set(to, new Set([from]))
  }
  const worked = streams.filter(({ stream }) => stream.tasks.length > 0).length
  return [...waiting].flatMap(([{ stream }, by]): Finding[] => {
    const others = worked - (stream.tasks.length > 0 ? 1 : 0)
    if (by.size < 4 || by.size * 2 <= others) return []
    const message = `${by.size} of the other ${others} streams wait for ${nameOf(stream)}. If it is late, so are they.`
    return [findingAt('bottleneck', stream.id, message, { others: [...by].map(placed => placed.stream.id) })]
  })
}

/** Three quarters of the tasks critical or high: the priorities no longer say what comes first. */
export function findPriorityInflation({ streams }: ReviewContext): readonly Finding[] {
  let rated = 0
  let high = 0
  for (const { stream } of streams) {
    for (const { priority } of flattenTasks(stream.tasks)) {
      if (priority !== null) rated += 1
      if (priority === 'critical' || priority === 'high') high += 1
    }
  }
  if (rated < 8 || high * 4 < rated * 3) return []
  const message = `${high} of ${rated} tasks are critical or high. That no longer says what comes first.`
  return [findingAt('priority-inflation', null, message)]
}
