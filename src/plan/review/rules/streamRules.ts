import { flattenTasks } from '#plan/dependencies/flattenTasks.ts'
import { deleteStream } from '#plan/edit/deleteStream.ts'
import { hoursText } from '#plan/edit/hoursText.ts'
import { setEstimate } from '#plan/edit/setEstimate.ts'
import type { Finding } from '#plan/review/finding.ts'
import { gateAt, nameOf, type ReviewContext } from '#plan/review/reviewContext.ts'
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
    return [
      {
        code: 'missing-estimate',
        severity: 'note',
        node: stream.id,
        span: null,
        message: `${nameOf(stream)} has no estimate. It is planned with an assumed ${rounded} h.`,
        fix: { label: `Set to ${hoursText(estimate)}`, edit: plan => setEstimate(plan, stream.id, estimate) },
      },
    ]
  })
}

/** An estimate whose lower figure is the higher one. */
export function findInvertedEstimates({ streams }: ReviewContext): readonly Finding[] {
  return streams.flatMap(({ stream }): Finding[] => {
    const { estimate } = stream
    if (!estimate || estimate.min <= estimate.max) return []
    const turned = { min: estimate.max, max: estimate.min }
    return [
      {
        code: 'inverted-estimate',
        severity: 'risk',
        node: stream.id,
        span: null,
        message: `${nameOf(stream)} is estimated from ${estimate.min} down to ${estimate.max} hours.`,
        fix: { label: `Set to ${hoursText(turned)}`, edit: plan => setEstimate(plan, stream.id, turned) },
      },
    ]
  })
}

/** A stream without a task. */
export function findEmptyStreams({ streams, streamLinks }: ReviewContext): readonly Finding[] {
  const awaited = new Set(streamLinks.map(({ to }) => to.stream.id))
  return streams.flatMap(({ stream, phase }): Finding[] => {
    // A heading without a letter may be nothing but words.
    if (stream.key === null || stream.tasks.length > 0) return []
    const isLoose = !awaited.has(stream.id) && phase.streams.length > 1
    return [
      {
        code: 'empty-stream',
        severity: 'risk',
        node: stream.id,
        span: null,
        message: `${nameOf(stream)} has no tasks.`,
        fix: isLoose ? { label: 'Delete stream', edit: plan => deleteStream(plan, stream.id, 'keep') } : null,
      },
    ]
  })
}

/** Nothing later uses a stream and no gate stands after it: nobody would notice if it were left out. */
export function findUnusedStreams({ plan, streams, streamLinks }: ReviewContext): readonly Finding[] {
  if (streamLinks.length === 0) return []
  const awaited = new Set(streamLinks.map(({ to }) => to.stream.id))
  const lastGate = Math.max(-1, ...plan.integrationPoints.map(point => gateAt(plan, point)))
  return streams.flatMap(({ stream, phaseAt }): Finding[] => {
    if (stream.key === null || stream.tasks.length === 0 || awaited.has(stream.id) || phaseAt <= lastGate) return []
    if (phaseAt === plan.phases.length - 1) return []
    const message = `No stream waits for ${nameOf(stream)}, and no gate comes after it.`
    return [{ code: 'unused-stream', severity: 'note', node: stream.id, span: null, message, fix: null }]
  })
}

/** One stream that at least four, and more than half of all that could, wait for. */
export function findBottlenecks({ streams, streamLinks }: ReviewContext): readonly Finding[] {
  const waiting = new Map<(typeof streams)[number], Set<unknown>>()
  for (const { from, to } of streamLinks) {
    const known = waiting.get(to)
    if (known) known.add(from)
    else waiting.set(to, new Set([from]))
  }
  return [...waiting].flatMap(([{ stream }, by]): Finding[] => {
    if (by.size < 4 || by.size * 2 <= streams.length - 1) return []
    const message = `${by.size} of the other ${streams.length - 1} streams wait for ${nameOf(stream)}. If it is late, so are they.`
    return [{ code: 'bottleneck', severity: 'risk', node: stream.id, span: null, message, fix: null }]
  })
}

/** Three quarters of the tasks critical or high: the priorities no longer say what comes first. */
export function findPriorityInflation({ streams }: ReviewContext): readonly Finding[] {
  const rated = streams.flatMap(({ stream }) => flattenTasks(stream.tasks).filter(({ priority }) => priority !== null))
  const high = rated.filter(({ priority }) => priority === 'critical' || priority === 'high').length
  if (rated.length < 8 || high * 4 < rated.length * 3) return []
  const message = `${high} of ${rated.length} tasks are critical or high. That no longer says what comes first.`
  return [{ code: 'priority-inflation', severity: 'note', node: null, span: null, message, fix: null }]
}
